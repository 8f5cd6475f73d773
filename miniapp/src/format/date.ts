/** Dates as people in China write them; instants are shown in Beijing time (UTC+8), whatever the phone's zone. */
const BEIJING_MS = 8 * 3600 * 1000

interface Day {
  year: number
  month: number
  day: number
}

function dayOf(instant: string): Day {
  const date = new Date(new Date(instant).getTime() + BEIJING_MS)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** `2026年3月5日` */
export function fullDate(instant: string): string {
  const { year, month, day } = dayOf(instant)
  return `${year}年${month}月${day}日`
}

/** `3月5日` within this year, else with the year. */
export function shortDate(instant: string, now = new Date().toISOString()): string {
  const { year, month, day } = dayOf(instant)
  return year === dayOf(now).year ? `${month}月${day}日` : `${year}年${month}月${day}日`
}

import { chinaDate, dateLabel } from '@shared/common/period'
import { serverNow } from '../state/serverClock'

/** Beijing is eight hours ahead of UTC all year. */
const CHINA_MS = 8 * 3_600_000

/** Formats `2026年3月5日` in Beijing time, independent of the phone's time zone. */
export const fullDate = (instant: string): string => dateLabel(chinaDate(new Date(instant)))

/** Formats a calendar date: `3月5日` within this year, otherwise with the year. */
export function shortDay(day: string, now = serverNow()): string {
  const thisYear = `${chinaDate(now).slice(0, 4)}年`
  const label = dateLabel(day)
  return label.startsWith(thisYear) ? label.slice(thisYear.length) : label
}

/** Formats `3月5日 14:32` in Beijing time. */
export function dateAndTime(instant: string): string {
  const at = new Date(Date.parse(instant) + CHINA_MS)
  return `${shortDate(instant)} ${at.toISOString().slice(11, 16)}`
}

/** Formats an instant like `shortDay`, in Beijing time. */
export const shortDate = (instant: string, now?: Date): string => shortDay(chinaDate(new Date(instant)), now)

const WEEKDAYS = '日一二三四五六'

/** Formats a calendar date's day of the week: 星期五. */
export const weekday = (day: string): string =>
  `星期${WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? ''}`

/** Leaves this year out at the beginning of a title or a period: 2026年10月村级财务收支公开 → 10月村级财务收支公开. */
export function withoutYear(text: string, now = serverNow()): string {
  const year = `${chinaDate(now).slice(0, 4)}年`
  return text.startsWith(year) && text.length > year.length ? text.slice(year.length) : text
}

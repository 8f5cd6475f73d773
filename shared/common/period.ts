/**
 * Period 公开所属期 as one text key: month `2026-03`, quarter `2026Q1`, half-year `2026H1`, year `2026`,
 * single event `2026-03-05`. Pure calendar arithmetic on `YYYY-MM-DD`, no time zones.
 */

export type Frequency = 'monthly' | 'quarterly' | 'half-yearly' | 'yearly'

interface PeriodParts {
  year: number
  kind: Frequency | 'event'
  /** Month 1–12, quarter 1–4 or half 1–2; 1 for a year. */
  index: number
  day: number | null
}

const MONTHS: Record<Frequency, number> = { monthly: 1, quarterly: 3, 'half-yearly': 6, yearly: 12 }
const QUARTER_NAMES = ['一', '二', '三', '四']
const pad = (n: number) => String(n).padStart(2, '0')
const daysInMonth = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()

const PATTERN = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?|Q([1-4])|H([12]))?$/

function parts(key: string): PeriodParts {
  const match = PATTERN.exec(key)
  if (!match) throw new RangeError(`not a period key: ${key}`)
  const year = Number(match[1])
  if (match[3]) return { year, kind: 'event', index: Number(match[2]), day: Number(match[3]) }
  if (match[2]) return { year, kind: 'monthly', index: Number(match[2]), day: null }
  if (match[4]) return { year, kind: 'quarterly', index: Number(match[4]), day: null }
  if (match[5]) return { year, kind: 'half-yearly', index: Number(match[5]), day: null }
  return { year, kind: 'yearly', index: 1, day: null }
}

function keyOf(year: number, kind: Frequency, index: number): string {
  if (kind === 'monthly') return `${year}-${pad(index)}`
  if (kind === 'quarterly') return `${year}Q${index}`
  if (kind === 'half-yearly') return `${year}H${index}`
  return String(year)
}

/** True for a single-day event, false for a calendar period. */
export const isEvent = (key: string): boolean => parts(key).kind === 'event'

/** Formats a period in Chinese: 2026年3月, 2026年第一季度, 2026年上半年, 2026年, 2026年3月5日. */
export function periodLabel(key: string): string {
  const { year, kind, index, day } = parts(key)
  if (kind === 'event') return `${year}年${index}月${day}日`
  if (kind === 'monthly') return `${year}年${index}月`
  if (kind === 'quarterly') return `${year}年第${QUARTER_NAMES[index - 1]}季度`
  if (kind === 'half-yearly') return `${year}年${index === 1 ? '上' : '下'}半年`
  return `${year}年`
}

/** Returns the first and last day, both inclusive, `YYYY-MM-DD`. */
export function periodRange(key: string): { start: string; end: string } {
  const { year, kind, index, day } = parts(key)
  if (kind === 'event') return { start: key, end: `${year}-${pad(index)}-${pad(day ?? 1)}` }
  const last = index * MONTHS[kind]
  const first = last - MONTHS[kind] + 1
  return { start: `${year}-${pad(first)}-01`, end: `${year}-${pad(last)}-${pad(daysInMonth(year, last))}` }
}

/** Returns the year of a period; no period crosses a year. */
export const yearOf = (key: string): number => parts(key).year

/** Returns the period of this frequency that contains the date. */
export function periodOf(date: string, frequency: Frequency): string {
  const year = Number(date.slice(0, 4))
  const month = Number(date.slice(5, 7))
  return keyOf(year, frequency, Math.ceil(month / MONTHS[frequency]))
}

/** Returns the previous period of the same kind; null for a single event. */
export function previousPeriod(key: string): string | null {
  const { year, kind, index } = parts(key)
  if (kind === 'event') return null
  if (index > 1) return keyOf(year, kind, index - 1)
  return keyOf(year - 1, kind, 12 / MONTHS[kind])
}

/** Returns the last `count` periods up to the one that contains the date, newest first. */
export function recentPeriods(date: string, frequency: Frequency, count: number): string[] {
  const keys = [periodOf(date, frequency)]
  while (keys.length < count) {
    const before = previousPeriod(keys[keys.length - 1]!)
    if (!before) break
    keys.push(before)
  }
  return keys
}

const DAY_MS = 86_400_000

/** Returns the whole days from one calendar date to another; negative if it is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)

/** Formats a date in Chinese: 2026年3月5日. */
export function dateLabel(date: string): string {
  return `${Number(date.slice(0, 4))}年${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`
}

const inChina = (instant: string | Date): string =>
  new Date(new Date(instant).getTime() + 8 * 3_600_000).toISOString()

/** Returns the calendar date in China of an instant (UTC+8, no daylight saving). */
export const chinaDate = (instant: string | Date): string => inChina(instant).slice(0, 10)

/** Returns the time of day in China of an instant: 14:05. */
export const chinaTime = (instant: string | Date): string => inChina(instant).slice(11, 16)

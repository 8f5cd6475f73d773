import type { HolidayTable } from './types'
import type { Span } from '@shared/common/span'

/** Calendar dates `YYYY-MM-DD` by plain arithmetic: no time zone, no clock. */

const DAY = 86_400_000
const pad = (n: number, width = 2): string => String(n).padStart(width, '0')

const dayNumber = (date: string): number => Date.parse(date) / DAY
const dateOfDay = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10)

const dateOf = (year: number, month: number, day: number): string =>
  `${pad(year, 4)}-${pad(month)}-${pad(day)}`

export const yearOf = (date: string): number => Number(date.slice(0, 4))
export const monthOf = (date: string): number => Number(date.slice(5, 7))

export const daysInMonth = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate()

/** Returns the date; a day that the month lacks becomes its last day. */
export const dayOfMonth = (year: number, month: number, day: number): string =>
  dateOf(year, month, Math.min(day, daysInMonth(year, month)))

export const addDays = (date: string, days: number): string => dateOfDay(dayNumber(date) + days)

/** Returns the same day of the later month, or its last day (民法典 §202). */
export function addMonths(date: string, months: number): string {
  const index = yearOf(date) * 12 + monthOf(date) - 1 + months
  return dayOfMonth(Math.floor(index / 12), (index % 12) + 1, Number(date.slice(8, 10)))
}

/** Checks for an existing date written `YYYY-MM-DD`, from year 1900 to 9998. */
export function isCalendarDate(text: string): boolean {
  if (!/^(?:19|[2-9]\d)\d{2}-\d{2}-\d{2}$/.test(text)) return false
  const day = Number(text.slice(8))
  const month = monthOf(text)
  return (
    yearOf(text) < 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(yearOf(text), month)
  )
}

/** Thrown for a date in a year without a holiday table: nothing is computed (code `holidays-missing`). */
export class HolidaysMissing extends Error {
  override name = 'HolidaysMissing'
  readonly code = 'holidays-missing'
  constructor(readonly year: number) {
    super(`没有 ${year} 年的节假日安排，不能推算工作日`)
  }
}

/** Checks for a weekend; day 0 is 1970-01-01, a Thursday. */
const isWeekend = (day: number): boolean => [0, 6].includes((day + 4) % 7)

function isRest(day: number, date: string, holidays: HolidayTable): boolean {
  const year = holidays.get(yearOf(date))
  if (!year) throw new HolidaysMissing(yearOf(date))
  return year.off.has(date) || (isWeekend(day) && !year.work.has(date))
}

/**
 * Checks for a rest day 法定休息日: a weekend or holiday that is not a make-up work day.
 * @throws HolidaysMissing
 */
export const isRestDay = (date: string, holidays: HolidayTable): boolean =>
  isRest(dayNumber(date), date, holidays)

/** The end of a period, and the skipped rest days. */
export interface PeriodEnd {
  date: string
  skipped: string[]
}

function countWorkingDays(from: string, n: number, step: 1 | -1, holidays: HolidayTable): PeriodEnd {
  const skipped: string[] = []
  let day = dayNumber(from)
  let date = from
  for (let left = n; left > 0;) {
    day += step
    date = dateOfDay(day)
    if (isRest(day, date, holidays)) skipped.push(date)
    else left--
  }
  return { date, skipped: step === 1 ? skipped : skipped.reverse() }
}

/** Returns the next working day, or the day itself if it is one (民法典 §203). */
function nextWorkingDay(from: string, holidays: HolidayTable): PeriodEnd {
  if (!isRestDay(from, holidays)) return { date: from, skipped: [] }
  const { date, skipped } = countWorkingDays(from, 1, 1, holidays)
  return { date, skipped: [from, ...skipped] }
}

/**
 * Returns the last day of a period that begins on `from`, which is not counted (民法典 §201). A period of calendar
 * days or months that ends on a rest day ends on the next working day.
 * @throws HolidaysMissing
 */
export function periodEnd(from: string, { n, unit }: Span, holidays: HolidayTable): PeriodEnd {
  if (unit === 'working-day') return countWorkingDays(from, n, 1, holidays)
  return nextWorkingDay(unit === 'month' ? addMonths(from, n) : addDays(from, n), holidays)
}

/** Returns the day a span before `date`; calendar days and months are not moved off a rest day. */
export function daysBefore(date: string, { n, unit }: Span, holidays: HolidayTable): PeriodEnd {
  if (unit === 'working-day') return countWorkingDays(date, n, -1, holidays)
  return { date: unit === 'month' ? addMonths(date, -n) : addDays(date, -n), skipped: [] }
}

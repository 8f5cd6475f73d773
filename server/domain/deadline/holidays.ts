import published from '@shared/facts/disclosure/holidays.json'
import { addDays, isCalendarDate, isRestDay, yearOf } from './calendar'
import { withAssumedYears } from './assumedYears'
import type { HolidayTable, HolidayTables, HolidayYear } from './types'

/** A table as people edit it: `{ "2026": { "off": ["YYYY-MM-DD"], "work": ["YYYY-MM-DD"] } }`. */
export type HolidayFile = Readonly<Record<string, { off: readonly string[]; work: readonly string[] }>>

/** Expands `01-01 02-15/02-23` of a year into its dates. */
function expand(year: string, ranges: string): string[] {
  return ranges.split(' ').flatMap(range => {
    const [first = '', last = first] = range.split('/')
    const dates: string[] = []
    for (let date = `${year}-${first}`; date <= `${year}-${last}`; date = addDays(date, 1)) dates.push(date)
    return dates
  })
}

/** The State Council's yearly notices (shared/facts/disclosure/holidays.json, each with source and checkedOn). */
export const PUBLISHED_HOLIDAYS: HolidayTables = new Map(
  Object.entries(published).map(([year, { off, work }]): [number, HolidayYear] => [
    Number(year),
    { off: new Set(expand(year, off)), work: new Set(expand(year, work)) },
  ]),
)

/** Replaces the years of `base` by those of `file` (an own table, a later notice). */
export function withHolidays(base: HolidayTables, file: HolidayFile): HolidayTables {
  const own = Object.entries(file).map(([year, { off, work }]): [number, HolidayYear] => [
    Number(year),
    { off: new Set(off), work: new Set(work) },
  ])
  return new Map([...base, ...own])
}

export interface HolidayFault {
  field: string
  message: string
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function listFaults(year: string, name: string, days: unknown): HolidayFault[] {
  const field = `${year}.${name}`
  if (!Array.isArray(days)) return [{ field, message: `${year} 年缺少 ${name} 日期表` }]
  return days.flatMap((day: unknown, index) =>
    typeof day === 'string' && isCalendarDate(day) && day.startsWith(`${year}-`)
      ? []
      : [{ field: `${field}.${index}`, message: `不是 ${year} 年的日期：${String(day)}` }],
  )
}

function yearFaults(year: string, table: unknown): HolidayFault[] {
  if (!/^\d{4}$/.test(year) || !isObject(table)) {
    return [{ field: year, message: `不是一年的节假日表：${year}` }]
  }
  const faults = [...listFaults(year, 'off', table.off), ...listFaults(year, 'work', table.work)]
  if (faults.length > 0) return faults
  const work = new Set(table.work as string[])
  return (table.off as string[])
    .filter(day => work.has(day))
    .map(day => ({ field: year, message: `${day} 既是放假日又是上班日` }))
}

/** Returns every fault of a holiday file; an empty list proves a `HolidayFile`. */
export function holidayFileFaults(file: unknown): HolidayFault[] {
  if (!isObject(file)) return [{ field: '', message: '节假日表应是 { "年份": { "off": […], "work": […] } }' }]
  return Object.entries(file).flatMap(([year, table]) => yearFaults(year, table))
}

/** A day whose nature a table changes: a holiday on a weekday, a make-up work day on a weekend. */
export interface ChangedDay {
  date: string
  rest: boolean
}

/** Returns the days of a year that are rest days by one table and not by the other; a missing year has its weekends. */
export function changedDays(year: number, before: HolidayTable, after: HolidayTable): ChangedDay[] {
  const isRest = (table: HolidayTable, date: string) =>
    withAssumedYears(table, known => isRestDay(date, known)).value
  const days: ChangedDay[] = []
  for (let date = `${year}-01-01`; yearOf(date) === year; date = addDays(date, 1)) {
    const rest = isRest(after, date)
    if (rest !== isRest(before, date)) days.push({ date, rest })
  }
  return days
}

/** Returns the last day up to which every day from today on is known, or the last known one before today. */
export function lastKnownDay(tables: HolidayTables, today: string): string {
  const known = [...tables.keys()].sort((a, b) => a - b)
  const begun = known.findLast(year => year <= yearOf(today)) ?? yearOf(today) - 1
  const last = known.reduce((end, year) => (year === end + 1 ? year : end), begun)
  return `${last}-12-31`
}

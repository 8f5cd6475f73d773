import type { HolidayTable, HolidayYear } from './types'

/** A value computed from dates, with the years that had no holiday table and were computed by weekends alone. */
export interface Computed<T> {
  value: T
  /** In order; empty: every year that was needed has its table. */
  assumedYears: number[]
}

const NO_HOLIDAYS: HolidayYear = { off: new Set(), work: new Set() }

/**
 * Computes beyond the holiday tables 按周末推算: a year without a table has its weekends and no other rest days. The
 * answer names these years, so that the date is shown as assumed and recomputed once the table is known.
 */
export function withAssumedYears<T>(
  holidays: HolidayTable,
  compute: (table: HolidayTable) => T,
): Computed<T> {
  const assumed = new Set<number>()
  const get = (year: number): HolidayYear => {
    const known = holidays.get(year)
    if (!known) assumed.add(year)
    return known ?? NO_HOLIDAYS
  }
  const value = compute({ get })
  return { value, assumedYears: [...assumed].sort((a, b) => a - b) }
}

/** The field that an answer carries when years were assumed; nothing otherwise, so that stored bytes stay as they were. */
export interface Assumed {
  assumedYears?: number[]
}

export const assumedPart = ({ assumedYears }: Pick<Computed<unknown>, 'assumedYears'>): Assumed =>
  assumedYears.length > 0 ? { assumedYears } : {}

/** Returns the table as it was before a year was known. */
export const without = (holidays: HolidayTable, year: number): HolidayTable => ({
  get: asked => (asked === year ? undefined : holidays.get(asked)),
})

import type { Logger } from 'pino'
import { type HolidayTables, lastKnownDay, PUBLISHED_HOLIDAYS, withHolidays } from '@server/domain/deadline'
import { chinaDate } from '@shared/common/period'
import { HOLIDAY_WARNING } from '@shared/facts/disclosure/holidayRules'
import type { Db } from '@server/platform/store/db'
import { HolidayYears, type HolidayYearRow } from '../models/holidayYears'

const DAY_MS = 86_400_000

/** Returns the tables with one more year, or another version of it. */
export const withYear = (
  tables: HolidayTables,
  { year, off, work }: Pick<HolidayYearRow, 'year' | 'off' | 'work'>,
): HolidayTables => withHolidays(tables, { [year]: { off, work } })

/**
 * Returns the holiday tables in force 放假安排: those that came with the program and the confirmed years of the store.
 * Read again each time, a few rows, so that every process sees a year as soon as it is confirmed.
 */
export async function activeHolidays(db: Db): Promise<HolidayTables> {
  const rows = await db
    .of(HolidayYears)
    .find({ state: 'confirmed' })
    .sort({ confirmedAt: 1, _id: 1 })
    .lean<HolidayYearRow[]>()
    .exec()
  return rows.reduce(withYear, PUBLISHED_HOLIDAYS)
}

/** Returns the last day up to which all holidays are known, and how many days that is away. */
export function knownFrom(tables: HolidayTables, now: Date): { knownTo: string; daysLeft: number } {
  const today = chinaDate(now)
  const knownTo = lastKnownDay(tables, today)
  return { knownTo, daysLeft: (Date.parse(knownTo) - Date.parse(today)) / DAY_MS }
}

/** Returns the days until the last known one; negative when it has passed. */
export const holidayDaysLeft = async (db: Db, now: Date): Promise<number> =>
  knownFrom(await activeHolidays(db), now).daysLeft

/** Warns in the log while the known holidays end within the time of HOLIDAY_WARNING. */
export async function warnOfHolidays(db: Db, now: Date, log: Pick<Logger, 'warn'>): Promise<void> {
  const { knownTo, daysLeft } = knownFrom(await activeHolidays(db), now)
  if (daysLeft <= HOLIDAY_WARNING.days) log.warn({ knownTo, daysLeft }, 'holiday tables end soon')
}

import { changedDays } from '@server/domain/deadline'
import type { ChangedDay } from '@server/domain/deadline/holidays'
import type { DayMove } from '@shared/contract/disclosure/holidays'
import { notFound } from '@server/platform/errors'
import type { Db } from '@server/platform/store/db'
import { Orgs, type OrgRow } from '@server/people/orgs'
import { daysMoving } from '../events'
import { HolidayYears, type HolidayYearRow } from '../models/holidayYears'
import { activeHolidays, knownFrom, withYear } from './activeHolidays'

/** What a year would change: the days themselves, and the dates of things under way. */
export interface YearEffect {
  days: ChangedDay[]
  moves: DayMove[]
}

export interface HolidaysShown {
  root: OrgRow
  /** Last day up to which all holidays are known, and the days until then. */
  known: { knownTo: string; daysLeft: number }
  /** Newest first; `effect`: of a year that waits. */
  rows: { row: HolidayYearRow; effect: YearEffect | null }[]
}

/** Returns the topmost organisation, whose administrators keep the tables. */
export async function topmostOrg(db: Db): Promise<OrgRow> {
  const root = await db
    .of(Orgs)
    .findOne({ parentCode: null })
    .sort({ order: 1, _id: 1 })
    .lean<OrgRow>()
    .exec()
  if (!root) throw notFound('org-not-found')
  return root
}

/** Returns what a year's table would change if it counted now. */
export async function effectOf(
  db: Db,
  row: Pick<HolidayYearRow, 'year' | 'off' | 'work'>,
  at: Date,
): Promise<YearEffect> {
  const before = await activeHolidays(db)
  const holidays = withYear(before, row)
  const moves = await db.ask(daysMoving, { year: row.year, holidays, at })
  return { days: changedDays(row.year, before, holidays), moves: moves.flat() }
}

/** Returns every table of the store with what the waiting ones would change. */
export async function holidaysShown(db: Db, at: Date): Promise<HolidaysShown> {
  const found = await db
    .of(HolidayYears)
    .find({})
    .sort({ importedAt: -1, _id: -1 })
    .lean<HolidayYearRow[]>()
    .exec()
  const rows: HolidaysShown['rows'] = []
  for (const row of found) {
    rows.push({ row, effect: row.state === 'waiting' ? await effectOf(db, row, at) : null })
  }
  return { root: await topmostOrg(db), known: knownFrom(await activeHolidays(db), at), rows }
}

/** @throws AppError 404 `holidays-not-found` */
export async function requireHolidayYear(db: Db, id: string): Promise<HolidayYearRow> {
  const row = await db.of(HolidayYears).findById(id).lean<HolidayYearRow>().exec()
  if (!row) throw notFound('holidays-not-found')
  return row
}

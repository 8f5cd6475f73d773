import { trusted } from 'mongoose'
import { obligationState, isDone } from '@server/domain/obligation'
import type { Db } from '@server/platform/store/db'
import { Obligations, type ObligationRow } from '../models/obligations'

/** Most rows of a year: an organisation owes a few hundred. */
const MOST = 2_000

const FIELDS = {
  name: 1,
  area: 1,
  causeLabel: 1,
  dueOn: 1,
  status: 1,
  doneOn: 1,
  noticeId: 1,
  nudges: 1,
} as const

export type CalendarRow = Pick<ObligationRow, '_id' | keyof typeof FIELDS>

/** Returns what an organisation has to disclose by a day of a year 公开日历, by that day. */
export async function calendarOf(db: Db, orgCode: string, year: number): Promise<CalendarRow[]> {
  const rows = await db
    .of(Obligations)
    .find({ orgCode, month: trusted({ $gte: `${year}-01`, $lt: `${year + 1}-01` }) }, FIELDS)
    .sort({ month: 1, sortDate: 1, _id: 1 })
    .limit(MOST)
    .lean<CalendarRow[]>()
    .exec()
  return rows.filter(({ status, dueOn }) => dueOn !== null && (status === 'open' || isDone({ status })))
}

/** Returns the state of a row of the calendar on a day. */
export function calendarState(row: CalendarRow, today: string): 'done' | 'done-late' | 'late' | 'due' {
  if (row.status === 'done') return 'done'
  if (row.status === 'late') return 'done-late'
  return obligationState(row, today) === 'overdue' ? 'late' : 'due'
}

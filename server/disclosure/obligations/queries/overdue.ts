import { trusted } from 'mongoose'
import type { Db } from '@server/platform/store/db'
import { Obligations, type ObligationRow } from '../models/obligations'

/** Most rows that are read; a village that owes more is late with everything. */
const MOST = 200

const FIELDS = { name: 1, area: 1, category: 1, causeKind: 1, causeLabel: 1, sortDate: 1 } as const

export type OverdueRow = Pick<ObligationRow, keyof typeof FIELDS>

/**
 * Returns what an organisation owes since before `today` 到期没有公开, the longest owed first. What has to be public all
 * the time 长期公开 has no day on which it is late.
 */
export async function overdueOf(db: Db, orgCode: string, today: string): Promise<OverdueRow[]> {
  const rows = await db
    .of(Obligations)
    .find({ orgCode, status: 'open', sortDate: trusted({ $lt: today }) }, FIELDS)
    .sort({ sortDate: 1, _id: 1 })
    .limit(MOST)
    .lean<OverdueRow[]>()
    .exec()
  return rows.filter(({ causeKind }) => causeKind !== 'standing')
}

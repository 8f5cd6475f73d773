import { trusted } from 'mongoose'
import type { Db } from '@server/platform/store/db'
import { Obligations, type ObligationRow } from '../models/obligations'

/** Most rows that are read; a village that owes more is late with everything. */
const MOST = 200

export type OverdueRow = Pick<ObligationRow, 'name' | 'area' | 'category' | 'causeLabel' | 'sortDate'>

/**
 * Returns what an organisation owes since before `today` 到期没有公开, the longest owed first. What has to be public all
 * the time 长期公开 has no day on which it is late.
 */
export const overdueOf = (db: Db, orgCode: string, today: string): Promise<OverdueRow[]> =>
  db
    .of(Obligations)
    .find(
      {
        orgCode,
        status: 'open',
        sortDate: trusted({ $lt: today }),
        causeKind: trusted({ $ne: 'standing' as const }),
      },
      { name: 1, area: 1, category: 1, causeLabel: 1, sortDate: 1 },
    )
    .sort({ sortDate: 1, _id: 1 })
    .limit(MOST)
    .lean<OverdueRow[]>()
    .exec()

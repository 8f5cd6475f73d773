import type { RemovalState } from '@shared/contract/disclosure/removedNotice'
import { conflict } from '@server/platform/errors'
import type { Tx } from '@server/platform/store/db'
import { Removals, type RemovalRow } from '../models/removals'

type Change = Partial<Pick<RemovalRow, 'agreed' | 'outcome' | 'dueOn' | 'assumedYears'>> & {
  state?: RemovalState
}

/**
 * Changes a waiting removal by compare-and-set on its version; a new state decides it.
 * @throws AppError 409 `removal-decided` when it waits no more, or another writer was faster
 */
export async function decide(tx: Tx, row: RemovalRow, change: Change): Promise<RemovalRow> {
  const decided = change.state !== undefined
  const next = {
    ...change,
    ...(decided && { decidedAt: tx.now, dueOn: null }),
    version: row.version + 1,
  }
  const { _id, version } = row
  const { modifiedCount } = await tx
    .of(Removals)
    .updateOne({ _id, version, state: 'waiting' }, { $set: next })
  if (modifiedCount !== 1) throw conflict('removal-decided')
  return { ...row, ...next }
}

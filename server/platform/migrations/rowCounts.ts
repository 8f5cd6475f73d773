import type { Authorised } from '../access/caller'
import { audit } from '../audit/writeAudit'
import { singleWrites } from '../store/transaction'
import type { Db, Tx } from '../store/db'
import { rawCollection } from './rawRows'
import { StoreState, type StoreStateRow } from './storeState'

/** A collection with fewer rows than it was seen with, although none of its rows ever go. */
export interface RowLoss {
  collection: string
  before: number
  now: number
}

/**
 * Counts collections whose rows never go, compares with the most that were seen, and keeps the larger numbers: a loss is
 * reported until the rows are back. An engine may start without a file of its own and say nothing.
 */
export async function findRowLosses(db: Db, lasting: readonly string[]): Promise<RowLoss[]> {
  const state = await db.of(StoreState).findOne({}).lean<StoreStateRow>().exec()
  if (!state) return []
  const counts: Record<string, number> = { ...state.counts }
  const losses: RowLoss[] = []
  for (const collection of lasting) {
    const before = counts[collection] ?? 0
    const now = await rawCollection(db, collection).countDocuments({})
    if (now < before) losses.push({ collection, before, now })
    counts[collection] = Math.max(before, now)
  }
  await singleWrites(db).of(StoreState).updateOne({ _id: state._id }, { $set: { counts } })
  return losses
}

/**
 * States that a loss is known 确认数据减少, with the reason: from now on the smaller number counts, and a further loss is
 * reported again. Returns false when somebody else did so first.
 */
export async function acknowledgeLoss(
  tx: Tx,
  by: Authorised<'rowLoss.acknowledge'>,
  { collection, before, now }: RowLoss,
  reason: string,
): Promise<boolean> {
  const field = `counts.${collection}`
  const { modifiedCount } = await tx.of(StoreState).updateOne({ [field]: before }, { $set: { [field]: now } })
  if (modifiedCount !== 1) return false
  await audit(tx, by, { orgCode: '', id: collection }, { before, now, reason })
  return true
}

export const lossLine = ({ collection, before, now }: RowLoss): string =>
  `数据可能丢了：${collection} 以前有 ${before} 行，现在只有 ${now} 行，而这里的数据从不删除。` +
  '请先停止写入，查数据库的文件和磁盘；确实丢了，从备份恢复到另一个库比对；查明原因、不再找回的，用 cli losses acknowledge 说明。'

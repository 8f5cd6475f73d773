import type { Tx } from '@server/platform/store/db'
import { addJob } from '@server/platform/jobs/runner'
import type { RemovalRow } from '../models/removals'
import { isShown } from '../states'

/** Notifies the other sides, the organisation's own people and, of what left the public, everybody who follows the category. */
export async function announce(tx: Tx, row: RemovalRow): Promise<void> {
  const { _id: removalId, version } = row
  const news = { removalId, version, state: row.state }
  await addJob(tx, {
    kind: 'notify-removal',
    key: `removal:${removalId}:${version}`,
    dueAt: tx.now,
    data: news,
  })
  if (!isShown(row) || row.state === 'confirmed') return
  await addJob(tx, {
    kind: 'notify-removal-followers',
    key: `removal-followers:${removalId}:${version}:`,
    dueAt: tx.now,
    data: { ...news, after: '' },
  })
}

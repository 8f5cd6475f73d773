import type { Tx } from '@server/platform/store/db'
import { addJob } from '@server/platform/jobs/runner'
import type { PublicationRow } from '../models/publications'

/**
 * Schedules the notification of a publication's followers; adds one row, however many followers there are.
 */
export const notifyFollowers = (
  tx: Tx,
  { _id, publishedAt }: Pick<PublicationRow, '_id' | 'publishedAt'>,
): Promise<void> =>
  addJob(tx, {
    kind: 'notify-followers',
    key: `follow:${_id}:`,
    dueAt: publishedAt,
    data: { publicationId: _id, after: '' },
  })

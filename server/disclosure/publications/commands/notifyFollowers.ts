import type { Db } from '@server/platform/store/db'
import type { Clock } from '@server/platform/clock'
import { addJob } from '@server/platform/jobs/runner'
import type { PublicationRow } from '../models/publications'

/** Has the followers of a publication told. Belongs into the publishing transaction and adds one row to it, however many they are. */
export const notifyFollowers = (db: Db, clock: Clock, { _id }: Pick<PublicationRow, '_id'>): Promise<void> =>
  addJob(db, {
    kind: 'notify-followers',
    key: `follow:${_id}:`,
    dueAt: clock.now(),
    data: { publicationId: _id, after: '' },
  })

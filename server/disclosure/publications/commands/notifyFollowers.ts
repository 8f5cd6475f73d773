import type { Models, PublicationRow } from '@server/platform/store/collections'
import type { Clock } from '@server/platform/clock'
import { addJob } from '@server/platform/jobs/runner'

/** Has the followers of a publication told. Belongs into the publishing transaction and adds one row to it, however many they are. */
export const notifyFollowers = (
  models: Models,
  clock: Clock,
  { _id }: Pick<PublicationRow, '_id'>,
): Promise<void> =>
  addJob(models, {
    kind: 'notify-followers',
    key: `follow:${_id}:`,
    dueAt: clock.now(),
    data: { publicationId: _id, after: '' },
  })

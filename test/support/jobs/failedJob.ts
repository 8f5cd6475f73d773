import { type JobRow, Jobs } from '@server/platform/jobs/jobs'
import { jobRow } from '@server/platform/jobs/queue'
import type { Store } from '@server/platform/store/db'
import { JOURNEY_NOW } from '../server/runningServer'

/** Stores a job that failed for good, due on the day of the tests. */
export async function failedJob(db: Store, given: Partial<JobRow> = {}): Promise<JobRow> {
  const dueAt = new Date(JOURNEY_NOW)
  const row: JobRow = {
    ...jobRow({ kind: 'refresh-obligations', key: 'duties:2026-11-20:V1', dueAt, data: { orgCode: 'V1' } }),
    state: 'failed',
    attempts: 8,
    lastError: 'MongoServerError',
    touchedAt: dueAt,
    ...given,
  }
  await db.of(Jobs).create([row])
  return row
}

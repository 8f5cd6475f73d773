import { ERROR_TEXTS } from '@shared/texts/errors'
import type { Authorised } from '../access/caller'
import { audit } from '../audit/writeAudit'
import { conflict, notFound } from '../errors'
import type { Db, Tx } from '../store/db'
import { JOB_NAMES, Jobs, type JobRow } from './jobs'

/** A scheduled job that failed for good, as an operator reads it. */
export interface FailedJob {
  id: string
  kind: string
  name: string
  key: string
  dueAt: Date
  attempts: number
  /** What went wrong the last time: a sentence where the code is known, else the name of the error. */
  reason: string
  /** When it failed the last time. */
  failedAt: Date | null
}

export interface FailedJobs {
  jobs: FailedJob[]
  /** Number of all, also of those not listed. */
  count: number
}

const MOST = 200

const reasonOf = (error: string | null): string =>
  (ERROR_TEXTS as Readonly<Record<string, string>>)[error ?? ''] ?? error ?? '原因不明'

const failedJob = ({ _id, kind, key, dueAt, attempts, lastError, touchedAt }: JobRow): FailedJob => ({
  id: _id,
  kind,
  name: JOB_NAMES[kind] ?? kind,
  key,
  dueAt,
  attempts,
  reason: reasonOf(lastError),
  failedAt: touchedAt,
})

/** Lists the jobs that failed for good, those of one kind together. */
export async function failedJobs(db: Db): Promise<FailedJobs> {
  const rows = await db
    .of(Jobs)
    .find({ state: 'failed' })
    .sort({ kind: 1, nextAt: 1, _id: 1 })
    .limit(MOST)
    .lean<JobRow[]>()
    .exec()
  const count =
    rows.length < MOST ? rows.length : await db.of(Jobs).countDocuments({ state: 'failed' }).exec()
  return { jobs: rows.map(failedJob), count }
}

/**
 * Makes a failed job wait again, due now, with all its attempts. Entered in the audit log under the organisation of the
 * administrator, under none for the operator.
 * @throws AppError 404 `job-not-found`; 409 `job-not-failed`
 */
export async function retryJob(tx: Tx, by: Authorised<'job.retry'>, id: string): Promise<FailedJob> {
  const row = await tx.of(Jobs).findById(id).lean<JobRow>().exec()
  if (!row) throw notFound('job-not-found', 'id')
  const { modifiedCount } = await tx
    .of(Jobs)
    .updateOne(
      { _id: id, state: 'failed' },
      { $set: { state: 'waiting', attempts: 0, nextAt: tx.now, touchedAt: null, claimedBy: null } },
    )
  if (modifiedCount !== 1) throw conflict('job-not-failed')
  const office = by.actor.roles.find(({ role }) => role === 'system-admin')
  await audit(tx, by, { orgCode: office?.orgCode ?? '', id }, { kind: row.kind, key: row.key })
  return failedJob(row)
}

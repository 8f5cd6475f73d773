import mongoose from 'mongoose'
import type { Db, Tx } from '../store/db'
import { singleWrites, tryUpdateNow } from '../store/transaction'
import { Jobs, type JobKind, type JobRow } from './jobs'
import { newId } from '../store/collection'

export interface NewJob {
  kind: JobKind
  /** Unique key; not personal data. */
  key: string
  dueAt: Date
  data: Record<string, string | number>
}

/** Returns the row of an unclaimed job. */
export const jobRow = (job: NewJob): JobRow => ({
  _id: newId('job'),
  ...job,
  state: 'waiting',
  nextAt: job.dueAt,
  touchedAt: null,
  claimedBy: null,
  attempts: 0,
  lastError: null,
  doneAt: null,
})

/** Schedules a job; a second one with the same key is ignored. */
export async function addJob(tx: Tx, job: NewJob): Promise<void> {
  const { key, ...row } = jobRow(job)
  await tx.of(Jobs).updateOne({ key }, { $setOnInsert: row }, { upsert: true })
}

/** Deletes an unfinished job, so that its key is free again. */
export async function cancelJob(tx: Tx, key: string): Promise<void> {
  const job = await tx.of(Jobs).findOne({ key }, { state: 1 }).lean()
  if (job && job.state !== 'done') await tx.of(Jobs).deleteOne({ _id: job._id, state: job.state })
}

/** Milliseconds by which the clocks of two processes may differ without being treated as a clock set back. */
const SKEW_MS = 60_000

/**
 * Returns the jobs due by `now`, the longest due first. Uses “before the next millisecond”: SecantusDB's Python
 * engine omits equal values of `$lte` when the index continues after the field.
 */
export const dueJobs = (db: Db, kind: JobKind, now: Date, limit: number): Promise<JobRow[]> =>
  db
    .of(Jobs)
    .find({ state: 'waiting', kind, nextAt: mongoose.trusted({ $lt: new Date(now.getTime() + 1) }) })
    .sort({ nextAt: 1, _id: 1 })
    .limit(limit)
    .lean<JobRow[]>()
    .exec()

/** Changes a waiting job if it is still as it was read; returns whether it did. Does not wait for a lock on the row. */
const change = (db: Db, _id: string, seen: Partial<JobRow>, set: Partial<JobRow>): Promise<boolean> =>
  tryUpdateNow(db.connection, session =>
    singleWrites(db)
      .of(Jobs)
      .updateOne({ _id, state: 'waiting', ...seen }, { $set: set }, { session }),
  )

/** Releases leases and pauses set by a clock that has been set back since: such jobs may be claimed again. */
export async function freeAfterClockJump(db: Db, kind: JobKind, now: Date): Promise<void> {
  const horizon = new Date(now.getTime() + SKEW_MS)
  const stuck = await db
    .of(Jobs)
    .find({ state: 'waiting', kind, touchedAt: mongoose.trusted({ $gt: horizon }) })
    .lean<JobRow[]>()
    .exec()
  for (const { _id, touchedAt, dueAt } of stuck) {
    await change(db, _id, { touchedAt }, { nextAt: dueAt, touchedAt: null, claimedBy: null })
  }
}

/**
 * Claims a job for `leaseMs` milliseconds by compare-and-set. Returns the claim's token; null when another process
 * was faster.
 */
export async function claimJob(
  db: Db,
  { _id, nextAt, claimedBy: holder }: JobRow,
  now: Date,
  leaseMs: number,
): Promise<string | null> {
  const claimedBy = newId('run')
  const lease = { claimedBy, touchedAt: now, nextAt: new Date(now.getTime() + leaseMs) }
  return (await change(db, _id, { nextAt, claimedBy: holder }, lease)) ? claimedBy : null
}

/** Releases a claim and sets the job's next state. Does nothing when the claim is lost. */
export const releaseJob = (db: Db, _id: string, claimedBy: string, set: Partial<JobRow>) =>
  change(db, _id, { claimedBy }, { ...set, claimedBy: null })

/**
 * Marks a job done. Returns false when the claim is lost: the caller must then write
 * nothing.
 */
export async function finishJob(tx: Tx, _id: string, claimedBy: string): Promise<boolean> {
  const { modifiedCount } = await tx
    .of(Jobs)
    .updateOne(
      { _id, state: 'waiting', claimedBy },
      { $set: { state: 'done', doneAt: tx.now, lastError: null } },
    )
  return modifiedCount === 1
}

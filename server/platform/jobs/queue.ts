import mongoose from 'mongoose'
import type { Db } from '../store/db'
import { tryUpdateNow } from '../store/transaction'
import { Jobs, type JobKind, type JobRow } from './jobs'
import { newId } from '../store/collection'

export interface NewJob {
  kind: JobKind
  /** One job for each key; not personal data. */
  key: string
  dueAt: Date
  data: Record<string, string | number>
}

/** Work that nobody has claimed yet, as a row. */
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

/** Puts work off until a time. Belongs into the caller's transaction; a second one with the same key does nothing. */
export async function addJob(db: Db, job: NewJob): Promise<void> {
  const { key, ...row } = jobRow(job)
  await db.of(Jobs).updateOne({ key }, { $setOnInsert: row }, { upsert: true })
}

/** Takes back work that is not done yet, so that its key is free again. Belongs into the caller's transaction. */
export async function cancelJob(db: Db, key: string): Promise<void> {
  const job = await db.of(Jobs).findOne({ key }, { state: 1 }).lean()
  if (job && job.state !== 'done') await db.of(Jobs).deleteOne({ _id: job._id, state: job.state })
}

/** Milliseconds by which clocks of two processes may differ without one thinking that time has gone back. */
const SKEW_MS = 60_000

/**
 * What is due by `now`, the longest due first. Said as “before the next millisecond”: SecantusDB's Python engine leaves out the
 * equal ones of `$lte` when the index goes on behind the field.
 */
export const dueJobs = (db: Db, kind: JobKind, now: Date, limit: number): Promise<JobRow[]> =>
  db
    .of(Jobs)
    .find({ state: 'waiting', kind, nextAt: mongoose.trusted({ $lt: new Date(now.getTime() + 1) }) })
    .sort({ nextAt: 1, _id: 1 })
    .limit(limit)
    .lean<JobRow[]>()
    .exec()

/** A change to a waiting job that is as it was seen. Whether it was made; somebody who holds the row is not waited for. */
const change = (db: Db, _id: string, seen: Partial<JobRow>, set: Partial<JobRow>): Promise<boolean> =>
  tryUpdateNow(db.connection, session =>
    db.of(Jobs).updateOne({ _id, state: 'waiting', ...seen }, { $set: set }, { session }),
  )

/** Leases and pauses that were set by a clock which has gone back since mean nothing: such work may be claimed again. */
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

/** Takes a job for `leaseMs`: compare-and-set on what was seen. The token of the claim, or null when a rival was faster. */
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

/** Lets go of a claim, and says what becomes of the job. Nothing happens when the claim is lost. */
export const releaseJob = (db: Db, _id: string, claimedBy: string, set: Partial<JobRow>) =>
  change(db, _id, { claimedBy }, { ...set, claimedBy: null })

/** Marks a job done in the caller's transaction. False when the claim is lost: then nothing else may happen there. */
export async function finishJob(db: Db, _id: string, claimedBy: string, doneAt: Date): Promise<boolean> {
  const { modifiedCount } = await db
    .of(Jobs)
    .updateOne({ _id, state: 'waiting', claimedBy }, { $set: { state: 'done', doneAt, lastError: null } })
  return modifiedCount === 1
}

import type { MessageKind } from '@shared/contract/people/message'
import type { Db } from '@server/platform/store/db'
import { addJob } from '@server/platform/jobs/runner'
import { OutboxDigests, type DigestEntry, type OutboxDigestRow } from '../models/outboxDigests'
import { newId } from '@server/platform/store/collection'

interface Addition {
  userId: string
  kind: MessageKind
  entry: DigestEntry
  now: Date
  /** Length of the gathering window in milliseconds. */
  windowMs: number
}

/** Schedules the job that sends a digest. */
export const sendAt = (db: Db, { _id, version }: OutboxDigestRow, dueAt: Date): Promise<void> =>
  addJob(db, { kind: 'send-message', key: `send:${_id}:${version}`, dueAt, data: { digestId: _id } })

/** Adds an entry to the person's pending message or starts one. Runs in the caller's transaction. */
export async function addToDigest(db: Db, { userId, kind, entry, now, windowMs }: Addition) {
  const latest = new Date(now.getTime() + windowMs)
  const digest = await db
    .of(OutboxDigests)
    .findOneAndUpdate(
      { userId, kind, state: 'waiting' },
      {
        $push: { entries: entry },
        $inc: { version: 1 },
        $setOnInsert: { _id: newId('dig'), dueAt: latest, endedAt: null, reason: null },
      },
      { upsert: true, returnDocument: 'after' },
    )
    .lean<OutboxDigestRow>()
    .exec()
  // A digest started before the clock was set back would wait too long.
  if (digest.version === 1 || digest.dueAt > latest) await sendAt(db, digest, latest)
}

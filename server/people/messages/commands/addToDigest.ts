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
  /** Milliseconds in which entries are gathered. */
  windowMs: number
}

/** Has a digest sent at a time. */
export const sendAt = (db: Db, { _id, version }: OutboxDigestRow, dueAt: Date): Promise<void> =>
  addJob(db, { kind: 'send-message', key: `send:${_id}:${version}`, dueAt, data: { digestId: _id } })

/** Puts an entry into the message that waits for a person, or begins one. Belongs into the caller's transaction. */
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
  // One that was begun under a clock which has gone back since would wait too long.
  if (digest.version === 1 || digest.dueAt > latest) await sendAt(db, digest, latest)
}

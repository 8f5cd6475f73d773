import type { Tx } from '@server/platform/store/db'
import type { MessageKind } from '@shared/contract/people/message'
import { addJob } from '@server/platform/jobs/runner'
import { OutboxDigests, type DigestEntry, type OutboxDigestRow } from '../models/outboxDigests'
import { newId } from '@server/platform/store/collection'

interface Addition {
  userId: string
  kind: MessageKind
  entry: DigestEntry
  /** Length of the gathering window in milliseconds. */
  windowMs: number
}

/** Schedules the job that sends a digest. */
export const sendAt = (tx: Tx, { _id, version }: OutboxDigestRow, dueAt: Date): Promise<void> =>
  addJob(tx, { kind: 'send-message', key: `send:${_id}:${version}`, dueAt, data: { digestId: _id } })

/** Adds an entry to the person's pending message or starts one. */
export async function addToDigest(tx: Tx, { userId, kind, entry, windowMs }: Addition) {
  const latest = new Date(tx.now.getTime() + windowMs)
  const digest = await tx
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
  if (digest.version === 1 || digest.dueAt > latest) await sendAt(tx, digest, latest)
}

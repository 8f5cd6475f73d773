import { trusted } from 'mongoose'
import type { Db, Tx } from '@server/platform/store/db'
import { InboxMessages } from '../models/inboxMessages'
import { OutboxDigests, type OutboxDigestRow } from '../models/outboxDigests'

/** Links of the messages about a notice, whose title they bear. */
const linksOf = (noticeId: string): string[] => [`notice/${noticeId}`, `work/${noticeId}`]

const about = (noticeId: string) => {
  const links = linksOf(noticeId)
  return { link: trusted({ $in: links }), isAbout: (link: string | null) => links.includes(link ?? '') }
}

/** Returns the WeChat messages, waiting or sent within 30 days, that have an entry about a notice. */
async function digestsAbout(db: Db, noticeId: string): Promise<OutboxDigestRow[]> {
  const { link } = about(noticeId)
  return db.of(OutboxDigests).find({ 'entries.link': link }).lean<OutboxDigestRow[]>().exec()
}

/** Counts the messages about a notice: in inboxes, and entries of WeChat messages. */
export async function messagesAbout(
  db: Db,
  noticeId: string,
): Promise<{ messages: number; digests: number }> {
  const { link, isAbout } = about(noticeId)
  const digests = await digestsAbout(db, noticeId)
  return {
    messages: await db.of(InboxMessages).countDocuments({ link }),
    digests: digests.reduce((sum, row) => sum + row.entries.filter(one => isAbout(one.link)).length, 0),
  }
}

/** Removes the messages about a notice whose words were erased by law 依法删除, and the entries of WeChat messages. */
export async function forgetMessagesAbout(tx: Tx, { noticeId }: { noticeId: string }): Promise<void> {
  const { link, isAbout } = about(noticeId)
  await tx.of(InboxMessages).deleteMany({ link })
  for (const { _id, entries, version, state } of await digestsAbout(tx, noticeId)) {
    const kept = entries.filter(one => !isAbout(one.link))
    const emptied = state === 'waiting' && kept.length === 0
    const set = { entries: kept, version: version + 1 }
    const ended = { state: 'dropped', endedAt: tx.now, reason: 'erased' } as const
    await tx.of(OutboxDigests).updateOne({ _id, version }, { $set: { ...set, ...(emptied && ended) } })
  }
}

import type { Actor } from '@server/platform/access/actor'
import type { Tx } from '@server/platform/store/db'
import { notFound } from '@server/platform/errors'
import { InboxMessages } from '../models/inboxMessages'
import { OutboxDigests } from '../models/outboxDigests'
import { MessageConsents, Subscriptions } from '../models/subscriptions'

/** Marks one of a person's own messages as read. @throws AppError 404 for another person's message as for an unknown one */
export async function readMessage(tx: Tx, actor: Actor, id: string): Promise<void> {
  const row = await tx.of(InboxMessages).findById(id, { userId: 1 }).lean().exec()
  if (row?.userId !== actor.id) throw notFound('not-found', 'id')
  await tx.of(InboxMessages).updateOne({ _id: id }, { $set: { unread: false } })
}

/** Marks all of a person's messages as read. */
export async function readAllMessages(tx: Tx, actor: Actor): Promise<void> {
  await tx.of(InboxMessages).updateMany({ userId: actor.id, unread: true }, { $set: { unread: false } })
}

/** Deletes messages, subscriptions and consents of a closed account. */
export async function dropMessages(tx: Tx, { userId }: { userId: string }): Promise<void> {
  await tx.of(InboxMessages).deleteMany({ userId })
  await tx.of(OutboxDigests).deleteMany({ userId })
  await tx.of(Subscriptions).deleteMany({ userId })
  await tx.of(MessageConsents).deleteMany({ userId })
}

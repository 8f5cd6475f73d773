import { notFound } from '@server/platform/errors'
import type { CommandContext } from '@server/platform/access/commandContext'
import { InboxMessages } from '../models/inboxMessages'

/** Marks one of a person's own messages as read. @throws AppError 404 for another person's message as for an unknown one */
export async function readMessage({ services, actor }: CommandContext, id: string): Promise<void> {
  const db = services.db
  const row = await db.of(InboxMessages).findById(id, { userId: 1 }).lean().exec()
  if (row?.userId !== actor.id) throw notFound('not-found', 'id')
  await db.of(InboxMessages).updateOne({ _id: id }, { $set: { unread: false } })
}

/** Marks all of a person's messages as read. */
export async function readAllMessages({ services, actor }: CommandContext): Promise<void> {
  await services.db
    .of(InboxMessages)
    .updateMany({ userId: actor.id, unread: true }, { $set: { unread: false } })
}

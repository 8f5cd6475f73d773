import { MESSAGE_RULES } from '@shared/facts/people/messageRules'
import type { GiveConsents, MessageKind } from '@shared/contract/people/message'
import { notFound } from '@server/platform/errors'
import type { CommandContext } from '@server/platform/access/commandContext'
import { MessageConsents } from '../models/subscriptions'
import { newId } from '@server/platform/store/collection'

/**
 * Adds the consents a person gave in WeChat's dialog 一次性订阅: one message for each. Runs in the caller's transaction.
 * @throws AppError 404 for an unknown template
 */
export async function giveConsents(
  { services, actor }: CommandContext,
  { templateIds }: GiveConsents,
): Promise<void> {
  const { db, clock, config } = services
  const ours = Object.entries(config.wechat.templates) as [MessageKind, { id: string } | undefined][]
  for (const id of new Set(templateIds)) {
    const kind = ours.find(([, template]) => template?.id === id)?.[0]
    if (!kind) throw notFound('not-found', 'templateIds')
    const known = await db.of(MessageConsents).findOne({ userId: actor.id, kind }).lean().exec()
    const left = Math.min((known?.left ?? 0) + 1, MESSAGE_RULES.mostConsents)
    await db
      .of(MessageConsents)
      .updateOne(
        { userId: actor.id, kind },
        { $set: { left, changedAt: clock.now() }, $setOnInsert: { _id: newId('con') } },
        { upsert: true },
      )
  }
}

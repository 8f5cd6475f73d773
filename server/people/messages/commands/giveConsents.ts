import type { Actor } from '@server/platform/access/actor'
import type { Tx } from '@server/platform/store/db'
import { MESSAGE_RULES } from '@shared/facts/people/messageRules'
import type { GiveConsents, MessageKind } from '@shared/contract/people/message'
import type { Config, MessageTemplate } from '@server/platform/config'
import { notFound } from '@server/platform/errors'
import { MessageConsents } from '../models/subscriptions'
import { newId } from '@server/platform/store/collection'

/**
 * Adds the consents a person gave in WeChat's dialog: one message for each 一次性订阅, or any number 长期订阅.
 * @throws AppError 404 for an unknown template
 */
export async function giveConsents(
  tx: Tx,
  actor: Actor,
  templates: Config['wechat']['templates'],
  { templateIds }: GiveConsents,
): Promise<void> {
  const ours = Object.entries(templates) as [MessageKind, MessageTemplate | undefined][]
  for (const id of new Set(templateIds)) {
    const [kind, template] = ours.find(([, one]) => one?.id === id) ?? []
    if (!kind || !template) throw notFound('not-found', 'templateIds')
    const known = await tx.of(MessageConsents).findOne({ userId: actor.id, kind }).lean().exec()
    const most = template.term === 'long' ? 1 : MESSAGE_RULES.mostConsents
    const left = Math.min((known?.left ?? 0) + 1, most)
    await tx
      .of(MessageConsents)
      .updateOne(
        { userId: actor.id, kind },
        { $set: { left, changedAt: tx.now }, $setOnInsert: { _id: newId('con') } },
        { upsert: true },
      )
  }
}

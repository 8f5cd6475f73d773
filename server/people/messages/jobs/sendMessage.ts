import type { Tx } from '@server/platform/store/db'
import { MESSAGE_RULES } from '@shared/facts/people/messageRules'
import { digestMessage } from '../digestMessage'
import type { Services } from '@server/platform/services'
import { sendAt } from '../commands/addToDigest'
import { type JobHandler, Postponed } from '@server/platform/jobs/runner'
import type { MessageOutcome } from '@server/platform/wechat'
import { MessageConsents } from '../models/subscriptions'
import { OutboxDigests, type OutboxDigestRow } from '../models/outboxDigests'
import { Users } from '@server/people/accounts'

/** Result of sending a digest, with the digest as it was sent. */
interface Sent {
  digest: OutboxDigestRow
  outcome: Exclude<MessageOutcome, 'unavailable' | 'limited'>
}

async function outcomeOf(services: Services, digest: OutboxDigestRow): Promise<MessageOutcome> {
  const { db, config, wechat } = services
  const { userId, kind, entries } = digest
  const consent = await db.of(MessageConsents).findOne({ userId, kind }, { left: 1 }).lean().exec()
  if (!consent || consent.left < 1) return 'refused'
  const template = config.wechat.templates[kind]
  const user = await db.of(Users).findById(userId, { openid: 1 }).lean().exec()
  if (!template || !user) return 'impossible'
  const message = digestMessage(entries, template.fields, MESSAGE_RULES.thingLength)
  return wechat.sendSubscribeMessage({ openid: user.openid, templateId: template.id, ...message })
}

async function countConsent(tx: Tx, { digest, outcome }: Sent): Promise<void> {
  const { userId, kind } = digest
  if (outcome === 'impossible') return
  const consent = await tx.of(MessageConsents).findOne({ userId, kind }, { left: 1 }).lean().exec()
  if (!consent) return
  const left = outcome === 'sent' ? Math.max(consent.left - 1, 0) : 0
  await tx.of(MessageConsents).updateOne({ _id: consent._id }, { $set: { left, changedAt: tx.now } })
}

/** Puts entries that arrived during sending into the next message. */
async function keepTheRest(tx: Tx, { digest }: Sent): Promise<void> {
  const grown = await tx.of(OutboxDigests).findById(digest._id).lean<OutboxDigestRow>().exec()
  if (grown?.state !== 'waiting') return
  const dueAt = new Date(tx.now.getTime() + MESSAGE_RULES.digestMinutes * 60_000)
  const entries = grown.entries.slice(digest.entries.length)
  await tx
    .of(OutboxDigests)
    .updateOne({ _id: grown._id, version: grown.version }, { $set: { entries, dueAt } })
  await sendAt(tx, grown, dueAt)
}

/**
 * Sends a person's pending digest as one WeChat message, at least once: a crash between sending and recording sends it again.
 * Postpones while WeChat does not answer or its quota is used up.
 */
export const sendMessageJob: JobHandler<Services> = {
  prepare: async (services, { data }): Promise<Sent | null> => {
    const digest = await services.db
      .of(OutboxDigests)
      .findById(String(data.digestId))
      .lean<OutboxDigestRow>()
      .exec()
    if (digest?.state !== 'waiting') return null
    const outcome = await outcomeOf(services, digest)
    if (outcome === 'unavailable' || outcome === 'limited') {
      throw new Postponed(MESSAGE_RULES.pauseMs[outcome])
    }
    return { digest, outcome }
  },
  run: async (tx, _job, _services, prepared) => {
    const sent = prepared as Sent | null
    if (!sent) return
    const { digest, outcome } = sent
    const { modifiedCount } = await tx.of(OutboxDigests).updateOne(
      { _id: digest._id, state: 'waiting', version: digest.version },
      {
        $set: {
          state: outcome === 'sent' ? 'sent' : 'dropped',
          endedAt: tx.now,
          reason: outcome === 'sent' ? null : outcome,
        },
      },
    )
    await countConsent(tx, sent)
    if (modifiedCount === 0) await keepTheRest(tx, sent)
  },
}

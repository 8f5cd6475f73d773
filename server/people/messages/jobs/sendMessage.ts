import type { Tx } from '@server/platform/store/db'
import { MESSAGE_RULES } from '@shared/facts/people/messageRules'
import { digestMessage } from '../digestMessage'
import type { Services } from '@server/platform/services'
import { sendAt } from '../commands/addToDigest'
import { type JobHandler, Postponed } from '@server/platform/jobs/runner'
import type { Delivery, MessageOutcome } from '@server/platform/wechat'
import { MessagePauses } from '../models/messagePauses'
import { restsUntil } from '../queries/pauses'
import { MessageConsents } from '../models/subscriptions'
import { OutboxDigests, type OutboxDigestRow } from '../models/outboxDigests'
import { Users } from '@server/people/accounts'

/** Result of sending a digest, with the digest as it was sent. */
interface Sent {
  digest: OutboxDigestRow
  outcome: Exclude<MessageOutcome, 'unavailable' | 'limited'>
  errcode: number | null
}

/** A kind that WeChat has banned: the digest waits. */
interface Resting {
  digest: OutboxDigestRow
  until: Date
}

async function deliver(services: Services, digest: OutboxDigestRow): Promise<Delivery> {
  const { db, config, wechat } = services
  const { userId, kind, entries } = digest
  const consent = await db.of(MessageConsents).findOne({ userId, kind }, { left: 1 }).lean().exec()
  if (!consent || consent.left < 1) return { outcome: 'refused', errcode: null }
  const template = config.wechat.templates[kind]
  const user = await db.of(Users).findById(userId, { openid: 1 }).lean().exec()
  if (!template || !user) return { outcome: 'impossible', errcode: null }
  const message = digestMessage(entries, template.fields, MESSAGE_RULES.thingLength)
  return wechat.sendSubscribeMessage({ openid: user.openid, templateId: template.id, ...message })
}

async function countConsent(tx: Tx, { digest, outcome }: Sent, term: 'once' | 'long'): Promise<void> {
  const { userId, kind } = digest
  if (outcome === 'impossible' || (outcome === 'sent' && term === 'long')) return
  const consent = await tx.of(MessageConsents).findOne({ userId, kind }, { left: 1 }).lean().exec()
  if (!consent) return
  const left = outcome === 'sent' ? Math.max(consent.left - 1, 0) : 0
  await tx.of(MessageConsents).updateOne({ _id: consent._id }, { $set: { left, changedAt: tx.now } })
}

/** Has the digest tried again at `until`; consents stay as they are. */
async function keepWaiting(tx: Tx, { _id }: OutboxDigestRow, until: Date): Promise<void> {
  const row = await tx
    .of(OutboxDigests)
    .findOneAndUpdate(
      { _id, state: 'waiting' },
      { $set: { dueAt: until }, $inc: { version: 1 } },
      { returnDocument: 'after' },
    )
    .lean<OutboxDigestRow>()
    .exec()
  if (row) await sendAt(tx, row, until)
}

/** Stores the ban 封禁 of a kind, which alarms operators, and lets its message wait. */
async function rest(tx: Tx, { digest, errcode }: Sent): Promise<void> {
  const until = new Date(tx.now.getTime() + MESSAGE_RULES.banMs)
  await tx
    .of(MessagePauses)
    .updateOne({ _id: digest.kind }, { $set: { errcode: errcode ?? 0, at: tx.now, until } }, { upsert: true })
  await keepWaiting(tx, digest, until)
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
 * Postpones while WeChat does not answer or its quota is used up; rests for hours
 * after a ban.
 */
export const sendMessageJob: JobHandler<Services> = {
  prepare: async (services, { data }): Promise<Sent | Resting | null> => {
    const digest = await services.db
      .of(OutboxDigests)
      .findById(String(data.digestId))
      .lean<OutboxDigestRow>()
      .exec()
    if (digest?.state !== 'waiting') return null
    const until = await restsUntil(services.db, digest.kind, services.clock.now())
    if (until) return { digest, until }
    const { outcome, errcode } = await deliver(services, digest)
    if (outcome === 'unavailable' || outcome === 'limited') {
      throw new Postponed(MESSAGE_RULES.pauseMs[outcome])
    }
    if (outcome === 'banned') services.log.error({ kind: digest.kind, errcode }, 'wechat messages banned')
    return { digest, outcome, errcode }
  },
  run: async (tx, _job, { config }, prepared) => {
    const sent = prepared as Sent | Resting | null
    if (!sent) return
    if ('until' in sent) return keepWaiting(tx, sent.digest, sent.until)
    if (sent.outcome === 'banned') return rest(tx, sent)
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
    if (outcome === 'sent') await tx.of(MessagePauses).deleteOne({ _id: digest.kind })
    await countConsent(tx, sent, config.wechat.templates[digest.kind]?.term ?? 'once')
    if (modifiedCount === 0) await keepTheRest(tx, sent)
  },
}

import type { Db, Tx } from '@server/platform/store/db'
import { trusted } from 'mongoose'
import { MESSAGE_KINDS, MESSAGE_RULES } from '@shared/facts/people/messageRules'
import { chinaDate } from '@shared/common/period'
import type { Role } from '@shared/contract/people/auth'
import type { MessageKind } from '@shared/contract/people/message'
import { addToDigest } from './addToDigest'
import { redactForPush } from '../redactForPush'
import { InboxMessages, type InboxMessageRow } from '../models/inboxMessages'
import { MessageConsents, type MessageConsentRow } from '../models/subscriptions'
import { newId } from '@server/platform/store/collection'
import { RoleGrants, type RoleGrantRow } from '@server/people/accounts'
import { actingCode } from '@server/people/orgs'

/** Content of a notification. Title and text with personal data or an amount are replaced by the general words of the kind. */
export interface Message {
  kind: MessageKind
  title: string
  text: string
  /** `notice/ntc_…`, `work/ntc_…`; null = nothing to open. See shared/common/messageLinks. */
  link: string | null
  /** Deduplicates: a person receives one message per key. Not personal data. */
  dedupeKey: string
  /** Name of the village, for WeChat's message. */
  place?: string
}

/** Recipients: these people, or the current holders of the role in the organisation (in its successor after a merger), except the person who acted. */
export type Recipients = { userIds: readonly string[] } | { role: Role; orgCode: string; except?: string }

const isHeld = ({ from, to, revokedAt, unconfirmed }: RoleGrantRow, now: Date): boolean =>
  !unconfirmed && revokedAt === null && from <= now && (to === null || now < to)

async function peopleOf(db: Db, to: Recipients, now: Date): Promise<string[]> {
  if ('userIds' in to) return [...new Set(to.userIds)]
  const { role, except } = to
  const orgCode = await actingCode(db, to.orgCode)
  const grants = await db.of(RoleGrants).find({ orgCode, role }).lean<RoleGrantRow[]>().exec()
  const holders = grants.filter(grant => isHeld(grant, now) && grant.userId !== except)
  return [...new Set(holders.map(grant => grant.userId))]
}

/** Filters the people without a message under this key. */
async function untold(db: Db, people: readonly string[], dedupeKey: string) {
  const told = await db
    .of(InboxMessages)
    .find({ userId: trusted({ $in: [...people] }), dedupeKey }, { userId: 1 })
    .lean<Pick<InboxMessageRow, 'userId'>[]>()
    .exec()
  const known = new Set(told.map(row => row.userId))
  return people.filter(userId => !known.has(userId))
}

/**
 * Notifies people: writes to the inbox of each, and to the outbox of those who consented to a WeChat message. Skips people
 * with a message under the same key.
 * @returns number of people notified
 */
export async function notify(
  tx: Tx,
  { kind, link, dedupeKey, place = '', ...words }: Message & Recipients,
): Promise<number> {
  const at = tx.now
  const people = await untold(tx, await peopleOf(tx, words, at), dedupeKey)
  if (people.length === 0) return 0
  const title = redactForPush(words.title, at) ?? MESSAGE_KINDS[kind].plain
  const text = redactForPush(words.text, at) ?? MESSAGE_KINDS[kind].name
  await tx.of(InboxMessages).insertMany(
    people.map(userId => ({
      _id: newId('msg'),
      userId,
      kind,
      title,
      text,
      link,
      dedupeKey,
      at,
      unread: true,
    })),
  )
  const consents = await tx
    .of(MessageConsents)
    .find({ userId: trusted({ $in: people }), kind })
    .lean<MessageConsentRow[]>()
    .exec()
  const entry = { title, place, date: chinaDate(at), link }
  for (const { userId } of consents.filter(({ left }) => left > 0)) {
    await addToDigest(tx, { userId, kind, entry, windowMs: WINDOW_MS })
  }
  return people.length
}

const WINDOW_MS = MESSAGE_RULES.digestMinutes * 60_000

import type { OwnDataPart } from '@shared/contract/people/ownData'
import { type QueryFilter, trusted } from 'mongoose'
import type { Db } from '@server/platform/store/db'
import { type Cursor, encodeCursor } from '@server/platform/store/cursor'
import { InboxMessages, type InboxMessageRow } from '../models/inboxMessages'
import {
  Subscriptions,
  MessageConsents,
  type MessageConsentRow,
  type SubscriptionRow,
} from '../models/subscriptions'
import { Orgs, type OrgRow } from '@server/people/orgs'

const NEWEST_FIRST = { at: -1, _id: -1 } as const

const find = (db: Db, filter: QueryFilter<InboxMessageRow>, limit: number) =>
  db.of(InboxMessages).find(filter).sort(NEWEST_FIRST).limit(limit).lean<InboxMessageRow[]>().exec()

/** Reads a person's messages after the cursor, newest first; the rest of the cursor's own instant comes first. */
async function inboxAfter(
  db: Db,
  userId: string,
  cursor: Cursor | null,
  limit: number,
): Promise<InboxMessageRow[]> {
  if (!cursor) return find(db, { userId }, limit)
  const same = await find(db, { userId, at: cursor.at, _id: trusted({ $lt: cursor.id }) }, limit)
  if (same.length === limit) return same
  const older = await find(db, { userId, at: trusted({ $lt: cursor.at }) }, limit - same.length)
  return [...same, ...older]
}

export const unreadOf = (db: Db, userId: string): Promise<number> =>
  db.of(InboxMessages).countDocuments({ userId, unread: true })

export interface InboxPage {
  rows: InboxMessageRow[]
  nextCursor: string | null
  /** Total of unread messages. */
  unread: number
}

/** Reads one page of a person's messages. */
export async function inboxPage(
  db: Db,
  userId: string,
  cursor: Cursor | null,
  limit: number,
): Promise<InboxPage> {
  const found = await inboxAfter(db, userId, cursor, limit + 1)
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  const nextCursor = found.length > limit && last ? encodeCursor({ at: last.at, id: last._id }) : null
  return { rows, nextCursor, unread: await unreadOf(db, userId) }
}

/** Subscriptions of a person with village names, and the WeChat messages they still consent to. */
export interface Following {
  rows: SubscriptionRow[]
  orgNames: ReadonlyMap<string, string>
  consents: MessageConsentRow[]
}

export async function followingOf(db: Db, userId: string): Promise<Following> {
  const rows = await db.of(Subscriptions).find({ userId }).lean<SubscriptionRow[]>().exec()
  const codes = [...new Set(rows.map(row => row.orgCode))]
  const orgs = await db
    .of(Orgs)
    .find({ _id: trusted({ $in: codes }) }, { name: 1 })
    .lean<Pick<OrgRow, '_id' | 'name'>[]>()
    .exec()
  const consents = await db.of(MessageConsents).find({ userId }).lean<MessageConsentRow[]>().exec()
  return { rows, orgNames: new Map(orgs.map(org => [org._id, org.name])), consents }
}

/** Returns the person's messages, what they follow, and the WeChat messages that they allowed. */
export async function ownMessageData(db: Db, userId: string): Promise<OwnDataPart[]> {
  const messages = await db.of(InboxMessages).find({ userId }).sort({ at: -1, _id: -1 }).lean().exec()
  const followed = await db.of(Subscriptions).find({ userId }).lean().exec()
  const consents = await db.of(MessageConsents).find({ userId }).lean().exec()
  return [
    {
      title: '消息',
      records: messages.map(({ title, text, at }) => ({ 标题: title, 内容: text, 时间: at.toISOString() })),
    },
    {
      title: '关注的村',
      records: followed.map(({ orgCode, category, createdAt }) => ({
        村: orgCode,
        类别: category,
        时间: createdAt.toISOString(),
      })),
    },
    {
      title: '允许发的微信消息',
      records: consents.map(({ kind, left, changedAt }) => ({
        种类: kind,
        还能发几条: String(left),
        时间: changedAt.toISOString(),
      })),
    },
  ]
}

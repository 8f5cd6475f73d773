import type { MessageKind } from '@shared/contract/people/message'
import { defineCollection, instant, text, textOrNull, yesNo } from '@server/platform/store/collection'

const KEPT_SECONDS = 366 * 24 * 3600

/** Inbox message 消息; authoritative, independent of WeChat's delivery. Only `unread` ever changes. */
export interface InboxMessageRow {
  _id: string
  userId: string
  kind: MessageKind
  title: string
  text: string
  /** See shared/common/messageLinks. */
  link: string | null
  /** A person receives one message per key. */
  dedupeKey: string
  at: Date
  unread: boolean
}

export const InboxMessages = defineCollection<InboxMessageRow>({
  name: 'inboxMessages',
  fields: {
    _id: text,
    userId: text,
    kind: text,
    title: text,
    text,
    link: textOrNull,
    dedupeKey: text,
    at: instant,
    unread: yesNo,
  },
  indexes: [
    { fields: { userId: 1, dedupeKey: 1 }, unique: true },
    { fields: { userId: 1, at: -1, _id: -1 } },
    { fields: { userId: 1, unread: 1 } },
    { fields: { link: 1 } },
    { fields: { at: 1 }, expireAfterSeconds: KEPT_SECONDS },
  ],
})

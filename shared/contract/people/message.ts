import { z } from 'zod'
import { Id, Instant, OrgCode, PageQuery, pageOf } from '../common'

/** Kinds of message 消息种类; names in shared/facts/people/messageRules. */
export const MessageKind = z.enum(['publication', 'work', 'objection'])
export type MessageKind = z.infer<typeof MessageKind>

/** One message 消息 in a person's inbox. Title, village and date only: never a person's name or an amount. */
export const InboxItem = z.object({
  id: Id,
  kind: MessageKind,
  title: z.string(),
  text: z.string(),
  /** `notice/ntc_…`, `work/ntc_…`; null without a target. See shared/common/messageLinks. */
  link: z.string().nullable(),
  at: Instant,
  unread: z.boolean(),
})
export type InboxItem = z.infer<typeof InboxItem>

export const InboxQuery = PageQuery
/** A page of the inbox, newest first, and the total number of unread messages. */
export const Inbox = pageOf(InboxItem).extend({ unread: z.int() })
export type Inbox = z.infer<typeof Inbox>

export const Unread = z.object({ unread: z.int() })
export type Unread = z.infer<typeof Unread>

/** A followed village and the selected categories. */
export const Subscription = z.strictObject({
  orgCode: OrgCode,
  categories: z.array(z.string().min(1).max(40)).min(1).max(10),
})
export type Subscription = z.infer<typeof Subscription>

/** Complete list of followed villages; it replaces the stored one. */
export const PutSubscriptions = z.strictObject({ items: z.array(Subscription).max(20) })
export type PutSubscriptions = z.infer<typeof PutSubscriptions>

/** Followed villages, and the WeChat templates that `wx.requestSubscribeMessage` may ask for. */
export const Subscriptions = z.object({
  items: z.array(z.object({ orgCode: OrgCode, orgName: z.string(), categories: z.array(z.string()) })),
  /** `left`: WeChat messages still allowed, one per consent; of a `long` template 1 for any number. */
  templates: z.array(
    z.object({ kind: MessageKind, id: z.string(), left: z.int(), term: z.enum(['once', 'long']) }),
  ),
})
export type Subscriptions = z.infer<typeof Subscriptions>

/** Templates accepted in WeChat's dialog, one message each. */
export const GiveConsents = z.strictObject({ templateIds: z.array(z.string().min(1).max(64)).min(1).max(3) })
export type GiveConsents = z.infer<typeof GiveConsents>

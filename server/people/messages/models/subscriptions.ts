import type { MessageKind } from '@shared/contract/people/message'
import { defineCollection, instant, text, whole } from '@server/platform/store/collection'

/** Subscription 订阅: a person follows one category of one village. */
export interface SubscriptionRow {
  _id: string
  userId: string
  orgCode: string
  category: string
  createdAt: Date
}

export const Subscriptions = defineCollection<SubscriptionRow>({
  name: 'subscriptions',
  removable: true,
  fields: { _id: text, userId: text, orgCode: text, category: text, createdAt: instant },
  indexes: [
    { fields: { userId: 1, orgCode: 1, category: 1 }, unique: true },
    { fields: { orgCode: 1, category: 1, _id: 1 } },
  ],
})

/** Unused one-time consents 一次性订阅 of a person for a kind of WeChat message. */
export interface MessageConsentRow {
  _id: string
  userId: string
  kind: MessageKind
  left: number
  changedAt: Date
}

export const MessageConsents = defineCollection<MessageConsentRow>({
  name: 'messageConsents',
  removable: true,
  fields: { _id: text, userId: text, kind: text, left: whole, changedAt: instant },
  indexes: [{ fields: { userId: 1, kind: 1 }, unique: true }],
})

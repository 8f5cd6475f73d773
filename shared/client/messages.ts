import type { GiveConsents, Inbox, PutSubscriptions, Subscriptions, Unread } from '../contract/people/message'
import type { Caller, WriteOptions } from './call'

/** Messages and subscriptions 消息与订阅 of the person who is logged in. */
export const messageMethods = ({ read, write }: Caller) => ({
  inbox: (query: { cursor?: string; limit?: number } = {}) => read<Inbox>('/me/inbox', query),
  unread: () => read<Unread>('/me/inbox/unread'),
  readMessage: (id: string, key: WriteOptions) =>
    write<Unread>('POST', `/me/inbox/${encodeURIComponent(id)}/read`, {}, key.idempotencyKey),
  readAllMessages: (key: WriteOptions) => write<Unread>('POST', '/me/inbox/read-all', {}, key.idempotencyKey),
  subscriptions: () => read<Subscriptions>('/me/subscriptions'),
  putSubscriptions: (body: PutSubscriptions, key: WriteOptions) =>
    write<Subscriptions>('PUT', '/me/subscriptions', body, key.idempotencyKey),
  /** Tells which templates were accepted in the dialog of `wx.requestSubscribeMessage`. */
  giveConsents: (body: GiveConsents, key: WriteOptions) =>
    write<Subscriptions>('POST', '/me/consents', body, key.idempotencyKey),
})

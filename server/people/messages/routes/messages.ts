import type { CommandContext } from '@server/platform/access/commandContext'
import { followPlaces } from '../commands/followPlaces'
import { giveConsents } from '../commands/giveConsents'
import { readAllMessages, readMessage } from '../commands/readMessages'
import { presentInbox, presentSubscriptions } from '../presenters/inbox'
import { followingOf, inboxPage, unreadOf } from '../queries/inbox'
import { staffRead, staffWrite } from '@server/http/route'
import { cursorOf } from '@server/http/paging'

const tag = '消息与订阅'

const unread = async ({ services, actor }: Pick<CommandContext, 'services' | 'actor'>) => ({
  unread: await unreadOf(services.db, actor.id),
})

const subscriptions = async ({ services, actor }: Pick<CommandContext, 'services' | 'actor'>) =>
  presentSubscriptions(await followingOf(services.db, actor.id), services.config.wechat.templates)

/** Routes on the caller's own rows only. */
export const messageRoutes = [
  staffRead('GET /me/inbox', {
    tag,
    summary: '我的消息，新的在前，带未读条数',
    handle: async ({ services: { db }, actor, query: { cursor, limit } }) =>
      presentInbox(await inboxPage(db, actor.id, cursorOf(cursor), limit)),
  }),
  staffRead('GET /me/inbox/unread', {
    tag,
    summary: '我有几条未读消息',
    handle: unread,
  }),
  staffWrite('POST /me/inbox/read-all', {
    tag,
    summary: '把我的消息全部标为已读',
    handle: ({ commit, ...deed }) =>
      commit(async () => {
        await readAllMessages(deed)
        return unread(deed)
      }),
  }),
  staffWrite('POST /me/inbox/:id/read', {
    tag,
    summary: '把我的一条消息标为已读',
    handle: ({ commit, params, ...deed }) =>
      commit(async () => {
        await readMessage(deed, params.id)
        return unread(deed)
      }),
  }),
  staffRead('GET /me/subscriptions', {
    tag,
    summary: '我关注的村和类别，以及可以请求的微信订阅消息模板',
    handle: subscriptions,
  }),
  staffWrite('PUT /me/subscriptions', {
    tag,
    summary: '改我关注的村和类别，以这一份为准',
    handle: ({ commit, body, ...deed }) =>
      commit(async () => {
        await followPlaces(deed, body)
        return subscriptions(deed)
      }),
  }),
  staffWrite('POST /me/consents', {
    tag,
    summary: '记下我刚在微信里同意的订阅消息：每同意一次，可以发一条',
    handle: ({ commit, body, ...deed }) =>
      commit(async () => {
        await giveConsents(deed, body)
        return subscriptions(deed)
      }),
  }),
]

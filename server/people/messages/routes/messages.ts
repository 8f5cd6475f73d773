import type { Actor } from '@server/platform/access/actor'
import type { Config } from '@server/platform/config'
import type { Db } from '@server/platform/store/db'
import { followPlaces } from '../commands/followPlaces'
import { giveConsents } from '../commands/giveConsents'
import { readAllMessages, readMessage } from '../commands/readMessages'
import { presentInbox, presentSubscriptions } from '../presenters/inbox'
import { followingOf, inboxPage, unreadOf } from '../queries/inbox'
import { staffRead, staffWrite } from '@server/http/route'
import { cursorOf } from '@server/http/paging'

const tag = '消息与订阅'

const unread = async (db: Db, { id }: Actor) => ({ unread: await unreadOf(db, id) })

const subscriptions = async (db: Db, { id }: Actor, { wechat }: Config) =>
  presentSubscriptions(await followingOf(db, id), wechat.templates)

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
    handle: ({ services: { db }, actor }) => unread(db, actor),
  }),
  staffWrite('POST /me/inbox/read-all', {
    tag,
    summary: '把我的消息全部标为已读',
    handle: ({ commit, actor }) =>
      commit(async tx => {
        await readAllMessages(tx, actor)
        return unread(tx, actor)
      }),
  }),
  staffWrite('POST /me/inbox/:id/read', {
    tag,
    summary: '把我的一条消息标为已读',
    handle: ({ commit, params, actor }) =>
      commit(async tx => {
        await readMessage(tx, actor, params.id)
        return unread(tx, actor)
      }),
  }),
  staffRead('GET /me/subscriptions', {
    tag,
    summary: '我关注的村和类别，以及可以请求的微信订阅消息模板',
    handle: ({ services: { db, config }, actor }) => subscriptions(db, actor, config),
  }),
  staffWrite('PUT /me/subscriptions', {
    tag,
    summary: '改我关注的村和类别，以这一份为准',
    handle: ({ commit, body, actor, services: { config } }) =>
      commit(async tx => {
        await followPlaces(tx, actor, body)
        return subscriptions(tx, actor, config)
      }),
  }),
  staffWrite('POST /me/consents', {
    tag,
    summary: '记下我刚在微信里同意的订阅消息：每同意一次，可以发一条',
    handle: ({ commit, body, actor, services: { config } }) =>
      commit(async tx => {
        await giveConsents(tx, actor, config.wechat.templates, body)
        return subscriptions(tx, actor, config)
      }),
  }),
]

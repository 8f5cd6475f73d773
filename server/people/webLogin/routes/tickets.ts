import { openPost, ownPost } from '@server/http/route'
import type { Caller } from '@server/platform/access/caller'
import type { Services } from '@server/platform/services'
import { collectTicket } from '../commands/collectTicket'
import { confirmTicket, refuseTicket } from '../commands/decideTicket'
import { findTicket, openTicket } from '../commands/openTicket'
import { startTicket } from '../commands/startTicket'
import type { LoginTicketRow } from '../models/loginTickets'
import { authorize } from '../policy'
import { presentAsked } from '../presenters/ticket'

const tag = '登录'

const present = ({ clock }: Pick<Services, 'clock'>, { actor }: Pick<Caller, 'actor'>, row: LoginTicketRow) =>
  presentAsked(row, actor, clock.now())

export const ticketRoutes = [
  openPost('POST /auth/tickets', {
    tag,
    summary: '网页登录：给这个浏览器一个登录码，两分钟内用手机上的小程序扫码或输入 6 位数字',
    handle: ({ services, client }) => startTicket(services, client),
  }),
  openPost('POST /auth/tickets/collect', {
    tag,
    summary: '网页登录：手机上确认了没有；确认后领取登录，只有要登录码的浏览器能领，领一次',
    rate: 'read',
    handle: ({ services, body, ...sent }) => collectTicket(services, body, sent),
  }),
  ownPost('POST /me/tickets/find', {
    tag,
    summary: '手机上输入 6 位数字，看是哪台电脑要登录',
    handle: async ({ services, actor, body }) =>
      present(services, { actor }, await findTicket(services, actor, body.digits)),
  }),
  ownPost('POST /me/tickets/:id/open', {
    tag,
    summary: '手机上扫了码，看是哪台电脑要登录',
    handle: async ({ services, actor, params: { id } }) =>
      present(services, { actor }, await openTicket(services, actor, id)),
  }),
  ownPost('POST /me/tickets/:id/confirm', {
    tag,
    summary: '手机上确认：让那台电脑以本人身份登录',
    handle: async ({ services, params: { id }, body, ...caller }) => {
      const by = authorize(caller, 'webLogin.confirm', { userId: caller.actor.id })
      return present(services, caller, await confirmTicket(services, by, id, body.remember))
    },
  }),
  ownPost('POST /me/tickets/:id/refuse', {
    tag,
    summary: '手机上拒绝：不是本人在登录',
    handle: async ({ services, params: { id }, ...caller }) => {
      const by = authorize(caller, 'webLogin.refuse', { userId: caller.actor.id })
      return present(services, caller, await refuseTicket(services, by, id))
    },
  }),
]

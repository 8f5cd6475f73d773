import { presentMe } from '../presenters/me'
import { staffRead } from '@server/http/route'
import { hasAgreed } from '@server/people/agreements'

export const meRoutes = [
  staffRead('GET /me', {
    tag: '登录',
    summary: '我是谁、担任什么、能办什么',
    handle: async ({ services: { db }, actor }) => presentMe(actor, await hasAgreed(db, actor.id, 'use')),
  }),
]

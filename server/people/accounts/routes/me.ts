import { renameSelf } from '../commands/editAccount'
import { authorize } from '../policy'
import { presentMe } from '../presenters/me'
import { staffRead, staffWrite } from '@server/http/route'
import { hasAgreed } from '@server/people/agreements'

export const meRoutes = [
  staffRead('GET /me', {
    tag: '登录',
    summary: '我是谁、担任什么、能办什么',
    handle: async ({ services: { db }, actor }) => presentMe(actor, await hasAgreed(db, actor.id, 'use')),
  }),
  staffWrite('PUT /me/name', {
    tag: '我的个人信息',
    summary: '改我的名称（办公人员的由系统管理员改）',
    handle: ({ commit, body, ...caller }) => {
      const by = authorize(caller, 'account.rename-self', { userId: caller.actor.id, orgs: [] })
      return commit(tx => renameSelf(tx, by, body))
    },
  }),
]

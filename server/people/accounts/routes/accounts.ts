import { editAccount } from '../commands/editAccount'
import { resetFactor } from '../commands/resetFactor'
import { areaOf } from '@server/platform/access/actor'
import { presentAccount } from '../presenters/grant'
import { requireAccount } from '../queries/grants'
import { staffRead, staffWrite } from '@server/http/route'
import { accountTarget, authorize } from '../policy'

const tag = '账号'

export const accountRoutes = [
  staffRead('GET /users/:id', {
    tag,
    summary: '一个账号：姓名、职务、任职（系统管理员、安全管理员）',
    handle: async ({ services: { db, clock }, actor, requestId, params: { id } }) => {
      const { user, grants } = await requireAccount(db, id)
      authorize({ actor, requestId }, 'account.read', accountTarget(user, grants, clock.now()))
      return presentAccount(user, grants, clock.now())
    },
  }),
  staffWrite('PUT /users/:id', {
    tag,
    summary: '登记账号的姓名和职务（系统管理员）',
    handle: ({ commit, params: { id }, body, ...caller }) =>
      commit(async tx => {
        const { user, grants } = await requireAccount(tx, id)
        const by = authorize(caller, 'account.edit', accountTarget(user, grants, tx.now))
        await editAccount(tx, by, user, grants[0]?.org._id ?? areaOf(caller.actor, 'system-admin')!, body)
        const after = await requireAccount(tx, id)
        return presentAccount(after.user, after.grants, tx.now)
      }),
  }),
  staffWrite('POST /users/:id/second-factor/reset', {
    tag,
    summary: '重置动态码，并退出此人的全部登录（安全管理员）',
    handle: ({ commit, params: { id }, ...caller }) =>
      commit(async tx => {
        const { user, grants } = await requireAccount(tx, id)
        const by = authorize(caller, 'account.reset-factor', accountTarget(user, grants, tx.now))
        await resetFactor(tx, by, user, grants[0]?.org._id ?? areaOf(caller.actor, 'security-admin')!)
        return presentAccount(user, grants, tx.now)
      }),
  }),
]

import { editAccount } from '../commands/editAccount'
import { resetFactor } from '../commands/resetFactor'
import { areaOf } from '@server/platform/access/actor'
import { presentAccount } from '../presenters/grant'
import { showAppointmentCode } from '../commands/showAppointmentCode'
import { requireAccount, requireAccountByCode } from '../queries/grants'
import { ownPost, staffRead, staffWrite } from '@server/http/route'
import { accountTarget, authorize } from '../policy'

const tag = '账号'

export const accountRoutes = [
  ownPost('POST /me/appointment-code', {
    tag,
    summary: '出示任职码：八位数字，十分钟内给管理员看，由他授予角色',
    handle: async ({ services, actor, requestId }) => {
      const by = authorize({ actor, requestId }, 'account.show-code', { userId: actor.id, orgs: [] })
      return showAppointmentCode(services, by)
    },
  }),
  staffRead('GET /appointment-codes/:code', {
    tag,
    summary: '按任职码找到账号（系统管理员、安全管理员）',
    handle: async ({ services: { db, clock }, actor, requestId, params: { code } }) => {
      authorize({ actor, requestId }, 'account.find', {})
      const { user, grants } = await requireAccountByCode(db, code, clock.now())
      authorize({ actor, requestId }, 'account.read', accountTarget(user, grants, clock.now()))
      return presentAccount(user, grants, clock.now())
    },
  }),
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

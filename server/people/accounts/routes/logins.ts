import { ownPost, staffRead } from '@server/http/route'
import { endOtherLogins, endOwnLogin } from '../commands/endLogins'
import { authorize } from '../policy'
import { ownLogins } from '../queries/logins'

const tag = '登录'

export const loginRoutes = [
  staffRead('GET /me/logins', {
    tag,
    summary: '我在哪些手机和电脑上登录着',
    handle: ({ services, actor }) => ownLogins(services, actor),
  }),
  ownPost('POST /me/logins/:id/end', {
    tag,
    summary: '退出我的一处登录',
    handle: async ({ services, params: { id }, ...caller }) => {
      await endOwnLogin(services, authorize(caller, 'login.end', { userId: caller.actor.id, orgs: [] }), id)
      return ownLogins(services, caller.actor)
    },
  }),
  ownPost('POST /me/logins/end-others', {
    tag,
    summary: '退出我在别处的全部登录',
    handle: async ({ services, ...caller }) => {
      await endOtherLogins(services, authorize(caller, 'login.end', { userId: caller.actor.id, orgs: [] }))
      return ownLogins(services, caller.actor)
    },
  }),
]

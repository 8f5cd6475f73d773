import { openPost, ownPost, staffRead } from '@server/http/route'
import { beginVisit } from '../commands/identityFlow'
import { linkIdentity, loginByIdentity, unlinkIdentity } from '../commands/linkIdentity'
import { authorize } from '../policy'
import { ownIdentity } from '../queries/identityLink'

const tag = '登录'

export const identityRoutes = [
  openPost('POST /auth/unified', {
    tag,
    summary: '统一身份认证：给出要去的网址；没有配置时 404',
    handle: ({ services }) => beginVisit(services, null),
  }),
  openPost('POST /auth/unified/finish', {
    tag,
    summary: '统一身份认证：回来后登录；账号要先由本人绑定过',
    handle: ({ services, body, ...sent }) => loginByIdentity(services, body, sent),
  }),
  staffRead('GET /me/unified', {
    tag,
    summary: '我的账号有没有绑定统一身份认证',
    handle: ({ services, actor }) => ownIdentity(services, actor),
  }),
  ownPost('POST /me/unified', {
    tag,
    summary: '绑定统一身份认证：给出要去的网址（办公人员，已输入动态码）',
    handle: ({ services, ...caller }) => {
      authorize(caller, 'webLogin.link', { userId: caller.actor.id })
      return beginVisit(services, caller.actor.id)
    },
  }),
  ownPost('POST /me/unified/finish', {
    tag,
    summary: '绑定统一身份认证：回来后绑定到本人的账号',
    handle: async ({ services, body, ...caller }) => {
      const by = authorize(caller, 'webLogin.link', { userId: caller.actor.id })
      await linkIdentity(services, by, body)
      return ownIdentity(services, caller.actor)
    },
  }),
  ownPost('POST /me/unified/unlink', {
    tag,
    summary: '解除本人账号和统一身份认证的绑定',
    handle: async ({ services, ...caller }) => {
      const by = authorize(caller, 'webLogin.unlink', { userId: caller.actor.id })
      await unlinkIdentity(services, by)
      return ownIdentity(services, caller.actor)
    },
  }),
]

import { endSession } from '../commands/endSession'
import { enrolFactor } from '../commands/enrolFactor'
import { loginByWechat } from '../commands/loginByWechat'
import { refreshSession } from '../commands/refreshSession'
import { verifyFactor } from '../commands/verifyFactor'
import { unauthorized } from '@server/platform/errors'
import { presentMe } from '../presenters/me'
import { actorOfLogin } from '../queries/actor'
import { openPost, ownPost } from '@server/http/route'
import type { Actor } from '@server/platform/access/actor'
import { authorize } from '../policy'

const tag = '登录'

const own = ({ id }: Actor) => ({ userId: id, orgs: [] })

export const authRoutes = [
  openPost('POST /auth/wechat', {
    tag,
    summary: '用微信登录码登录（wx.login 的 code，只能用一次）',
    handle: ({ services, body, ...sent }) => loginByWechat(services, body.code, sent),
  }),
  openPost('POST /auth/refresh', {
    tag,
    summary: '续期：旧的续期凭证用掉，换一张新的',
    handle: ({ services, body }) => refreshSession(services, body.refreshToken),
  }),
  openPost('POST /auth/logout', {
    tag,
    summary: '退出登录',
    handle: async ({ services, body }) => {
      await endSession(services, body.refreshToken)
      return { loggedOut: true as const }
    },
  }),
  ownPost('POST /auth/second-factor/enrol', {
    tag,
    summary: '设置动态码：给出一次密钥，输入第一个动态码后生效',
    handle: async ({ services, actor, requestId }) => {
      const by = authorize({ actor, requestId }, 'account.enrol-factor', own(actor))
      return enrolFactor(services, by)
    },
  }),
  ownPost('POST /auth/second-factor/verify', {
    tag,
    summary: '输入动态码：一个码只能用一次，输错多次会锁一段时间',
    handle: async ({ services, actor, requestId, body }) => {
      const by = authorize({ actor, requestId }, 'account.verify-factor', own(actor))
      await verifyFactor(services, by, body.code)
      const after = await actorOfLogin(services, actor.login!)
      if (!after) throw unauthorized('session-ended')
      return presentMe(after)
    },
  }),
]

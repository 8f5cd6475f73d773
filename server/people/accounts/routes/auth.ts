import { endSession } from '../commands/endLogins'
import { enrolFactor } from '../commands/enrolFactor'
import { loginByWechat } from '../commands/loginByWechat'
import { refreshSession } from '../commands/refreshSession'
import { makeRecoveryCodes } from '../commands/makeRecoveryCodes'
import { recoverFactor, verifyFactor } from '../commands/verifyFactor'
import { unauthorized } from '@server/platform/errors'
import { presentMe } from '../presenters/me'
import { actorOfLogin } from '../queries/actor'
import { openPost, ownPost } from '@server/http/route'
import type { Actor } from '@server/platform/access/actor'
import { authorize } from '../policy'
import { hasAgreed } from '@server/people/agreements'

const tag = '登录'

const own = ({ id }: Actor) => ({ userId: id, orgs: [] })

/** Presents the person again after the login was unlocked. */
async function meNow(services: Parameters<typeof actorOfLogin>[0], { login }: Actor) {
  const after = await actorOfLogin(services, login!)
  if (!after) throw unauthorized('session-ended')
  return presentMe(after, await hasAgreed(services.db, after.id, 'use'))
}

export const authRoutes = [
  openPost('POST /auth/wechat', {
    tag,
    summary: '用微信登录码登录（wx.login 的 code，只能用一次）',
    handle: ({ services, body, ...sent }) => loginByWechat(services, body, sent),
  }),
  openPost('POST /auth/refresh', {
    tag,
    summary: '续期：旧的续期凭证用掉，换一张新的',
    handle: ({ services, body, requestId }) => refreshSession(services, body.refreshToken, requestId),
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
      return meNow(services, actor)
    },
  }),
  ownPost('POST /auth/second-factor/recovery-codes', {
    tag,
    summary: '换一组恢复码：十个，只显示这一次，每个用一次；以前的作废',
    handle: async ({ services, actor, requestId }) => {
      const by = authorize({ actor, requestId }, 'account.recovery-codes', own(actor))
      return { codes: await makeRecoveryCodes(services, by) }
    },
  }),
  ownPost('POST /auth/second-factor/recover', {
    tag,
    summary: '手机不在身边时用恢复码代替动态码，用一个少一个',
    handle: async ({ services, actor, requestId, body }) => {
      const by = authorize({ actor, requestId }, 'account.recover', own(actor))
      await recoverFactor(services, by, body.code)
      return meNow(services, actor)
    },
  }),
]

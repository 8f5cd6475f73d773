import { LoggedOut, RefreshRequest, Session, WechatLogin } from '@shared/schemas/auth'
import { endSession } from '../../commands/endSession'
import { loginByWechat } from '../../commands/loginByWechat'
import { refreshSession } from '../../commands/refreshSession'
import { openPost } from '../define'

const tag = '登录'

export const authRoutes = [
  openPost({
    path: '/auth/wechat',
    tag,
    summary: '用微信登录码登录（wx.login 的 code，只能用一次）',
    body: WechatLogin,
    response: Session,
    handle: ({ services, body }) => loginByWechat(services, body.code),
  }),
  openPost({
    path: '/auth/refresh',
    tag,
    summary: '续期：旧的续期凭证用掉，换一张新的',
    body: RefreshRequest,
    response: Session,
    handle: ({ services, body }) => refreshSession(services, body.refreshToken),
  }),
  openPost({
    path: '/auth/logout',
    tag,
    summary: '退出登录',
    body: RefreshRequest,
    response: LoggedOut,
    handle: async ({ services, body }) => {
      await endSession(services, body.refreshToken)
      return { loggedOut: true as const }
    },
  }),
]

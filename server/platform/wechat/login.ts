import { z } from 'zod'
import { AppError, forbidden, unauthorized, unavailable } from '../errors'
import { DOCUMENTED } from './documented'
import { address, ask } from './request'

/** WeChat's answer to a login code. The `session_key` is dropped at once. */
export interface WechatIdentity {
  openid: string
}

const Answer = z.union([
  z.object({ errcode: z.int().refine(code => code !== 0) }),
  z.object({
    errcode: z.literal(0).optional(),
    openid: z.string().min(6).max(128),
    session_key: z.string().min(1),
  }),
])

/** https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/user-login/code2Session.html, read 2026-11. */
const REFUSALS: Record<number, () => AppError> = {
  40029: () => unauthorized('wechat-code-invalid'),
  40163: () => unauthorized('wechat-code-used'),
  45011: () => new AppError(429, 'wechat-limited', [], undefined, { 'Retry-After': '60' }),
  40226: () => forbidden('wechat-blocked'),
}

interface Trade {
  appId: string
  secret: string
  apiBase: string
  timeoutMs: number
  code: string
}

/**
 * Calls `sns/jscode2session` once.
 * @throws AppError, see WechatClient.code2Session
 */
export async function tradeCode({ appId, secret, apiBase, timeoutMs, code }: Trade): Promise<WechatIdentity> {
  const query = { appid: appId, secret, js_code: code, grant_type: 'authorization_code' }
  const answer = Answer.safeParse(
    await ask({ url: address(apiBase, DOCUMENTED.code2Session.path, query), timeoutMs }),
  )
  if (!answer.success) throw unavailable('wechat-unavailable')
  if ('openid' in answer.data) return { openid: answer.data.openid }
  throw (REFUSALS[answer.data.errcode] ?? (() => unavailable('wechat-unavailable')))()
}

import { z } from 'zod'
import { AppError, forbidden, unauthorized, unavailable } from '../../errors'

/** What WeChat tells about the person behind a login code. The `session_key` is dropped at once. */
export interface WechatIdentity {
  openid: string
}

export interface WechatClient {
  /**
   * Trades a `wx.login` code for the person's identity (`sns/jscode2session`). A code works once: no call is repeated.
   * @throws AppError 401 `wechat-code-invalid` `wechat-code-used`, 403 `wechat-blocked`, 429 `wechat-limited`,
   * 503 `wechat-unavailable`; whatever is not a sound answer counts as unavailable, never as a login
   */
  code2Session(code: string): Promise<WechatIdentity>
}

export interface WechatOptions {
  appId: string
  secret: string
  /** Address without a trailing slash, e.g. `https://api.weixin.qq.com`. */
  apiBase: string
  /** Patience in milliseconds. */
  timeoutMs?: number
}

const TIMEOUT_MS = 5_000

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

async function ask(url: URL, timeoutMs: number): Promise<unknown> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(timeoutMs), redirect: 'error' })
    return answer.ok ? await answer.json() : null
  } catch {
    return null
  }
}

/** A client of the WeChat server API over fetch. */
export function createWechat({
  appId,
  secret,
  apiBase,
  timeoutMs = TIMEOUT_MS,
}: WechatOptions): WechatClient {
  return {
    async code2Session(code) {
      const url = new URL(`${apiBase}/sns/jscode2session`)
      url.search = new URLSearchParams({
        appid: appId,
        secret,
        js_code: code,
        grant_type: 'authorization_code',
      }).toString()
      const answer = Answer.safeParse(await ask(url, timeoutMs))
      if (!answer.success) throw unavailable('wechat-unavailable')
      if ('openid' in answer.data) return { openid: answer.data.openid }
      throw (REFUSALS[answer.data.errcode] ?? (() => unavailable('wechat-unavailable')))()
    },
  }
}

import { z } from 'zod'
import type { Clock } from '../clock'
import { DOCUMENTED } from './documented'
import { address, ask } from './request'

export interface AccessTokens {
  /** Returns a token expected to be valid; null when WeChat issues none. */
  current(): Promise<string | null>
  /** Returns another token than `refused`, which WeChat rejected. */
  instead(refused: string): Promise<string | null>
}

interface TokenOptions {
  appId: string
  secret: string
  apiBase: string
  timeoutMs: number
  clock: Clock
}

/** https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/mp-access-token/getStableAccessToken.html, read 2026-11. */
const Answer = z.object({
  access_token: z.string().min(1).max(1024),
  expires_in: z.int().positive(),
})

/** Seconds before expiry at which a token is replaced; WeChat accepts old and new for five minutes. */
const MARGIN_SECONDS = 300

interface Held {
  token: string
  from: number
  until: number
}

/**
 * Caches the access token 接口调用凭据: fetched on demand, stored until shortly before expiry, by one request at a
 * time.
 */
export function createAccessTokens({ appId, secret, apiBase, timeoutMs, clock }: TokenOptions): AccessTokens {
  let held: Held | null = null
  let fetching: Promise<Held | null> | null = null

  async function fetchOne(force: boolean): Promise<Held | null> {
    const body = { grant_type: 'client_credential', appid: appId, secret, force_refresh: force }
    const answer = Answer.safeParse(
      await ask({ url: address(apiBase, DOCUMENTED.token.path), body, timeoutMs }),
    )
    if (!answer.success) return null
    const { access_token: token, expires_in: seconds } = answer.data
    const from = clock.now().getTime()
    return { token, from, until: from + Math.max(seconds - MARGIN_SECONDS, 1) * 1000 }
  }

  /** Renews the token; simultaneous callers share one request. */
  async function renew(force: boolean): Promise<string | null> {
    fetching ??= fetchOne(force).finally(() => {
      fetching = null
    })
    held = await fetching
    return held?.token ?? null
  }

  /** Checks that the token is still valid; after the clock was set back its age is unknown. */
  function isFresh({ from, until }: Held): boolean {
    const now = clock.now().getTime()
    return from <= now && now < until
  }

  return {
    current: async () => (held && isFresh(held) ? held.token : renew(false)),
    instead: async refused => {
      if (held && held.token !== refused && isFresh(held)) return held.token
      const token = await renew(false)
      return token === refused ? renew(true) : token
    },
  }
}

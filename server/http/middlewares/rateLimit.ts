import type { IncomingMessage } from 'node:http'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { Config } from '@server/platform/config'
import { rateLimited } from '@server/platform/errors'
import type { AppMiddleware } from './context'

export type RateKind = keyof Config['perMinute']

/**
 * Counts one more request of a person or an address.
 * @throws AppError 429 above the limit
 */
type RateLimit = (caller: string) => Promise<void>

/** Returns the client's address: with trusted proxies, the one that the first of them reports. */
type CallerOf = (request: IncomingMessage) => string

export interface RateLimits {
  limit(kind: RateKind): RateLimit
  callerOf: CallerOf
}

const WINDOW_SECONDS = 60

const unlimited: RateLimit = () => Promise.resolve()

const callersBehind =
  (proxies: number): CallerOf =>
  ({ headers, socket }) => {
    const said = proxies > 0 ? String(headers['x-forwarded-for'] ?? '') : ''
    return said.split(',').slice(-proxies)[0]?.trim() || (socket.remoteAddress ?? '')
  }

function limited(kind: RateKind, points: number): RateLimit {
  const limiter = new RateLimiterMemory({ keyPrefix: kind, points, duration: WINDOW_SECONDS })
  return async caller => {
    try {
      await limiter.consume(caller)
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal
      throw rateLimited(Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)))
    }
  }
}

/** Creates one counter of each kind per application, shared by its routes and by `cachedPageHandler`. */
export function createRateLimits({
  perMinute,
  trustedProxies,
}: Pick<Config, 'perMinute' | 'trustedProxies'>): RateLimits {
  const limits = {
    read: perMinute.read === 0 ? unlimited : limited('read', perMinute.read),
    login: perMinute.login === 0 ? unlimited : limited('login', perMinute.login),
    write: perMinute.write === 0 ? unlimited : limited('write', perMinute.write),
  }
  return { limit: kind => limits[kind], callerOf: callersBehind(trustedProxies) }
}

/** Refuses requests above the limit with 429: by person if logged in, else by address. */
export function rateLimit({ limit, callerOf }: RateLimits, kind: RateKind): AppMiddleware {
  const count = limit(kind)
  return async (ctx, next) => {
    await count(ctx.state.actor?.id ?? callerOf(ctx.req))
    await next()
  }
}

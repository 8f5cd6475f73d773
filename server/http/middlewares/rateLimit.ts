import type { IncomingMessage } from 'node:http'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { networkOf } from '@server/platform/access/addressHash'
import type { Config } from '@server/platform/config'
import { rateLimited } from '@server/platform/errors'
import type { AppMiddleware } from './context'

export type RateKind = keyof Config['perMinute']

/**
 * Counts one more request of a person or an address; `cost`: points that it takes, 1 unless given.
 * @throws AppError 429 above the limit
 */
type RateLimit = (caller: string, cost?: number) => Promise<void>

/**
 * Returns the client's address: with trusted proxies, the one that the first of them reports. Of IPv6 the network of a
 * subscriber, /64: one household has as many addresses as it likes.
 */
type CallerOf = (request: IncomingMessage) => string

export interface RateLimits {
  limit(kind: RateKind): RateLimit
  /**
   * Counts nothing.
   * @throws AppError 429 when the limit is used up
   */
  refuseOver(kind: RateKind, caller: string): Promise<void>
  callerOf: CallerOf
}

const WINDOW_SECONDS = 60

const callersBehind =
  (proxies: number): CallerOf =>
  ({ headers, socket }) => {
    const said = proxies > 0 ? String(headers['x-forwarded-for'] ?? '') : ''
    return networkOf(said.split(',').slice(-proxies)[0]?.trim() || (socket.remoteAddress ?? ''))
  }

interface Counter {
  count: RateLimit
  refuseOver(caller: string): Promise<void>
}

const refused = ({ msBeforeNext }: RateLimiterRes) => rateLimited(Math.max(1, Math.ceil(msBeforeNext / 1000)))

function counterOf(kind: RateKind, points: number): Counter {
  if (points === 0) return { count: () => Promise.resolve(), refuseOver: () => Promise.resolve() }
  const limiter = new RateLimiterMemory({ keyPrefix: kind, points, duration: WINDOW_SECONDS })
  return {
    count: async (caller, cost = 1) => {
      try {
        await limiter.consume(caller, Math.min(cost, points))
      } catch (refusal) {
        throw refusal instanceof RateLimiterRes ? refused(refusal) : refusal
      }
    },
    refuseOver: async caller => {
      const used = await limiter.get(caller)
      if (used && used.remainingPoints <= 0) throw refused(used)
    },
  }
}

/** Creates one counter of each kind per application, shared by its routes and by `cachedPageHandler`. */
export function createRateLimits({
  perMinute,
  trustedProxies,
}: Pick<Config, 'perMinute' | 'trustedProxies'>): RateLimits {
  const counters = {
    read: counterOf('read', perMinute.read),
    login: counterOf('login', perMinute.login),
    write: counterOf('write', perMinute.write),
    refused: counterOf('refused', perMinute.refused),
  }
  return {
    limit: kind => counters[kind].count,
    refuseOver: (kind, caller) => counters[kind].refuseOver(caller),
    callerOf: callersBehind(trustedProxies),
  }
}

/**
 * Refuses requests above the limit with 429: by person if logged in, else by address. `cost`: points that the request
 * takes.
 */
export function rateLimit({ limit, callerOf }: RateLimits, kind: RateKind, cost = 1): AppMiddleware {
  const count = limit(kind)
  return async (ctx, next) => {
    await count(ctx.state.actor?.id ?? callerOf(ctx.req), cost)
    await next()
  }
}

import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { Config } from '../config'
import { rateLimited } from '../errors'
import type { AppMiddleware } from './context'

export type RateKind = keyof Config['perMinute']
export type RateLimits = (kind: RateKind) => AppMiddleware

const WINDOW_SECONDS = 60

const unlimited: AppMiddleware = (_ctx, next) => next()

/** Refuses with 429 whoever asks too often: by person where one is known, else by address. */
function limited(kind: RateKind, points: number): AppMiddleware {
  const limiter = new RateLimiterMemory({ keyPrefix: kind, points, duration: WINDOW_SECONDS })
  return async (ctx, next) => {
    try {
      await limiter.consume(ctx.state.actor?.id ?? ctx.ip)
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal
      throw rateLimited(Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)))
    }
    await next()
  }
}

/** One counter of each kind for one application, shared by its routes. */
export function createRateLimits(perMinute: Config['perMinute']): RateLimits {
  const made = new Map<RateKind, AppMiddleware>()
  return kind => {
    const known = made.get(kind)
    if (known) return known
    const limit = perMinute[kind] === 0 ? unlimited : limited(kind, perMinute[kind])
    made.set(kind, limit)
    return limit
  }
}

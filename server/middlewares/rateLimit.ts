import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { rateLimited } from '../errors'
import type { AppMiddleware } from './context'

/** Requests a minute: reads and logins by address, writes by person. */
const PER_MINUTE = { read: 1_200, login: 60, write: 120 } as const
export type RateKind = keyof typeof PER_MINUTE

/** One set of counters for one application. */
export function createRateLimits(): (kind: RateKind) => AppMiddleware {
  const limiters = Object.fromEntries(
    Object.entries(PER_MINUTE).map(([kind, points]) => [
      kind,
      new RateLimiterMemory({ keyPrefix: kind, points, duration: 60 }),
    ]),
  )
  return kind => async (ctx, next) => {
    try {
      await limiters[kind]!.consume(ctx.state.actor?.id ?? ctx.ip)
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal
      throw rateLimited(Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)))
    }
    await next()
  }
}

import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { AppError } from '@server/platform/errors'
import type { Services } from '@server/platform/services'
import { singleWrites } from '@server/platform/store/transaction'
import { type AuditFacts, writeAudit } from '@server/platform/audit/writeAudit'
import type { AppContext, AppMiddleware } from './context'
import type { Actor } from '@server/platform/access/actor'
import { type Verdict, verdictsOf } from '@server/platform/access/policies'

const WINDOW_SECONDS = 60
const LONGEST_ID = 64

/** Result of counting a refusal: stored, the last one stored, or dropped. */
type Counted = 'kept' | 'last' | 'dropped'
export type RefusalCounter = (actorId: string) => Promise<Counted>

/** Caps denied-access entries per actor and minute; the last carries `more`. 0 = unlimited. */
export function countRefusals(points: number): RefusalCounter {
  if (points === 0) return () => Promise.resolve('kept')
  const limiter = new RateLimiterMemory({ keyPrefix: 'refused', points, duration: WINDOW_SECONDS })
  return async actorId => {
    try {
      await limiter.consume(actorId)
      return 'kept'
    } catch (over) {
      return over instanceof RateLimiterRes && over.consumedPoints === points + 1 ? 'last' : 'dropped'
    }
  }
}

/** Returns the id of the record that a request names: the last parameter of its path. */
function targetIdOf(ctx: AppContext): string {
  const params = 'params' in ctx ? (ctx.params as Record<string, string>) : {}
  return (Object.values(params).at(-1) ?? '-').slice(0, LONGEST_ID)
}

const factsOf = (ctx: AppContext, actor: Actor, verdict: Pick<Verdict, 'action' | 'orgCode'>) => ({
  actorId: actor.id,
  actorName: actor.name,
  action: verdict.action,
  // An entry without an organisation is stored under the one where the person works.
  orgCode: verdict.orgCode || (actor.roles[0]?.orgCode ?? ''),
  targetId: targetIdOf(ctx),
  requestId: ctx.state.requestId,
})

/** Returns the reads of the request, without duplicates: a retried transaction repeats its decisions. */
function readsOf(ctx: AppContext, actor: Actor): AuditFacts[] {
  const seen = new Map(verdictsOf(actor).map(verdict => [`${verdict.action} ${verdict.orgCode}`, verdict]))
  return [...seen.values()].map(verdict => ({
    ...factsOf(ctx, actor, verdict),
    outcome: 'read',
    detail: null,
  }))
}

/** Stores a refusal; a failure to write the log does not change the answer. */
async function keepRefusal(services: Services, ctx: AppContext, code: string, count: RefusalCounter) {
  const { actor } = ctx.state
  const verdict = actor && verdictsOf(actor).findLast(({ refusal }) => refusal !== null)
  if (!actor || !verdict) return
  const { clock, db } = services
  const store = singleWrites(db)
  try {
    const counted = await count(actor.id)
    if (counted === 'dropped') return
    const detail = { code, ...(counted === 'last' && { more: WINDOW_SECONDS }) }
    await writeAudit(store, clock.now(), { ...factsOf(ctx, actor, verdict), outcome: 'refused', detail })
  } catch (error) {
    services.log.error({ err: error, requestId: ctx.state.requestId }, 'audit of a refusal')
  }
}

/**
 * Writes audit entries for reads of non-public data, before the answer is sent, and for refusals. Commands write
 * their own, in their transaction.
 */
export function auditTrail(services: Services, reads: boolean, count: RefusalCounter): AppMiddleware {
  return async (ctx, next) => {
    try {
      await next()
    } catch (error) {
      // 404: a refusal that does not even show that there is something.
      if (error instanceof AppError && (error.status === 403 || error.status === 404)) {
        await keepRefusal(services, ctx, error.code, count)
      }
      throw error
    }
    if (!reads || !ctx.state.actor) return
    for (const facts of readsOf(ctx, ctx.state.actor)) {
      await writeAudit(singleWrites(services.db), services.clock.now(), facts)
    }
  }
}

import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { AppError } from '@server/platform/errors'
import type { Services } from '@server/platform/services'
import { type AuditFacts, writeAudit } from '@server/platform/audit/writeAudit'
import type { AppContext, AppMiddleware } from './context'
import type { Actor } from '@server/platform/access/actor'
import { type Verdict, verdictsOf } from '@server/platform/access/policies'

const WINDOW_SECONDS = 60
const LONGEST_ID = 64

/** How an actor's refusals are counted: 'kept', the last one before silence, or not kept any more. */
type Counted = 'kept' | 'last' | 'dropped'
export type RefusalCounter = (actorId: string) => Promise<Counted>

/** Nobody fills the disk by being refused: so many entries a minute, the last one saying that more came; 0 = no bound. */
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

/** The record that a request names: the last parameter of its path. */
function targetIdOf(ctx: AppContext): string {
  const params = 'params' in ctx ? (ctx.params as Record<string, string>) : {}
  return (Object.values(params).at(-1) ?? '-').slice(0, LONGEST_ID)
}

const factsOf = (ctx: AppContext, actor: Actor, verdict: Pick<Verdict, 'action' | 'orgCode'>) => ({
  actorId: actor.id,
  actorName: actor.name,
  action: verdict.action,
  // What concerns no organisation is told where the person works.
  orgCode: verdict.orgCode || (actor.roles[0]?.orgCode ?? ''),
  targetId: targetIdOf(ctx),
  requestId: ctx.state.requestId,
})

/** What was seen, each thing once: the work may have been judged anew when a transaction started over. */
function readsOf(ctx: AppContext, actor: Actor): AuditFacts[] {
  const seen = new Map(verdictsOf(actor).map(verdict => [`${verdict.action} ${verdict.orgCode}`, verdict]))
  return [...seen.values()].map(verdict => ({
    ...factsOf(ctx, actor, verdict),
    outcome: 'read',
    detail: null,
  }))
}

/** Keeps a refusal; a log that cannot be written changes nothing of the answer. */
async function keepRefusal(services: Services, ctx: AppContext, code: string, count: RefusalCounter) {
  const { actor } = ctx.state
  const verdict = actor && verdictsOf(actor).findLast(({ refusal }) => refusal !== null)
  if (!actor || !verdict) return
  try {
    const counted = await count(actor.id)
    if (counted === 'dropped') return
    const detail = { code, ...(counted === 'last' && { more: WINDOW_SECONDS }) }
    await writeAudit(services, { ...factsOf(ctx, actor, verdict), outcome: 'refused', detail })
  } catch (error) {
    services.log.error({ err: error, requestId: ctx.state.requestId }, 'audit of a refusal')
  }
}

/**
 * Enters what a person was shown of what is not public, before it is shown, and what was refused. Deeds enter themselves,
 * in their own transaction.
 */
export function auditTrail(services: Services, reads: boolean, count: RefusalCounter): AppMiddleware {
  return async (ctx, next) => {
    try {
      await next()
    } catch (error) {
      if (error instanceof AppError && error.status === 403) {
        await keepRefusal(services, ctx, error.code, count)
      }
      throw error
    }
    if (!reads || !ctx.state.actor) return
    for (const facts of readsOf(ctx, ctx.state.actor)) await writeAudit(services, facts)
  }
}

import { createHash } from 'node:crypto'
import { badRequest } from '@server/platform/errors'
import { type WriteAnswer, type WriteRequest, earlierAnswer } from '@server/platform/idempotency/writeOnce'
import type { Services } from '@server/platform/services'
import type { AppContext, AppMiddleware } from './context'

const KEY = /^[\w-]{8,100}$/

function keyOf(ctx: AppContext): string {
  const key = ctx.get('Idempotency-Key')
  if (!key) throw badRequest('idempotency-key-required')
  if (!KEY.test(key)) throw badRequest('idempotency-key-invalid')
  return key
}

function fingerprintOf(ctx: AppContext): string {
  const hash = createHash('sha256').update(`${ctx.method} ${ctx.path}\n${ctx.request.rawBody ?? ''}`)
  const { file } = ctx.state
  if (file) hash.update(`\n${file.name}\n${JSON.stringify(ctx.request.body ?? {})}\n${file.sha256}`)
  return hash.digest('hex')
}

/**
 * Returns the write that this request describes.
 * @throws AppError 400 without a valid `Idempotency-Key`
 */
export function writeRequestOf(ctx: AppContext, status: number): WriteRequest {
  return { userId: ctx.state.actor!.id, key: keyOf(ctx), fingerprint: fingerprintOf(ctx), status }
}

export function sendAnswer(ctx: AppContext, { status, body, replayed }: WriteAnswer): void {
  if (replayed) ctx.set('Idempotent-Replayed', 'true')
  ctx.status = status
  ctx.type = 'application/json'
  ctx.body = body
}

/** Answers a repeated write with the stored answer and passes new ones on. */
export function idempotency(services: Services): AppMiddleware {
  return async (ctx, next) => {
    const earlier = await earlierAnswer(services, writeRequestOf(ctx, 0))
    if (earlier) return sendAnswer(ctx, earlier)
    await next()
  }
}

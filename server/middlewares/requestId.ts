import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import type { AppMiddleware } from './context'

/** Gives every request an id of ours (never the sender's), and writes one log line when it is answered. */
export function requestId(log: Logger): AppMiddleware {
  return async (ctx, next) => {
    const started = performance.now()
    ctx.state.requestId = randomUUID()
    ctx.set('X-Request-Id', ctx.state.requestId)
    try {
      await next()
    } finally {
      log.debug(
        {
          requestId: ctx.state.requestId,
          method: ctx.method,
          path: ctx.path,
          status: ctx.status,
          ms: Math.round(performance.now() - started),
        },
        'request',
      )
    }
  }
}

import { randomUUID } from 'node:crypto'
import { type Clock, httpDate } from '@server/platform/clock'
import type { AccessLog } from './accessLog'
import { type AppMiddleware, patternOf } from './context'

/** Creates a request id; never takes the client's. */
export const newRequestId = (): string => randomUUID()

/** Gives every request an id and every answer the server's time, and writes the access-log line. */
export function requestId(log: AccessLog, clock: Clock): AppMiddleware {
  const date = httpDate(clock)
  return async (ctx, next) => {
    const started = performance.now()
    const from = log.fromOf(ctx.req)
    ctx.state.requestId = newRequestId()
    ctx.set({ 'X-Request-Id': ctx.state.requestId, Date: date() })
    try {
      await next()
    } finally {
      const { method, status, state } = ctx
      const path = patternOf(ctx) ?? ctx.path
      log.write({ requestId: state.requestId, method, path, from, started }, status)
    }
  }
}

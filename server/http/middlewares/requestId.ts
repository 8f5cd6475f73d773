import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import { type Clock, httpDate } from '@server/platform/clock'
import { type AppMiddleware, patternOf } from './context'

/** Fields of the access-log line. */
export interface AskedFor {
  requestId: string
  method: string
  /** Pattern of the route; of a file, of a kept page and of what no route answers the path without its query. */
  path: string
  /** `performance.now()` at arrival. */
  started: number
}

/** Creates a request id; never takes the client's. */
export const newRequestId = (): string => randomUUID()

/** Writes the request's access-log line once it is answered. */
export function logRequest(log: Logger, { started, ...asked }: AskedFor, status: number): void {
  if (!log.isLevelEnabled('debug')) return
  log.debug({ ...asked, status, ms: Math.round(performance.now() - started) }, 'request')
}

/** Gives every request an id and every answer the server's time, and writes the access-log line. */
export function requestId(log: Logger, clock: Clock): AppMiddleware {
  const date = httpDate(clock)
  return async (ctx, next) => {
    const started = performance.now()
    ctx.state.requestId = newRequestId()
    ctx.set({ 'X-Request-Id': ctx.state.requestId, Date: date() })
    try {
      await next()
    } finally {
      const { method, status, state } = ctx
      const path = patternOf(ctx) ?? ctx.path
      logRequest(log, { requestId: state.requestId, method, path, started }, status)
    }
  }
}

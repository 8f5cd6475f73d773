import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import { type Clock, httpDate } from '@server/platform/clock'
import type { AppMiddleware } from './context'

/** A request as its log line tells of it. */
export interface AskedFor {
  requestId: string
  method: string
  /** Without what was asked for in it. */
  path: string
  /** `performance.now()` when it came. */
  started: number
}

/** An id of ours, never the sender's. */
export const newRequestId = (): string => randomUUID()

/** The one line for a request, when it is answered. */
export function logRequest(log: Logger, { started, ...asked }: AskedFor, status: number): void {
  if (!log.isLevelEnabled('debug')) return
  log.debug({ ...asked, status, ms: Math.round(performance.now() - started) }, 'request')
}

/** Gives every request an id and every answer the server's time, and writes the log line when it is answered. */
export function requestId(log: Logger, clock: Clock): AppMiddleware {
  const date = httpDate(clock)
  return async (ctx, next) => {
    const started = performance.now()
    ctx.state.requestId = newRequestId()
    ctx.set({ 'X-Request-Id': ctx.state.requestId, Date: date() })
    try {
      await next()
    } finally {
      const { method, path, status, state } = ctx
      logRequest(log, { requestId: state.requestId, method, path, started }, status)
    }
  }
}

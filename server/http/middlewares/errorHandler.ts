import type { Logger } from 'pino'
import { answerFor } from '../errorAnswer'
import type { AppMiddleware } from './context'

/** Turns every error into the one JSON shape; logs the stack of unknown ones only. */
export function errorHandler(log: Logger): AppMiddleware {
  return async (ctx, next) => {
    try {
      await next()
    } catch (error) {
      const { requestId } = ctx.state
      const answer = answerFor(error, requestId)
      if (answer.unknown) {
        log.error({ err: error, requestId, method: ctx.method, path: ctx.path }, 'unexpected error')
      }
      ctx.status = answer.status
      ctx.set({ ...answer.headers, 'Cache-Control': 'no-store' })
      ctx.body = answer.body
    }
  }
}

import type { Logger } from 'pino'
import { type ErrorAnswer, answerFor } from '../errorAnswer'
import type { AppMiddleware } from './context'

/** Writes an error for a reader: a JSON body, or the text of a page. */
type WriteError = (answer: ErrorAnswer) => object | string

/** Turns every error into the one JSON shape, or into a page by `write`; logs the stack of unknown ones only. */
export function errorHandler(log: Logger, write: WriteError = ({ body }) => body): AppMiddleware {
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
      ctx.body = write(answer)
    }
  }
}

import { notFound } from '@server/platform/errors'
import type { AppMiddleware } from './context'

/** Answers 404 to a request that no route has answered. */
export function notFoundHandler(): AppMiddleware {
  return async (ctx, next) => {
    await next()
    if (ctx.status === 404 && ctx.body === undefined) throw notFound()
  }
}

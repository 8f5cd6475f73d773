import { notFound } from '@server/platform/errors'
import type { AppMiddleware } from './context'

/** What nobody has answered is not there. */
export function notFoundHandler(): AppMiddleware {
  return async (ctx, next) => {
    await next()
    if (ctx.status === 404 && ctx.body === undefined) throw notFound()
  }
}

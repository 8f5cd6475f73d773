import conditional from 'koa-conditional-get'
import etag from '@koa/etag'
import type { AppMiddleware } from './context'

/** Sets a weak content-hash ETag and answers 304 on a match. */
export function conditionalGet(): AppMiddleware {
  const tag = etag({ weak: true }) as AppMiddleware
  const compare = conditional() as AppMiddleware
  return (ctx, next): unknown => compare(ctx, () => tag(ctx, next) as Promise<void>)
}

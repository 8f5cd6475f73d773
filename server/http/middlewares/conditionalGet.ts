import conditional from 'koa-conditional-get'
import etag from '@koa/etag'
import type { AppMiddleware } from './context'

/** Names every answer by its content; whoever has it already gets 304. Weak, since it travels compressed or plain. */
export function conditionalGet(): AppMiddleware {
  const tag = etag({ weak: true }) as AppMiddleware
  const compare = conditional() as AppMiddleware
  return (ctx, next): unknown => compare(ctx, () => tag(ctx, next) as Promise<void>)
}

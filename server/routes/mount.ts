import { Readable } from 'node:stream'
import Router from '@koa/router'
import type { Middleware } from 'koa'
import { auth } from '../middlewares/auth'
import type { AppContext, AppMiddleware, AppState } from '../middlewares/context'
import { idempotency, sendAnswer, writeRequestOf } from '../middlewares/idempotency'
import type { RateLimits } from '../middlewares/rateLimit'
import { upload } from '../middlewares/upload'
import type { Services } from '../services'
import { writeOnce } from '../services/idempotency'
import type { Answer, RawCall, Route } from './define'

export const API_PREFIX = '/api/v1'

/** Asks the route and sends its answer. */
function answering(route: Route, services: Services): AppMiddleware {
  return async ctx => {
    const { requestId, actor, file } = ctx.state
    const call: RawCall = {
      params: paramsOf(ctx),
      query: { ...ctx.query },
      body: ctx.request.body,
      services,
      requestId,
      actor,
      file,
      ...(route.write && {
        transact: work => writeOnce(services, writeRequestOf(ctx, route.status), work),
      }),
    }
    send(ctx, await route.run(call))
    ctx.set('Cache-Control', route.cache)
  }
}

function send(ctx: AppContext, answer: Answer): void {
  if (!('lines' in answer)) return sendAnswer(ctx, answer)
  ctx.status = answer.status
  ctx.type = 'application/jsonl'
  ctx.body = Readable.from(answer.lines)
}

const paramsOf = (ctx: AppContext): unknown => ('params' in ctx ? ctx.params : {})

/** The guards of a route, in the order in which they are asked. */
const guardsOf = (route: Route, services: Services, limit: RateLimits): AppMiddleware[] => [
  ...(route.access === 'login' ? [auth(services)] : []),
  limit(route.rate),
  ...(route.upload ? [upload()] : []),
  ...(route.write ? [idempotency(services)] : []),
]

/** Mounts every route below `/api/v1`. */
export function mountRoutes(
  routes: readonly Route[],
  services: Services,
  limit: RateLimits,
): Router<AppState> {
  const router = new Router<AppState>({ prefix: API_PREFIX })
  for (const route of routes) {
    const chain = [...guardsOf(route, services, limit), answering(route, services)]
    router[route.method](route.path, ...(chain as Middleware<AppState>[]))
  }
  return router
}

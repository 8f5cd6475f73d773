import Router from '@koa/router'
import type { Middleware } from 'koa'
import { HTML_TYPE } from '@server/platform/pages/pageAnswer'
import type { PageText } from '@server/platform/pages/pageCache'
import type { Pages } from '@server/platform/pages/pages'
import type { Services } from '@server/platform/services'
import type { AppContext, AppMiddleware, AppState } from './middlewares/context'
import { errorHandler } from './middlewares/errorHandler'
import { type RateLimits, rateLimit } from './middlewares/rateLimit'
import { requireStore } from './middlewares/storeAvailable'
import { answerKept } from './mount'
import { type PageCall, PageInstead, type PageRoute, type PlainPages } from './pageRoute'
import { REVALIDATE } from './route'

function sendText(ctx: AppContext, { type, text }: PageText, cache = REVALIDATE): void {
  ctx.set('Cache-Control', cache)
  ctx.type = type
  ctx.body = text
}

function sendInstead(ctx: AppContext, { answer }: PageInstead): void {
  if (answer.status === 301) {
    ctx.redirect(answer.location)
    ctx.status = 301
    ctx.set('Cache-Control', 'no-cache')
    return
  }
  sendText(ctx, answer.page)
  ctx.status = answer.status
  ctx.set('Cache-Control', 'no-store')
}

/** The last value of each parameter of the query. */
const queryOf = (ctx: AppContext): Record<string, string> =>
  Object.fromEntries(Object.entries(ctx.query).map(([name, value]) => [name, [value].flat().at(-1) ?? '']))

/** Answers a page from the cache where it is kept. An address with a query is not kept: nobody can fill the cache with them. */
function answering(route: PageRoute, services: Services, pages: Pages | null): AppMiddleware {
  return async ctx => {
    const params = 'params' in ctx ? (ctx.params as Record<string, string>) : {}
    const call = { params, query: queryOf(ctx), services } as unknown as PageCall
    try {
      const orgCode = pages && ctx.querystring === '' ? await route.keptUnder?.(call) : null
      if (pages && orgCode) await answerKept(ctx, orgCode, REVALIDATE, pages, () => route.make(call))
      else sendText(ctx, await route.make(call), route.unkept ? 'no-store' : REVALIDATE)
    } catch (error) {
      if (!(error instanceof PageInstead)) throw error
      sendInstead(ctx, error)
    }
  }
}

/** Mounts the pages for readers without scripts; an error on their addresses is a page too. */
export function mountPages(
  { routes, errorPage }: PlainPages,
  services: Services,
  limits: RateLimits,
  pages: Pages | null,
): Router<AppState> {
  const router = new Router<AppState>()
  const errors: AppMiddleware = async (ctx, next) => {
    const write = errorHandler(services.log, ({ status, body }) => {
      ctx.type = HTML_TYPE
      return errorPage(status, body.error)
    })
    await write(ctx, next)
  }
  for (const route of routes) {
    const chain = [
      errors,
      rateLimit(limits, 'read'),
      requireStore(services.store),
      answering(route, services, pages),
    ]
    router.get(route.path, ...(chain as Middleware<AppState>[]))
  }
  return router
}

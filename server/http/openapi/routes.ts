import Router from '@koa/router'
import type { Middleware } from 'koa'
import type { AppState } from '../middlewares/context'
import { type RateLimits, rateLimit } from '../middlewares/rateLimit'
import type { Route } from '../route'
import { API_PREFIX } from '../mount'
import { openApiDocument } from './document'
import { documentPage } from './page'

const KEPT = 'public, no-cache'
/** Points of the read limit: a document is a megabyte or more. */
const COST = 20

/** Computes a text on first use and caches it. */
function once(make: () => string): () => string {
  let text: string | undefined
  return () => (text ??= make())
}

/** Serves `/api/v1/openapi.json` for machines and `/api/docs` for people. */
export function paperRoutes(routes: readonly Route[], limits: RateLimits): Router<AppState> {
  const router = new Router<AppState>()
  const limit = rateLimit(limits, 'read', COST) as Middleware<AppState>
  const json = once(() => JSON.stringify(openApiDocument(routes)))
  const page = once(() => documentPage(openApiDocument(routes)))

  router.get(`${API_PREFIX}/openapi.json`, limit, ctx => {
    ctx.set('Cache-Control', KEPT)
    ctx.type = 'application/json; charset=utf-8'
    ctx.body = json()
  })
  router.get('/api/docs', limit, ctx => {
    ctx.set('Cache-Control', KEPT)
    ctx.type = 'text/html; charset=utf-8'
    ctx.body = page()
  })
  return router
}

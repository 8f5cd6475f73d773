import Router from '@koa/router'
import type { AppState } from '../middlewares/context'
import type { Route } from '../route'
import { API_PREFIX } from '../mount'
import { openApiDocument } from './document'
import { documentPage } from './page'

const KEPT = 'public, no-cache'

/** `/api/v1/openapi.json` for machines and `/api/docs` for people; both are made once, when first asked for. */
export function paperRoutes(routes: readonly Route[]): Router<AppState> {
  const router = new Router<AppState>()
  let document: ReturnType<typeof openApiDocument> | undefined
  const made = () => (document ??= openApiDocument(routes))

  router.get(`${API_PREFIX}/openapi.json`, ctx => {
    ctx.set('Cache-Control', KEPT)
    ctx.body = made()
  })
  router.get('/api/docs', ctx => {
    ctx.set('Cache-Control', KEPT)
    ctx.type = 'text/html; charset=utf-8'
    ctx.body = documentPage(made())
  })
  return router
}

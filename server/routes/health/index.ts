import Router from '@koa/router'
import type { AppState } from '../../middlewares/context'
import type { Services } from '../../services'
import { storeAnswers } from '../../services/store/watch'

const PATIENCE_MS = 2_000

/** `/healthz`: the process lives. `/readyz`: it can serve, which needs the database. */
export function healthRoutes(services: Services): Router<AppState> {
  const router = new Router<AppState>()
  router.get('/healthz', ctx => {
    ctx.set('Cache-Control', 'no-store')
    ctx.body = { status: 'ok' }
  })
  router.get('/readyz', async ctx => {
    const ready = await storeAnswers(services.models, PATIENCE_MS)
    ctx.set('Cache-Control', 'no-store')
    ctx.status = ready ? 200 : 503
    ctx.body = { status: ready ? 'ready' : 'not-ready', database: ready ? 'ok' : 'unreachable' }
  })
  return router
}

import Router from '@koa/router'
import type { AppState } from '../../middlewares/context'
import type { Services } from '../../services'

const PATIENCE_MS = 2_000

/** Does the database answer, in good time? */
async function databaseAnswers({ models }: Services): Promise<boolean> {
  const ping = models.connection.db?.command({ ping: 1 }, { timeoutMS: PATIENCE_MS })
  if (!ping) return false
  return ping.then(
    () => true,
    () => false,
  )
}

/** `/healthz`: the process lives. `/readyz`: it can serve, which needs the database. */
export function healthRoutes(services: Services): Router<AppState> {
  const router = new Router<AppState>()
  router.get('/healthz', ctx => {
    ctx.set('Cache-Control', 'no-store')
    ctx.body = { status: 'ok' }
  })
  router.get('/readyz', async ctx => {
    const ready = await databaseAnswers(services)
    ctx.set('Cache-Control', 'no-store')
    ctx.status = ready ? 200 : 503
    ctx.body = { status: ready ? 'ready' : 'not-ready', database: ready ? 'ok' : 'unreachable' }
  })
  return router
}

import Router from '@koa/router'
import type { AppState } from './middlewares/context'
import type { Services } from '@server/platform/services'
import { fenceOf } from '@server/platform/store/fence'
import { pingStore } from '@server/platform/store/availability'

const PATIENCE_MS = 2_000

/**
 * Serves `/healthz` (the process is alive) and `/readyz` (it can serve: the database is available and not changed by
 * a newer program, and no shutdown has begun).
 */
export function healthRoutes(services: Services, leaving: () => boolean): Router<AppState> {
  const router = new Router<AppState>()
  router.get('/healthz', ctx => {
    ctx.set('Cache-Control', 'no-store')
    ctx.body = { status: 'ok' }
  })
  router.get('/readyz', async ctx => {
    const reachable = !services.store.isAway() && (await pingStore(services.db, PATIENCE_MS)) === 'well'
    const outdated = fenceOf(services.db.connection)?.isOutdated() ?? false
    const ready = reachable && !outdated && !leaving()
    ctx.set('Cache-Control', 'no-store')
    ctx.status = ready ? 200 : 503
    ctx.body = {
      status: leaving() ? 'stopping' : ready ? 'ready' : 'not-ready',
      database: reachable ? 'ok' : 'unreachable',
    }
  })
  return router
}

import path from 'node:path'
import type Router from '@koa/router'
import Koa from 'koa'
import { AppError } from './errors'
import { bodyParser } from './middlewares/bodyParser'
import { compression } from './middlewares/compression'
import { conditionalGet } from './middlewares/conditionalGet'
import type { AppState } from './middlewares/context'
import { errorHandler } from './middlewares/errorHandler'
import { keptPages } from './middlewares/keptPages'
import { notFoundHandler } from './middlewares/notFound'
import { createRateLimits } from './middlewares/rateLimit'
import { requestId } from './middlewares/requestId'
import { securityHeaders } from './middlewares/securityHeaders'
import { staticSite } from './middlewares/staticSite'
import { storeGate } from './middlewares/storeGate'
import { clientHungUp } from './onerror'
import { ROUTES } from './routes'
import { REVALIDATE } from './routes/define'
import { healthRoutes } from './routes/health'
import { mountRoutes } from './routes/mount'
import { paperRoutes } from './routes/openapi'
import type { Services } from './services'
import { createPages } from './services/pages'

const wrongMethod = () => new AppError(405, 'method-not-allowed')

/** A known address, but not by this method. */
const allowed = (router: Router<AppState>) =>
  router.allowedMethods({ throw: true, methodNotAllowed: wrongMethod, notImplemented: wrongMethod })

/** The whole server, from the services that it is given. */
export function createApp(services: Services): Koa<AppState> {
  const { config, log } = services
  const app = new Koa<AppState>({ proxy: config.trustedProxies > 0, maxIpsCount: config.trustedProxies })
  const limits = createRateLimits(config.perMinute)
  const pages = config.pagesMegabytes > 0 ? createPages(services) : null
  const api = mountRoutes(ROUTES, services, limits, pages)
  const papers = paperRoutes(ROUTES)
  const health = healthRoutes(services)

  app.use(requestId(log))
  app.use(securityHeaders(config.publicBaseUrl))
  app.use(errorHandler(log))
  if (pages) app.use(keptPages(pages, limits('read'), REVALIDATE))
  app.use(compression())
  app.use(conditionalGet())
  app.use(notFoundHandler())
  app.use(health.routes()).use(allowed(health))
  app.use(papers.routes()).use(allowed(papers))
  app.use(staticSite(path.join(config.rootDir, 'dist', 'h5')))
  app.use(bodyParser())
  app.use(storeGate(services.store))
  app.use(api.routes()).use(allowed(api))
  app.on('error', error => log[clientHungUp(error) ? 'debug' : 'error']({ err: error }, 'koa'))
  return app
}

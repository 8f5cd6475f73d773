import type { RequestListener } from 'node:http'
import path from 'node:path'
import type Router from '@koa/router'
import Koa from 'koa'
import { cachedPageHandler } from './cachedPages'
import { AppError } from '@server/platform/errors'
import { compression } from './middlewares/compression'
import { conditionalGet } from './middlewares/conditionalGet'
import type { AppMiddleware, AppState } from './middlewares/context'
import { errorHandler } from './middlewares/errorHandler'
import { measured } from './metrics/measured'
import { notFoundHandler } from './middlewares/notFound'
import { type RateLimits, createRateLimits, rateLimit } from './middlewares/rateLimit'
import { type AccessLog, createAccessLog } from './middlewares/accessLog'
import { requestId } from './middlewares/requestId'
import { type SecurityHeaders, securityHeaders, securityHeadersFor } from './middlewares/securityHeaders'
import { loginLink } from './middlewares/loginLink'
import { staticSite } from './middlewares/staticSite'
import { requireStore } from './middlewares/storeAvailable'
import { traced } from './middlewares/traced'
import { formerPaths } from './formerPaths'
import { clientHungUp } from './errorAnswer'
import { healthRoutes } from './health'
import { metricsRoutes } from './metrics/route'
import { API_PREFIX, type Api, mountRoutes } from './mount'
import { mountPages } from './mountPages'
import { paperRoutes } from './openapi/routes'
import type { Services } from '@server/platform/services'
import { wechatEventRoutes } from './wechatEvents'
import { type Metrics, createMetrics } from './metrics/registry'
import { type Pages, createPages } from '@server/platform/pages/pages'

const wrongMethod = () => new AppError(405, 'method-not-allowed')

/** Answers a known path with an unsupported method. */
const allowed = (router: Router<AppState>) =>
  router.allowedMethods({ throw: true, methodNotAllowed: wrongMethod, notImplemented: wrongMethod })

/** Objects that the parts of one server share besides its services. */
interface Shared {
  accessLog: AccessLog
  limits: RateLimits
  headers: SecurityHeaders
  metrics: Metrics
  pages: Pages | null
  /** Returns whether the server is shutting down. */
  leaving: () => boolean
}

/** Creates the whole server: cached pages are answered directly, everything else by Koa. */
export function createHandler(
  services: Services,
  api: Api,
  leaving: () => boolean = () => false,
): RequestListener {
  const { config, log, clock } = services
  const limits = createRateLimits(config)
  const headers = securityHeadersFor(config.publicBaseUrl)
  const pages = config.pagesMegabytes > 0 ? createPages(services) : null
  const metrics = createMetrics()
  const accessLog = createAccessLog(log, config, limits)
  const rest = koaApp(services, api, {
    accessLog,
    limits,
    headers,
    metrics,
    pages,
    leaving,
  }).callback() as RequestListener
  return pages ? cachedPageHandler({ pages, limits, headers, metrics, log: accessLog, clock }, rest) : rest
}

/** Counts what no route of the interface answers: files of the web page, and addresses that do not exist. */
function elsewhere(limits: RateLimits): AppMiddleware {
  const count = rateLimit(limits, 'read')
  return async (ctx, next) => {
    await (ctx.path.startsWith(`${API_PREFIX}/`) ? next() : count(ctx, next))
  }
}

function koaApp(
  services: Services,
  composed: Api,
  { accessLog, limits, headers, metrics, pages, leaving }: Shared,
): Koa<AppState> {
  const { config, log, clock } = services
  const app = new Koa<AppState>()
  const api = mountRoutes(composed, services, limits, pages)
  const papers = paperRoutes(composed.routes, limits)
  const plain = mountPages(composed.pages, services, limits, pages)
  const health = healthRoutes(services, leaving)
  const operator = metricsRoutes(services, metrics)
  const pushes = wechatEventRoutes(services, composed.takeVerdict)

  app.use(measured(metrics))
  app.use(requestId(accessLog, clock))
  app.use(traced())
  app.use(securityHeaders(headers))
  app.use(errorHandler(log))
  app.use(compression())
  app.use(conditionalGet())
  app.use(notFoundHandler())
  app.use(health.routes()).use(allowed(health))
  app.use(operator.routes()).use(allowed(operator))
  app.use(papers.routes()).use(allowed(papers))
  app.use(pushes.routes()).use(allowed(pushes))
  app.use(plain.routes()).use(allowed(plain))
  app.use(elsewhere(limits))
  app.use(loginLink())
  app.use(staticSite(path.join(config.rootDir, 'dist', 'h5')))
  app.use(requireStore(services.store))
  app.use(formerPaths())
  app.use(api.routes()).use(allowed(api))
  app.on('error', (error: { code?: unknown }) =>
    log[clientHungUp(error) ? 'debug' : 'error']({ err: error }, 'koa'),
  )
  return app
}

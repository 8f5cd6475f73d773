import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { RateLimits } from './middlewares/rateLimit'
import type { AccessLog } from './middlewares/accessLog'
import { newRequestId } from './middlewares/requestId'
import type { SecurityHeaders } from './middlewares/securityHeaders'
import { REVALIDATE } from './route'
import { type Clock, httpDate } from '@server/platform/clock'
import type { Metrics } from './metrics/registry'
import type { Pages } from '@server/platform/pages/pages'
import { answerOf, type PageAnswer } from '@server/platform/pages/pageAnswer'
import type { Page } from '@server/platform/pages/pageCache'

interface Parts {
  pages: Pages
  limits: RateLimits
  headers: SecurityHeaders
  metrics: Metrics
  log: AccessLog
  clock: Clock
}

const pathOf = (address: string): string => address.split('?', 1)[0]!

/**
 * Answers from the page cache before Koa sees the request; see ADR 6. The guards are those of every public read: rate
 * limit, headers, request id, log line. A page that is missing, outdated or over the limit is passed to Koa.
 */
export function cachedPageHandler(
  { pages, limits, headers, metrics, log, clock }: Parts,
  rest: RequestListener,
): RequestListener {
  const count = limits.limit('read')
  const fixed = Object.entries(headers).flat()
  const date = httpDate(clock)

  function send(response: ServerResponse, requestId: string, answer: PageAnswer): void {
    const lines = ['X-Request-Id', requestId, 'Date', date()]
    for (const name in answer.headers) lines.push(name, answer.headers[name]!)
    // A client that gets 304 already has the other headers: RFC 9110, 15.4.5.
    if (answer.bytes) lines.push(...fixed, 'Content-Length', String(answer.bytes.length))
    response.writeHead(answer.status, lines).end(answer.bytes)
  }

  /** Checks the caller's rate limit; Koa sends the refusal. */
  const admits = (request: IncomingMessage): Promise<boolean> =>
    count(limits.callerOf(request)).then(
      () => true,
      () => false,
    )

  async function answer(page: Page, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const started = performance.now()
    const found = await pages.judge(page)
    if (!found || !(await admits(request))) return rest(request, response)
    const requestId = newRequestId()
    const from = log.fromOf(request)
    const given = answerOf(request.headers, found, REVALIDATE)
    send(response, requestId, given)
    const { status } = given
    log.write({ requestId, method: 'GET', path: pathOf(request.url!), from, started }, status)
    metrics.answered('GET', found.since ? 'kept-old' : 'kept', status, (performance.now() - started) / 1000)
  }

  return (request, response) => {
    const page = request.method === 'GET' ? pages.keptAt(request.url!) : undefined
    if (page) void answer(page, request, response)
    else rest(request, response)
  }
}

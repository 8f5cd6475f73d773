import { Readable } from 'node:stream'
import Router from '@koa/router'
import type { Middleware } from 'koa'
import { z } from 'zod'
import { auditTrail, countRefusals, type RefusalCounter } from './middlewares/auditTrail'
import { type Authenticate, auth } from './middlewares/auth'
import type { AppContext, AppMiddleware, AppState } from './middlewares/context'
import { idempotency, sendAnswer, writeRequestOf } from './middlewares/idempotency'
import { type RateLimits, rateLimit } from './middlewares/rateLimit'
import { LARGE_BODY, SMALL_BODY, counted, jsonBody } from './middlewares/requestBody'
import { upload } from './middlewares/upload'
import { type UploadTurns, createUploadTurns } from './middlewares/uploadTurns'
import { describeClient } from '@server/platform/access/client'
import type { Services } from '@server/platform/services'
import type { Actor } from '@server/platform/access/actor'
import { conflict } from '@server/platform/errors'
import type { Tx } from '@server/platform/store/db'
import { writeOnce } from '@server/platform/idempotency/writeOnce'
import type { PageText } from '@server/platform/pages/pageCache'
import type { Pages } from '@server/platform/pages/pages'
import {
  JSON_TYPE,
  type PageAnswer,
  hasAlready,
  pageAnswer,
  unchanged,
} from '@server/platform/pages/pageAnswer'
import { type Together, createSingleFlight } from '@server/platform/pages/singleFlight'
import type { PlainPages } from './pageRoute'
import type { TakeVerdict } from './wechatEvents'
import type { Answer, RawCall, Route } from './route'
import type { Download } from '@server/platform/download'

export const API_PREFIX = '/api/v1'

/**
 * Answers from the page cache: 304 from the version alone, else a new page, stored under the version read before it
 * was built, so it is never older than it claims.
 */
export async function answerKept(
  ctx: AppContext,
  orgCode: string,
  cache: string,
  pages: Pages,
  body: () => Promise<PageText>,
): Promise<void> {
  const standing = await pages.standingOf(orgCode)
  if (hasAlready(ctx.req.headers, standing.etag)) return sendPage(ctx, unchanged(standing.etag, cache))
  const page = await pages.make(ctx.url, standing, body)
  sendPage(ctx, pageAnswer(ctx.req.headers, page, cache))
}

function sendPage(ctx: AppContext, { status, headers, bytes }: PageAnswer): void {
  ctx.set(headers)
  ctx.status = status
  if (bytes) ctx.body = bytes
}

async function bodyOf(route: Route, call: RawCall): Promise<PageText> {
  const answer = await route.run(call)
  if (!('body' in answer)) throw new Error(`${route.path} has no body to be kept`)
  return { type: JSON_TYPE, text: answer.body }
}

/** Checks that the answer is the same for everybody: public, and determined by its address alone. */
const isAlike = ({ method, access, answers }: Route): boolean =>
  method === 'get' && access === 'public' && answers === 'json'

/** Calls the route's handler and sends its answer. */
function answering(
  route: Route,
  services: Services,
  pages: Pages | null,
  together: Together<Answer>,
  stillHolds: StillHolds,
  callerOf: RateLimits['callerOf'],
): AppMiddleware {
  const alike = isAlike(route)
  return async ctx => {
    const { requestId, actor, file } = ctx.state
    const stillHolding = async (tx: Tx) => {
      if (actor && !(await stillHolds(tx, actor))) throw conflict('roles-changed')
    }
    const call: RawCall = {
      params: paramsOf(ctx),
      query: { ...ctx.query },
      body: ctx.request.body,
      services,
      requestId,
      client: describeClient(callerOf(ctx.req), ctx.get('User-Agent')),
      actor,
      file,
      ...(route.write && {
        transact: work =>
          writeOnce(services, writeRequestOf(ctx, route.status), async tx => {
            await stillHolding(tx)
            return work(tx)
          }),
      }),
    }
    const orgCode = pages && (await route.keptUnder?.(call))
    if (pages && orgCode) return answerKept(ctx, orgCode, route.cache, pages, () => bodyOf(route, call))
    send(ctx, await (alike ? together(ctx.url, () => route.run(call)) : route.run(call)))
    ctx.set('Cache-Control', route.cache)
  }
}

function send(ctx: AppContext, answer: Answer): void {
  if ('download' in answer) return sendFile(ctx, answer.download)
  if (!('lines' in answer)) return sendAnswer(ctx, answer)
  ctx.status = answer.status
  ctx.type = 'application/jsonl'
  ctx.body = Readable.from(answer.lines)
}

/** Builds the header by RFC 5987 with a plain fallback: no quote, line break or non-ASCII letter reaches the header. */
const dispositionOf = (name: string): string => {
  const extension = /\.[A-Za-z0-9]{1,5}$/.exec(name)?.[0] ?? ''
  const encoded = encodeURIComponent(name).replace(/['()*!]/g, mark => `%${mark.charCodeAt(0).toString(16)}`)
  return `attachment; filename="file${extension}"; filename*=UTF-8''${encoded}`
}

/** CSP of a text that other sites embed: no script, nothing loaded, only its own style. */
const TAKEN_IN = "default-src 'none'; style-src 'unsafe-inline'; sandbox allow-popups"

/** Sends a file for download; it is never executed or displayed under our origin. */
function sendFile(ctx: AppContext, { name, mime, bytes, sha256, content, inline }: Download): void {
  ctx.status = 200
  ctx.set({
    'Content-Type': mime,
    'Content-Disposition': inline ? 'inline' : dispositionOf(name),
    'Content-Security-Policy': inline ? TAKEN_IN : "default-src 'none'; sandbox",
    ...(inline && { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' }),
    'X-Content-Type-Options': 'nosniff',
    ...(sha256 !== null && { ETag: `"${sha256}"` }),
  })
  ctx.body = Readable.from(content)
  if (bytes !== null) ctx.length = bytes
}

/** Counts the form fields that an upload may have besides its file: those of its body's schema. */
const fieldsOf = ({ schemas: { body } }: Route): number =>
  body instanceof z.ZodObject ? Object.keys(body.shape).length : 0

const paramsOf = (ctx: AppContext): unknown => ('params' in ctx ? ctx.params : {})

/** Checks in a write's transaction that every role which the actor was judged by still counts. */
type StillHolds = (tx: Tx, actor: Actor) => Promise<boolean>

/**
 * Parts that compose.ts passes to the HTTP layer: every route, every page for readers without scripts, the loader of a
 * token's actor, the check of its roles, what takes WeChat's verdict on a picture.
 */
export interface Api {
  routes: readonly Route[]
  pages: PlainPages
  authenticate: Authenticate
  stillHolds: StillHolds
  takeVerdict: TakeVerdict
}

interface Guards extends Pick<Api, 'authenticate'> {
  limits: RateLimits
  count: RefusalCounter
  turns: UploadTurns
}

/** Returns the guards of a person's request: first those that cost no query. */
const personGuards = (route: Route, services: Services, { limits, count, authenticate }: Guards) =>
  route.access === 'login'
    ? [
        rateLimit(limits, 'read'),
        auth(services, authenticate),
        auditTrail(services, route.method === 'get', count),
      ]
    : []

/** Returns the reader of a route's body; route, person and limits are known before. */
function bodyGuards(route: Route, services: Services, { limits, turns }: Guards): AppMiddleware[] {
  if (route.method === 'get') return []
  if (!route.upload) return [counted(limits, jsonBody(route.large ? LARGE_BODY : SMALL_BODY))]
  return [allowing(route, services), counted(limits, upload(turns, fieldsOf(route)))]
}

/** Judges an upload by its policy before its file is read. */
const allowing =
  (route: Route, services: Services): AppMiddleware =>
  async (ctx, next) => {
    const { requestId, actor } = ctx.state
    await route.allow?.({ params: paramsOf(ctx), services, requestId, actor: actor! })
    await next()
  }

/** Refuses what would be written while the disk is nearly full; a public read writes nothing. */
function diskGuards(route: Route, { disk }: Services): AppMiddleware[] {
  if (route.method === 'get' && route.access === 'public') return []
  const size = route.write || route.upload ? undefined : 'small'
  return [
    async (_ctx, next) => {
      disk.requireRoom(size)
      await next()
    },
  ]
}

/** Returns the guards of a route, in order: what is known before work is asked first. */
const guardsOf = (route: Route, services: Services, guards: Guards): AppMiddleware[] => [
  ...diskGuards(route, services),
  ...personGuards(route, services, guards),
  rateLimit(guards.limits, route.rate, route.cost),
  ...bodyGuards(route, services, guards),
  ...(route.write ? [idempotency(services)] : []),
]

/** Mounts every route below `/api/v1`. */
export function mountRoutes(
  { routes, authenticate, stillHolds }: Omit<Api, 'pages'>,
  services: Services,
  limits: RateLimits,
  pages: Pages | null,
): Router<AppState> {
  const router = new Router<AppState>({ prefix: API_PREFIX })
  const count = countRefusals(services.config.refusalsPerMinute)
  const turns = createUploadTurns()
  const together = createSingleFlight<Answer>()
  for (const route of routes) {
    const chain = [
      ...guardsOf(route, services, { limits, count, turns, authenticate }),
      answering(route, services, pages, together, stillHolds, limits.callerOf),
    ]
    router[route.method](route.path, ...(chain as Middleware<AppState>[]))
  }
  return router
}

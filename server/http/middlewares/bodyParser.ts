import { bodyParser as koaBodyParser } from '@koa/bodyparser'
import { AppError, badRequest } from '@server/platform/errors'
import type { AppContext, AppMiddleware } from './context'

const LIMIT = '1mb'
const MAX_DEPTH = 20
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype'])
const BROKEN_TEXT = '\uFFFD'
const WITH_BODY = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

/** Refuses excessive depth and prototype keys. Iterative: a hostile depth must not exhaust the stack. */
function refuseHostile(body: unknown): void {
  let level: unknown[] = [body]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) throw badRequest('body-too-deep')
    level = level.flatMap(value => {
      if (typeof value !== 'object' || value === null) return []
      if (!Array.isArray(value) && Object.keys(value).some(key => FORBIDDEN_KEYS.has(key))) {
        throw badRequest('forbidden-key')
      }
      return Object.values(value) as unknown[]
    })
  }
}

const hasBody = (ctx: AppContext): boolean =>
  ctx.request.headers['transfer-encoding'] !== undefined ||
  Number(ctx.request.headers['content-length'] ?? 0) > 0

function refuseOtherTypes(ctx: AppContext): void {
  if (
    WITH_BODY.has(ctx.method) &&
    hasBody(ctx) &&
    !ctx.request.is('application/json', 'multipart/form-data')
  ) {
    throw new AppError(415, 'unsupported-media-type')
  }
}

/** Parses JSON bodies up to 1 MB and 20 levels, UTF-8, without prototype keys; multipart is left to `upload()`. */
export function bodyParser(): AppMiddleware {
  const parse = koaBodyParser({
    enableTypes: ['json'],
    extendTypes: { json: ['application/json'] },
    jsonLimit: LIMIT,
    jsonStrict: true,
    onError: error => {
      if ('status' in error && error.status === 413) throw new AppError(413, 'body-too-large')
      // The underlying parser refuses `__proto__` itself and says so only in its message.
      throw badRequest(error.message.includes('prototype') ? 'forbidden-key' : 'bad-json')
    },
  })
  return async (ctx, next) => {
    refuseOtherTypes(ctx)
    await parse(ctx, async () => {
      if (ctx.request.rawBody?.includes(BROKEN_TEXT)) throw badRequest('bad-encoding')
      refuseHostile(ctx.request.body)
      await next()
    })
  }
}

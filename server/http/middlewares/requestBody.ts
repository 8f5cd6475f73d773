import type { IncomingMessage } from 'node:http'
import { AppError, badRequest } from '@server/platform/errors'
import type { AppContext, AppMiddleware } from './context'
import type { RateLimits } from './rateLimit'

/** Upper bounds of a JSON body: bytes, and values in it. */
export interface BodyLimit {
  bytes: number
  values: number
}

export const SMALL_BODY: BodyLimit = { bytes: 16_384, values: 2_000 }
export const LARGE_BODY: BodyLimit = { bytes: 1_048_576, values: 100_000 }

const MAX_DEPTH = 20
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype'])
/** A text without any of these has no forbidden key; an escape may hide one. */
const SUSPICIOUS = /__proto__|constructor|prototype|\\u/
const BROKEN_TEXT = '\uFFFD'

const [QUOTE, ESCAPE, COMMA] = [0x22, 0x5c, 0x2c]
const OPENING: ReadonlySet<number> = new Set([0x5b, 0x7b])
const CLOSING: ReadonlySet<number> = new Set([0x5d, 0x7d])

/** Returns the place of the quote that ends a string of JSON; the end of the bytes without one. */
function endOfString(bytes: Buffer, from: number): number {
  let at = from
  while (at < bytes.length && bytes[at] !== QUOTE) at += bytes[at] === ESCAPE ? 2 : 1
  return at
}

/**
 * Refuses excessive depth and numbers of values in one pass over the bytes, before they are parsed.
 * @throws AppError 400 `body-too-deep`, `body-too-many`
 */
export function refuseHeavy(bytes: Buffer, { values: most }: BodyLimit): void {
  let depth = 0
  let values = 1
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at]!
    if (byte === QUOTE) at = endOfString(bytes, at + 1)
    else if (OPENING.has(byte)) {
      depth += 1
      values += 1
    } else if (CLOSING.has(byte)) depth -= 1
    else if (byte === COMMA) values += 1
    if (depth > MAX_DEPTH) throw badRequest('body-too-deep')
    if (values > most) throw badRequest('body-too-many')
  }
}

/** Refuses keys that reach an object's prototype. */
function refuseForbiddenKeys(text: string, body: unknown): void {
  if (!SUSPICIOUS.test(text)) return
  const left: unknown[] = [body]
  while (left.length > 0) {
    const value = left.pop()
    if (typeof value !== 'object' || value === null) continue
    if (!Array.isArray(value) && Object.keys(value).some(key => FORBIDDEN_KEYS.has(key))) {
      throw badRequest('forbidden-key')
    }
    for (const one of Object.values(value) as unknown[]) left.push(one)
  }
}

const tooLarge = () => new AppError(413, 'body-too-large')

/** Reads the body, at most `most` bytes; a declared length above it is refused unread. */
async function bytesOf(request: IncomingMessage, most: number): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > most) throw tooLarge()
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = []
    let length = 0
    request
      .on('data', (piece: Buffer) => {
        length += piece.length
        if (length <= most) return void pieces.push(piece)
        request.removeAllListeners('data').resume()
        reject(tooLarge())
      })
      .once('end', () => resolve(Buffer.concat(pieces)))
      .once('error', () => reject(badRequest('bad-request')))
      .once('close', () => reject(badRequest('bad-request')))
  })
}

function parsed(text: string): object {
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    throw badRequest('bad-json')
  }
  if (typeof body !== 'object' || body === null) throw badRequest('bad-json')
  return body
}

/** Checks whether the request has a body. */
const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0

/**
 * Refuses an encoded body: decoding would cost more than was sent.
 * @throws AppError 415 `encoded-body`
 */
function refuseEncoded({ headers }: IncomingMessage): void {
  const encoding = headers['content-encoding'] ?? 'identity'
  if (encoding !== 'identity') throw new AppError(415, 'encoded-body')
}

async function readJson(ctx: AppContext, limit: BodyLimit): Promise<void> {
  ctx.request.body = {}
  if (!hasBody(ctx.req)) return
  if (!ctx.request.is('application/json')) throw new AppError(415, 'unsupported-media-type')
  const bytes = await bytesOf(ctx.req, limit.bytes)
  refuseHeavy(bytes, limit)
  const text = bytes.toString('utf8')
  if (text.includes(BROKEN_TEXT)) throw badRequest('bad-encoding')
  if (text.trim() === '') return
  const body = parsed(text)
  refuseForbiddenKeys(text, body)
  ctx.request.rawBody = text
  ctx.request.body = body
}

/**
 * Reads what the route takes, last of all: a body that is refused counts against the address, and of an address above
 * its limit of refused bodies none is read.
 */
export function counted({ limit, refuseOver, callerOf }: RateLimits, read: AppMiddleware): AppMiddleware {
  const count = limit('refused')
  return async (ctx, next) => {
    const caller = callerOf(ctx.req)
    await refuseOver('refused', caller)
    let isRead = false
    try {
      refuseEncoded(ctx.req)
      await read(ctx, () => {
        isRead = true
        return next()
      })
    } catch (error) {
      if (!isRead) await count(caller).catch(() => undefined)
      throw error
    }
  }
}

/** Parses a JSON body within the limit, UTF-8, without prototype keys. */
export const jsonBody =
  (limit: BodyLimit): AppMiddleware =>
  async (ctx, next) => {
    await readJson(ctx, limit)
    await next()
  }

import type { Found, Pages } from '../services/pages'
import type { Encoding, Page } from '../services/pages/pageCache'
import type { AppContext, AppMiddleware } from './context'

const JSON_TYPE = 'application/json; charset=utf-8'
const REFUSED = /^q=0(\.0*)?$/

/** The best encoding that the reader takes and the page has. */
export function encodingFor(accepted: string, { encoded }: Pick<Page, 'encoded'>): Encoding | null {
  const taken = new Set<string>()
  for (const part of accepted.split(',')) {
    const [name = '', quality = ''] = part.split(';')
    if (!REFUSED.test(quality.trim())) taken.add(name.trim().toLowerCase())
  }
  if (encoded.br && taken.has('br')) return 'br'
  return encoded.gzip && taken.has('gzip') ? 'gzip' : null
}

/** Does the reader have this very state already? */
export const hasAlready = (ctx: AppContext, etag: string): boolean => {
  const known = ctx.req.headers['if-none-match']
  return known !== undefined && (known === etag || known.split(',').some(one => one.trim() === etag))
}

export function sendUnchanged(ctx: AppContext, etag: string, cache: string): void {
  ctx.set({ ETag: etag, 'Cache-Control': cache, Vary: 'Accept-Encoding' })
  ctx.status = 304
}

export function sendPage(ctx: AppContext, page: Page, cache: string): void {
  if (hasAlready(ctx, page.etag)) return sendUnchanged(ctx, page.etag, cache)
  const encoding = encodingFor(ctx.req.headers['accept-encoding']?.toString() ?? '', page)
  ctx.set({
    'Content-Type': JSON_TYPE,
    ETag: page.etag,
    'Cache-Control': cache,
    Vary: 'Accept-Encoding',
    ...(encoding && { 'Content-Encoding': encoding }),
  })
  ctx.status = 200
  ctx.body = encoding ? page.encoded[encoding] : page.plain
}

/** A page of before the store went away says so itself, and nobody keeps it. */
function sendOld(ctx: AppContext, { plain }: Page, since: Date): void {
  ctx.set({ 'Content-Type': JSON_TYPE, 'Cache-Control': 'no-store', Warning: '110 - "Response is Stale"' })
  ctx.status = 200
  ctx.body = `{"keptSince":${JSON.stringify(since.toISOString())},${plain.toString().slice(1)}`
}

const send = (ctx: AppContext, { page, since }: Found, cache: string): void =>
  since ? sendOld(ctx, page, since) : sendPage(ctx, page, cache)

/** Answers from the bytes that are kept, before anything of the request is read but its address. */
export function keptPages(pages: Pages, limit: AppMiddleware, cache: string): AppMiddleware {
  return async (ctx, next) => {
    if (ctx.method !== 'GET') return next()
    const found = await pages.find(ctx.url)
    if (!found) return next()
    await limit(ctx, () => {
      send(ctx, found, cache)
      return Promise.resolve()
    })
  }
}

import type { IncomingHttpHeaders } from 'node:http'
import type { Found } from './pages'
import type { Encoding, Page } from './pageCache'

const JSON_TYPE = 'application/json; charset=utf-8'
const REFUSED = /^q=0(\.0*)?$/

/** The response for a page, written by Koa for a new page or by `cachedPageHandler` for a cached one. */
export interface PageAnswer {
  status: 200 | 304
  headers: Record<string, string>
  bytes: Buffer | null
}

/** Returns the best encoding that the client accepts and the page has. */
function encodingFor(accepted: string, { encoded }: Pick<Page, 'encoded'>): Encoding | null {
  const taken = new Set<string>()
  for (const part of accepted.split(',')) {
    const [name = '', quality = ''] = part.split(';')
    if (!REFUSED.test(quality.trim())) taken.add(name.trim().toLowerCase())
  }
  if (encoded.br && taken.has('br')) return 'br'
  return encoded.gzip && taken.has('gzip') ? 'gzip' : null
}

/** Checks whether the client's `If-None-Match` names this state. */
export function hasAlready({ 'if-none-match': known }: IncomingHttpHeaders, etag: string): boolean {
  return known !== undefined && (known === etag || known.split(',').some(one => one.trim() === etag))
}

export const unchanged = (etag: string, cache: string): PageAnswer => ({
  status: 304,
  headers: { ETag: etag, 'Cache-Control': cache, Vary: 'Accept-Encoding' },
  bytes: null,
})

export function pageAnswer(asked: IncomingHttpHeaders, page: Page, cache: string): PageAnswer {
  if (hasAlready(asked, page.etag)) return unchanged(page.etag, cache)
  const accepted = asked['accept-encoding']
  const encoding = accepted === undefined ? null : encodingFor(String(accepted), page)
  const headers: PageAnswer['headers'] = {
    'Content-Type': JSON_TYPE,
    ETag: page.etag,
    'Cache-Control': cache,
    Vary: 'Accept-Encoding',
  }
  if (encoding) headers['Content-Encoding'] = encoding
  return { status: 200, headers, bytes: (encoding && page.encoded[encoding]) ?? page.plain }
}

/** Builds the stale page served while the database is down: it carries `keptSince` and is not cacheable. */
const oldAnswer = ({ plain }: Page, since: Date): PageAnswer => ({
  status: 200,
  headers: { 'Content-Type': JSON_TYPE, 'Cache-Control': 'no-store', Warning: '110 - "Response is Stale"' },
  bytes: Buffer.from(`{"keptSince":${JSON.stringify(since.toISOString())},${plain.toString().slice(1)}`),
})

export const answerOf = (asked: IncomingHttpHeaders, { page, since }: Found, cache: string): PageAnswer =>
  since ? oldAnswer(page, since) : pageAnswer(asked, page, cache)

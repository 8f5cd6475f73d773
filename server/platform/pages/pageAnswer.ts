import type { IncomingHttpHeaders } from 'node:http'
import { chinaDate, chinaTime, dateLabel } from '@shared/common/period'
import type { Found } from './pages'
import type { Encoding, Page } from './pageCache'

export const JSON_TYPE = 'application/json; charset=utf-8'
export const HTML_TYPE = 'text/html; charset=utf-8'
const BODY = '<body>'
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
    'Content-Type': page.type,
    ETag: page.etag,
    'Cache-Control': cache,
    Vary: 'Accept-Encoding',
  }
  if (encoding) headers['Content-Encoding'] = encoding
  return { status: 200, headers, bytes: (encoding && page.encoded[encoding]) ?? page.plain }
}

/** Says from when a page is, in the way of its type; a feed or sitemap stays as it was. */
function markedOld({ type, plain }: Page, since: Date): Buffer {
  const text = plain.toString()
  if (type === JSON_TYPE) {
    return Buffer.from(`{"keptSince":${JSON.stringify(since.toISOString())},${text.slice(1)}`)
  }
  if (type !== HTML_TYPE) return plain
  const said = `截至${dateLabel(chinaDate(since))} ${chinaTime(since)}的内容，后来有没有变化，现在看不到。`
  return Buffer.from(text.replace(BODY, `${BODY}<p class="old" role="status">${said}</p>`))
}

/** Builds the stale page served while the database is down: it says from when it is and is not cacheable. */
const oldAnswer = (page: Page, since: Date): PageAnswer => ({
  status: 200,
  headers: { 'Content-Type': page.type, 'Cache-Control': 'no-store', Warning: '110 - "Response is Stale"' },
  bytes: markedOld(page, since),
})

export const answerOf = (asked: IncomingHttpHeaders, { page, since }: Found, cache: string): PageAnswer =>
  since ? oldAnswer(page, since) : pageAnswer(asked, page, cache)

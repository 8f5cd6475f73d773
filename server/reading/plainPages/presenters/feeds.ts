import type { NoticeSummary } from '@shared/contract/reading/site'
import { escaped, tag } from '@server/documents/html/markup'
import { plainPaths } from '@server/platform/config/publicAddresses'
import type { PageText } from '@server/platform/pages/pageCache'

const XML = '<?xml version="1.0" encoding="UTF-8"?>'
const SITEMAPS = 'http://www.sitemaps.org/schemas/sitemap/0.9'
const XML_TYPE = 'application/xml; charset=utf-8'

const text = (name: string, value: string): string => tag(name, escaped(value))

function entryOf(notice: NoticeSummary, base: string): string {
  const { id, edition, title, publishedAt, periodLabel, sentence } = notice
  const inner = [
    text('title', title),
    text('link', base + plainPaths.notice(id)),
    tag('guid', escaped(`${id}/${edition}`), { isPermaLink: 'false' }),
    text('pubDate', new Date(publishedAt).toUTCString()),
    text('category', periodLabel),
    text('description', sentence),
  ]
  return tag('item', inner.join(''))
}

/** An organisation's newest notices as RSS 2.0; each edition is an entry, so that a correction is a new one. */
export function presentFeed(
  { code, name }: { code: string; name: string },
  notices: readonly NoticeSummary[],
  base: string,
): PageText {
  const self = escaped(base + plainPaths.feed(code))
  const newest = notices[0]
  const parts = [
    `${XML}<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>`,
    text('title', `${name}的公示`),
    text('link', base + plainPaths.place(code)),
    `<atom:link href="${self}" rel="self" type="application/rss+xml"/>`,
    text('description', `${name}最近公开的公示`),
    text('language', 'zh-CN'),
    newest ? text('lastBuildDate', new Date(newest.publishedAt).toUTCString()) : '',
    ...notices.map(notice => entryOf(notice, base)),
    '</channel></rss>\n',
  ]
  return { type: 'application/rss+xml; charset=utf-8', text: parts.join('') }
}

/** Index of the sitemap's parts, by the code of their organisation. */
export const presentSitemapIndex = (codes: readonly string[], base: string): PageText => ({
  type: XML_TYPE,
  text: `${XML}<sitemapindex xmlns="${SITEMAPS}">${codes
    .map(code => tag('sitemap', text('loc', `${base}/sitemap/${encodeURIComponent(code)}.xml`)))
    .join('')}</sitemapindex>\n`,
})

/** One address of a sitemap, with the instant of its last change if it is known. */
export interface Place {
  path: string
  changedAt?: Date
}

export const presentSitemap = (places: readonly Place[], base: string): PageText => ({
  type: XML_TYPE,
  text: `${XML}<urlset xmlns="${SITEMAPS}">${places
    .map(({ path, changedAt }) =>
      tag('url', text('loc', base + path) + (changedAt ? text('lastmod', changedAt.toISOString()) : '')),
    )
    .join('')}</urlset>\n`,
})

/** Names the sitemap to crawlers; the interface is for programs that know what they ask for. */
export const presentRobots = (base: string): PageText => ({
  type: 'text/plain; charset=utf-8',
  text: `User-agent: *\nAllow: /\nDisallow: /api/\n\nSitemap: ${base}/sitemap.xml\n`,
})

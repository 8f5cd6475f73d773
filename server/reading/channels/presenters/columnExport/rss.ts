import type { ColumnExport } from '@shared/contract/reading/column'
import type { NoticeSummary } from '@shared/contract/reading/site'
import type { Addresses } from '@server/platform/config/publicAddresses'
import { escaped, tag } from '@server/documents/html/markup'

/** Most entries in a feed; feed readers store about as many. */
const MOST_ENTRIES = 50

const text = (name: string, value: string): string => tag(name, escaped(value))

/** Renders one entry for each edition, so that a correction is a new entry. */
const entryOf = (notice: NoticeSummary, to: Addresses): string =>
  tag(
    'item',
    [
      text('title', `${notice.orgName}：${notice.title}`),
      text('link', to.notice(notice.id)),
      tag('guid', escaped(`${notice.id}/${notice.edition}`), { isPermaLink: 'false' }),
      text('pubDate', new Date(notice.publishedAt).toUTCString()),
      text('category', notice.periodLabel),
      text('description', notice.sentence),
    ].join(''),
  )

/** Renders a column as RSS 2.0, newest first. */
export function columnRss({ column, url }: ColumnExport, to: Addresses): string {
  const { issuer, item, updatedAt, sentence, orgs } = column
  const entries = orgs
    .flatMap(({ notices }) => notices)
    .sort((a, b) => (a.publishedAt < b.publishedAt ? 1 : -1))
    .slice(0, MOST_ENTRIES)
  const self = escaped(column.addresses.rss)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>',
    text('title', `${issuer.name}：${item.path.join(' › ')}`),
    text('link', url),
    `<atom:link href="${self}" rel="self" type="application/rss+xml"/>`,
    text('description', sentence),
    text('language', 'zh-CN'),
    updatedAt ? text('lastBuildDate', new Date(updatedAt).toUTCString()) : '',
    ...entries.map(entry => entryOf(entry, to)),
    '</channel></rss>\n',
  ].join('')
}

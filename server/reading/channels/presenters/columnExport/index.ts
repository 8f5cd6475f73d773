import { sha256Hex } from '@shared/common/hash'
import type { ColumnExport, ColumnFormat } from '@shared/contract/reading/column'
import type { Column } from '../../queries/columns'
import { presentColumn } from '../column'
import type { Addresses } from '@server/platform/config/publicAddresses'
import { columnHtml } from './html'
import { columnRss } from './rss'
import type { Download } from '@server/platform/download'
import { type PresentedNotice, isOver, presentEdition } from '@server/disclosure/publications'

const WRITERS: Record<
  ColumnFormat,
  { mime: string; write: (content: ColumnExport, to: Addresses) => string }
> = {
  html: { mime: 'text/html; charset=utf-8', write: columnHtml },
  json: { mime: 'application/json; charset=utf-8', write: content => JSON.stringify(content) },
  rss: { mime: 'application/rss+xml; charset=utf-8', write: columnRss },
}

function exportOf(
  column: Column,
  newest: readonly PresentedNotice[],
  to: Addresses,
  now: Date,
): ColumnExport {
  const page = presentColumn(column, to)
  return {
    url: to.column(page.issuer.code, page.item.key),
    column: page,
    records: newest.map(one => ({
      orgCode: one.publication.orgCode,
      noticeId: one.publication.noticeId,
      edition: one.publication.edition,
      url: to.notice(one.publication.noticeId),
      presented: presentEdition(one, isOver(one.publication, now)),
    })),
  }
}

interface Props {
  column: Column
  newest: readonly PresentedNotice[]
  format: ColumnFormat
  to: Addresses
  now: Date
}

/**
 * Public: a column for import into another site. Uses the presenters of the pages, so it contains no more than they do.
 */
export function presentColumnExport({ column, newest, format, to, now }: Props): Download {
  const { mime, write } = WRITERS[format]
  const content = Buffer.from(write(exportOf(column, newest, to, now), to), 'utf8')
  const name = `${column.item.path.at(-1) ?? column.item.key}.${format}`
  return {
    name,
    mime,
    bytes: content.length,
    sha256: sha256Hex(content.toString('utf8')),
    content: [content],
    inline: true,
  }
}

import { chinaDate, dateLabel } from '@shared/common/period'
import type { ColumnExport, ColumnOrg } from '@shared/contract/reading/column'
import { type Part, type PartOf, type SheetGroup, documentOf } from '@shared/presentation/document'
import { EMPTY_CELL, NO_ROWS, columnHead } from '@shared/presentation/document/text'
import type { RemovedNotice } from '@shared/contract/disclosure/removedNotice'
import type { NoticeSummary } from '@shared/contract/reading/site'
import type { Addresses } from '@server/platform/config/publicAddresses'
import { escaped, tag } from '@server/documents/html/markup'

const STYLE =
  'body{font:16px/1.6 sans-serif;max-width:60em;margin:1em auto;padding:0 1em;color:#1a1d1f}' +
  'table{border-collapse:collapse;width:100%}th,td{border:1px solid #ddd8ce;padding:.3em .5em;text-align:left}' +
  '.r{text-align:right}h1{font-size:22px}h2{font-size:18px;border-bottom:2px solid #1a1d1f}h3,h4{font-size:16px}'

const day = (instant: string): string => dateLabel(chinaDate(new Date(instant)))
const p = (text: string): string => tag('p', escaped(text))
const h4 = (text: string): string => tag('h4', escaped(text))

type Sheet = PartOf<'sheet'>

const side = ({ role }: Sheet['columns'][number]): Record<string, string> =>
  role === 'amount' ? { class: 'r' } : {}

const pairRow = (label: string, text: string): string =>
  tag('tr', tag('th', escaped(label), { scope: 'row' }) + tag('td', escaped(text)))

const pairsOf = (pairs: readonly { label: string; text: string }[]): string =>
  pairs.length === 0 ? '' : tag('table', pairs.map(({ label, text }) => pairRow(label, text)).join(''))

function groupOf({ columns }: Sheet, { label, rows, subtotals }: SheetGroup): string {
  const across = { colspan: String(columns.length) }
  const body = rows.map(({ cells }) =>
    tag('tr', cells.map((cell, at) => tag('td', escaped(cell ?? EMPTY_CELL), side(columns[at]!))).join('')),
  )
  return [
    label === null ? '' : tag('tr', tag('th', escaped(label), across)),
    ...body,
    ...subtotals.map(total => tag('tr', tag('td', escaped(`${total.label}${total.text}`), across))),
  ].join('')
}

function sheetOf(sheet: Sheet): string {
  const { caption, columns, groups, totals, proof, count } = sheet
  const heads = columns.map(column =>
    tag('th', escaped(columnHead(column)), { scope: 'col', ...side(column) }),
  )
  const body = groups.map(group => groupOf(sheet, group))
  return [
    ...caption.map(p),
    count === 0
      ? p(NO_ROWS)
      : tag('table', tag('thead', tag('tr', heads.join(''))) + tag('tbody', body.join(''))),
    pairsOf(totals),
    proof ? p(proof.text) : '',
  ].join('')
}

/** Sets a part of the record's document; leaves out charts, which repeat the sheet below them. */
function partOf(part: Part): string {
  switch (part.kind) {
    case 'sentence': {
      const { text, figure } = part
      return p(text) + (figure ? p(`${figure.label}${figure.text}${figure.unit}`) : '')
    }
    case 'paragraphs':
      return h4(part.label) + part.paragraphs.map(p).join('')
    case 'facts':
      return h4(part.label) + pairsOf(part.rows)
    case 'sheet':
      return h4(part.label) + sheetOf(part)
    case 'files':
      return part.files.length === 0
        ? ''
        : h4(part.label) +
            tag(
              'ul',
              part.files
                .map(({ name, size }) => tag('li', escaped(name) + tag('small', escaped(size))))
                .join(''),
            )
    case 'chart':
      return ''
  }
}

const lineOf = ({ id, title, periodLabel, publishedAt }: NoticeSummary, { notice }: Addresses): string =>
  tag(
    'li',
    `${tag('a', escaped(title), { href: notice(id) })} ${escaped(`${periodLabel} · ${day(publishedAt)}公开`)}`,
  )

const removedLine = ({ word, periodLabel, at, by, basis }: RemovedNotice): string =>
  tag('li', escaped(`${word}：${periodLabel} · ${day(at)} · ${by} · ${basis}`))

function orgOf(
  { org, notices, removed = [], stale }: ColumnOrg,
  { records }: ColumnExport,
  to: Addresses,
): string {
  const record = records.find(({ orgCode }) => orgCode === org.code)
  const newest = notices.find(({ id }) => id === record?.noticeId)
  const others = notices.filter(({ id }) => id !== record?.noticeId)
  return tag(
    'section',
    [
      tag('h2', escaped(org.name)),
      stale ? p(`! ${stale.message}`) : '',
      notices.length === 0 ? p('还没有公开这一项。') : '',
      newest ? tag('h3', tag('a', escaped(newest.title), { href: to.notice(newest.id) })) : '',
      newest ? p(`${newest.periodLabel} · ${day(newest.publishedAt)}公开 · 第 ${newest.edition} 版`) : '',
      ...documentOf(record?.presented.blocks ?? []).map(partOf),
      others.length > 0 ? tag('ul', others.map(notice => lineOf(notice, to)).join('')) : '',
      removed.length > 0 ? tag('ul', removed.map(removedLine).join('')) : '',
    ].join(''),
  )
}

/** Renders a column as a self-contained page without scripts or external resources. */
export function columnHtml(content: ColumnExport, to: Addresses): string {
  const { column, url } = content
  const title = `${column.item.path.join(' › ')}（${column.issuer.name}）`
  const feed = {
    rel: 'alternate',
    type: 'application/rss+xml',
    href: column.addresses.rss,
  }
  const links = Object.entries(feed).map(([key, value]) => ` ${key}="${escaped(value)}"`)
  return [
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    `<title>${escaped(title)}</title><link${links.join('')}><style>${STYLE}</style></head><body>`,
    tag('h1', tag('a', escaped(title), { href: url })),
    p(column.sentence),
    ...column.orgs.map(one => orgOf(one, content, to)),
    '</body></html>\n',
  ].join('')
}

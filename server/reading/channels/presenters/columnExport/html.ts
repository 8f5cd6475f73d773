import { chinaDate, dateLabel } from '@shared/common/period'
import type { ColumnExport, ColumnOrg } from '@shared/contract/reading/column'
import { totalText } from '@shared/presentation/document/units'
import type { PresentedBlock } from '@shared/contract/disclosure/presentation'
import type { NoticeSummary } from '@shared/contract/reading/site'
import type { Addresses } from '@server/platform/config/publicAddresses'
import { escaped, tag } from '@server/documents/html/markup'

const STYLE =
  'body{font:16px/1.6 sans-serif;max-width:60em;margin:1em auto;padding:0 1em;color:#1a1d1f}' +
  'table{border-collapse:collapse;width:100%}th,td{border:1px solid #ddd8ce;padding:.3em .5em;text-align:left}' +
  '.r{text-align:right}h1{font-size:22px}h2{font-size:18px;border-bottom:2px solid #1a1d1f}h3,h4{font-size:16px}'

const day = (instant: string): string => dateLabel(chinaDate(new Date(instant)))
const p = (text: string): string => tag('p', escaped(text))

function tableOf(block: Extract<PresentedBlock, { kind: 'table' }>): string {
  const { columns, rows, totals, unit } = block
  const side = (align: string | undefined): Record<string, string> =>
    align === 'right' ? { class: 'r' } : {}
  const head = columns.map(({ label, align }) => tag('th', escaped(label), { scope: 'col', ...side(align) }))
  const body = rows.map(({ cells }) =>
    tag('tr', cells.map((cell, at) => tag('td', escaped(cell), side(columns[at]?.align))).join('')),
  )
  return [
    unit ? p(`单位：${unit}`) : '',
    tag('table', `${tag('thead', tag('tr', head.join('')))}${tag('tbody', body.join(''))}`),
    ...totals.map(total => p(`${total.label}：${totalText(block, total)}`)),
  ].join('')
}

const factRow = (label: string, value: string): string =>
  tag('tr', tag('th', escaped(label), { scope: 'row' }) + tag('td', escaped(value)))

/** Renders a presented block; leaves out bars, which repeat the table below them. */
function blockOf(block: PresentedBlock): string {
  const head = tag('h4', escaped(block.label))
  switch (block.kind) {
    case 'summary':
      return p(block.text)
    case 'text':
      return head + block.paragraphs.map(p).join('')
    case 'facts':
      return head + tag('table', block.rows.map(({ label, value }) => factRow(label, value)).join(''))
    case 'table':
      return head + tableOf(block)
    case 'files':
      return (
        head +
        tag('ul', block.files.map(({ name, size }) => tag('li', escaped(`${name}（${size}）`))).join(''))
      )
    case 'bars':
      return ''
  }
}

const lineOf = ({ id, title, periodLabel, publishedAt }: NoticeSummary, { notice }: Addresses): string =>
  tag(
    'li',
    `${tag('a', escaped(title), { href: notice(id) })} ${escaped(`${periodLabel} · ${day(publishedAt)}公开`)}`,
  )

function orgOf({ org, notices, stale }: ColumnOrg, { records }: ColumnExport, to: Addresses): string {
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
      ...(record?.presented.blocks.map(blockOf) ?? []),
      others.length > 0 ? tag('ul', others.map(notice => lineOf(notice, to)).join('')) : '',
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

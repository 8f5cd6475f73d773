import { publicityWords } from '@shared/presentation/publicityWords'
import { totalText } from '@shared/presentation/document/units'
import type { PresentedBlock } from '@shared/contract/disclosure/presentation'
import { escaped, tag } from '@server/documents/html/markup'
import { qrPng } from './qr'
import type { WallNotice } from './types'
import { codeLine, dayOf, objectionLines, publishedLine } from './words'

/** Inline styles: editors of official accounts remove style sheets and classes. */
const STYLE = {
  body: 'font-size:17px;line-height:1.75;color:#1a1d1f;max-width:640px;margin:0 auto;padding:0 12px',
  title: 'font-size:22px;line-height:1.4;margin:16px 0',
  head: 'font-size:18px;margin:24px 0 8px;padding-bottom:4px;border-bottom:2px solid #1a1d1f',
  lead: 'font-size:19px;font-weight:bold;margin:12px 0',
  text: 'margin:8px 0',
  small: 'margin:8px 0;font-size:14px;color:#4a5157',
  table: 'width:100%;border-collapse:collapse;font-size:15px',
  th: 'border:1px solid #ddd8ce;background:#f7f5f0;padding:6px;text-align:left',
  td: 'border:1px solid #ddd8ce;padding:6px;text-align:left',
  number: 'border:1px solid #ddd8ce;padding:6px;text-align:right',
  qr: 'display:block;width:200px;height:200px;margin:12px auto',
} as const

const dressed = (name: string, style: keyof typeof STYLE, inner: string): string =>
  tag(name, inner, { style: STYLE[style] })
const p = (text: string, style: keyof typeof STYLE = 'text'): string => dressed('p', style, escaped(text))
const head = (text: string): string => dressed('h2', 'head', escaped(text))
const table = (rows: readonly string[]): string =>
  dressed('table', 'table', tag('tbody', rows.map(row => tag('tr', row)).join('')))

function tableOf(block: Extract<PresentedBlock, { kind: 'table' }>): string {
  const { label, unit, columns, rows, totals } = block
  const heads = columns.map(column => dressed('th', 'th', escaped(column.label))).join('')
  const body = rows.map(({ cells }) =>
    cells
      .map((cell, at) => dressed('td', columns[at]?.align === 'right' ? 'number' : 'td', escaped(cell)))
      .join(''),
  )
  const sums = totals.map(total => p(`${total.label}：${totalText(block, total)}`, 'lead'))
  return [head(unit ? `${label}（单位：${unit}）` : label), table([heads, ...body]), ...sums].join('')
}

/** Renders a presented block; leaves out bars, which repeat the table below them. */
function blockOf(block: PresentedBlock): string {
  switch (block.kind) {
    case 'summary':
      return p(block.text, 'lead')
    case 'facts': {
      const rows = block.rows.map(({ label, value, missing }) => {
        const said = missing ? '没有公开' : value
        return dressed('th', 'th', escaped(label)) + dressed('td', 'td', escaped(said))
      })
      return head(block.label) + table(rows)
    }
    case 'text':
      return head(block.label) + block.paragraphs.map(text => p(text)).join('')
    case 'table':
      return tableOf(block)
    case 'files':
      return block.files.map(({ name, size }) => p(`${block.label}：${name}（${size}，扫码可看）`)).join('')
    case 'bars':
      return ''
  }
}

/** Renders the article 公众号文章: self-contained HTML to paste into the editor of an official account. */
export async function articleHtml({ page, address }: WallNotice): Promise<string> {
  const { notice, presented, publicity, signOff } = page
  const code = await qrPng(address, 400)
  const image = `<img alt="扫码看原文" style="${STYLE.qr}" src="data:image/png;base64,${code.toString('base64')}">`
  const inner = [
    dressed('h1', 'title', escaped(notice.title)),
    p(publishedLine(page), 'small'),
    ...presented.blocks.map(blockOf),
    head('谁审核、有异议找谁'),
    ...(signOff ? [p(`${signOff.body} ${signOff.name}，${dayOf(signOff.at)}审核。`)] : []),
    p(`${publicityWords(publicity)}。`),
    ...objectionLines(page).map(line => p(line)),
    image,
    p('长按二维码，看最新的一版。', 'small'),
    p(codeLine(page), 'small'),
  ]
  const title = escaped(`${notice.orgName} ${notice.title}`)
  return [
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    `<title>${title}</title></head><body>`,
    dressed('section', 'body', inner.join('')),
    '</body></html>\n',
  ].join('')
}

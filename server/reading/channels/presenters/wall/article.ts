import { publicityWords } from '@shared/presentation/publicityWords'
import { documentOf, type Part, type PartOf, type SheetGroup } from '@shared/presentation/document'
import { columnHead, EMPTY_CELL, NO_ROWS } from '@shared/presentation/document/text'
import type { PresentedBlock } from '@shared/contract/disclosure/presentation'
import { escaped, tag } from '@server/documents/html/markup'
import { codeKind, codePng } from './code'
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
  number: 'border:1px solid #ddd8ce;padding:6px;text-align:right;font-variant-numeric:tabular-nums',
  headNumber: 'border:1px solid #ddd8ce;background:#f7f5f0;padding:6px;text-align:right',
  figure: 'font-size:30px;line-height:1.2',
  qr: 'display:block;width:200px;height:200px;margin:12px auto',
} as const

const dressed = (name: string, style: keyof typeof STYLE, inner: string): string =>
  tag(name, inner, { style: STYLE[style] })
const p = (text: string, style: keyof typeof STYLE = 'text'): string => dressed('p', style, escaped(text))
const head = (text: string): string => dressed('h2', 'head', escaped(text))
const table = (rows: readonly string[]): string =>
  dressed('table', 'table', tag('tbody', rows.map(row => tag('tr', row)).join('')))

type Sheet = PartOf<'sheet'>

const cells = (columns: Sheet['columns'], texts: readonly string[], name: 'th' | 'td'): string =>
  columns
    .map(({ role }, at) => {
      const style = role === 'amount' ? (name === 'th' ? 'headNumber' : 'number') : name
      return dressed(name, style, escaped(texts[at] ?? ''))
    })
    .join('')

/** Rows of a group with its heading and sums, which take the width of the table. */
function groupRows({ columns }: Sheet, { label, rows, subtotals }: SheetGroup): string[] {
  const across = (name: 'th' | 'td', style: 'th' | 'number', text: string): string =>
    tag(name, escaped(text), { style: STYLE[style], colspan: String(columns.length) })
  return [
    ...(label === null ? [] : [across('th', 'th', label)]),
    ...rows.map(row =>
      cells(
        columns,
        row.cells.map(cell => cell ?? EMPTY_CELL),
        'td',
      ),
    ),
    ...subtotals.map(total => across('td', 'number', `${total.label}${total.text}`)),
  ]
}

function sheetOf(sheet: Sheet): string {
  const { label, caption, columns, groups, totals, proof, count } = sheet
  const heads = cells(columns, columns.map(columnHead), 'th')
  const sums = totals.map(
    total => dressed('td', 'td', escaped(total.label)) + dressed('td', 'number', escaped(total.text)),
  )
  return [
    head(label),
    ...caption.map(said => p(said, 'small')),
    count === 0 ? p(NO_ROWS) : table([heads, ...groups.flatMap(group => groupRows(sheet, group))]),
    sums.length > 0 ? table(sums) : '',
    proof ? p(proof.text, 'lead') : '',
  ].join('')
}

function partOf(part: Part): string {
  switch (part.kind) {
    case 'sentence': {
      const { text, figure } = part
      const number = figure && dressed('strong', 'figure', escaped(figure.text)) + escaped(figure.unit)
      return p(text, 'lead') + (figure ? p(figure.label, 'small') + dressed('p', 'text', number ?? '') : '')
    }
    case 'paragraphs':
      return head(part.label) + part.paragraphs.map(text => p(text)).join('')
    case 'facts': {
      const rows = part.rows.map(
        ({ label, text }) => dressed('th', 'th', escaped(label)) + dressed('td', 'td', escaped(text)),
      )
      return head(part.label) + table(rows)
    }
    case 'sheet':
      return sheetOf(part)
    case 'files':
      return part.files.length === 0
        ? ''
        : head(part.label) + part.files.map(({ name, size }) => p(name) + p(size, 'small')).join('')
    case 'chart':
      return ''
  }
}

/** Renders the record as the article shows it: the words of its document, in order, and no others. */
export const recordHtml = (blocks: readonly PresentedBlock[]): string =>
  documentOf(blocks).map(partOf).join('')

/** Renders the article 公众号文章: self-contained HTML to paste into the editor of an official account. */
export async function articleHtml(wall: WallNotice): Promise<string> {
  const { page } = wall
  const { notice, presented, publicity, signOff } = page
  const code = await codePng(wall, 400)
  const image = `<img alt="扫码看原文" style="${STYLE.qr}" src="data:image/png;base64,${code.toString('base64')}">`
  const inner = [
    dressed('h1', 'title', escaped(notice.title)),
    p(publishedLine(page), 'small'),
    recordHtml(presented.blocks),
    head('谁审核、有异议找谁'),
    ...(signOff ? [p(`${signOff.body} ${signOff.name}，${dayOf(signOff.at)}审核。`)] : []),
    p(`${publicityWords(publicity)}。`),
    ...objectionLines(page).map(line => p(line)),
    image,
    p(`长按${codeKind(wall)}，看最新的一版。`, 'small'),
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

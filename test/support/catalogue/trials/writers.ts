import ExcelJS from 'exceljs'
import iconv from 'iconv-lite'
import { zipOf } from '../zipOf'
import { type Cell, type Table, textsOf } from './sheet'

export interface SheetOptions {
  hiddenRows?: readonly number[]
  hiddenColumns?: readonly number[]
  hidden?: boolean
}

/** A workbook of drawn tables, with real merges; numbers are stored as numbers. */
export async function workbookOf(
  sheets: readonly (readonly [string, Table, SheetOptions?])[],
): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook()
  for (const [name, table, options = {}] of sheets) {
    const sheet = workbook.addWorksheet(name, options.hidden ? { state: 'hidden' } : {})
    table.forEach((row, down) =>
      row.forEach((made, across) => {
        if (!made || (made.text === '' && made.down * made.across === 1)) return
        sheet.getCell(down + 1, across + 1).value = /^[1-9]\d{0,5}$/.test(made.text)
          ? Number(made.text)
          : made.text
        if (made.down * made.across > 1) {
          sheet.mergeCells(down + 1, across + 1, down + made.down, across + made.across)
        }
      }),
    )
    for (const row of options.hiddenRows ?? []) sheet.getRow(row + 1).hidden = true
    for (const column of options.hiddenColumns ?? []) sheet.getColumn(column + 1).hidden = true
  }
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

const quoted = (text: string, mark: string, always: boolean): string =>
  always || text.includes(mark) || /["\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text

export interface SeparatedOptions {
  mark: string
  encoding?: string
  bom?: boolean
  always?: boolean
  lineEnd?: string
}

/** Cells between separators, quoted where the text needs it, as spreadsheets save and copy them. */
export function separatedOf(
  table: Table,
  { mark, encoding = 'utf8', bom = false, always = false, lineEnd = '\r\n' }: SeparatedOptions,
): Buffer {
  const lines = textsOf(table).map(row => row.map(text => quoted(text, mark, always)).join(mark))
  return iconv.encode((bom ? '\ufeff' : '') + lines.join(lineEnd) + lineEnd, encoding)
}

const escape = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

type HtmlStyle = 'plain' | 'word' | 'wps'

function htmlCell(made: Cell, style: HtmlStyle): string {
  const spans = `${made.down > 1 ? ` rowspan=${made.down}` : ''}${made.across > 1 ? ` colspan=${made.across}` : ''}`
  const lines = made.text.split('\n').map(escape)
  if (style === 'plain') return `<td${spans}>${lines.join('<br>')}</td>`
  if (style === 'wps') {
    return `<td class="et${made.down}" height="18"${spans} x:str style='height:13.5pt;'>${lines.join('<br/>\n    ')}</td>`
  }
  const paragraphs = lines.map(
    line =>
      `<p class=MsoNormal align=center style='text-align:center'><span style='font-size:9.0pt;font-family:\n宋体'>${line}<span lang=EN-US><o:p></o:p></span></span></p>`,
  )
  return `<td width=57${spans} style='width:42.55pt;border:solid windowtext 1.0pt;\npadding:0cm 5.4pt'>\n${paragraphs.join('\n')}\n</td>`
}

const HTML_HEAD: Readonly<Record<HtmlStyle, string>> = {
  plain: '<!DOCTYPE html><html><head><meta charset="utf-8"><title>政务公开</title></head>',
  word: '<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta http-equiv=Content-Type content="text/html; charset=gb2312"><meta name=Generator content="Microsoft Word 15"><!--[if gte mso 9]><xml><w:WordDocument></w:WordDocument></xml><![endif]--><style>p.MsoNormal{margin:0}</style></head>',
  wps: '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"/><meta name="ProgId" content="Excel.Sheet"/><meta name="Generator" content="WPS Office ET"/></head>',
}

/** A page with tables between lines of text, as a person, Word or WPS saves it. */
export function pageOf(parts: readonly (string | Table)[], style: HtmlStyle = 'plain'): Buffer {
  const body = parts.map(part =>
    typeof part === 'string'
      ? `<p>${escape(part)}</p>`
      : `<table border="1" cellspacing="0">\n${part.map(row => `<tr>${row.flatMap(made => (made ? [htmlCell(made, style)] : [])).join('')}</tr>`).join('\n')}\n</table>`,
  )
  const text = `${HTML_HEAD[style]}<body>${body.join('\n')}</body></html>`
  return style === 'word' ? iconv.encode(text, 'gb18030') : Buffer.from(text)
}

const run = (text: string): string => `<w:r><w:t xml:space="preserve">${escape(text)}</w:t></w:r>`
const paragraph = (text: string): string => `<w:p>${text === '' ? '' : run(text)}</w:p>`

/** How the text of a cell is written into its paragraphs. */
export type CellWriter = (text: string) => string

export const plainCell: CellWriter = text => text.split('\n').map(paragraph).join('')

/** A cell corrected with tracked changes: the old text deleted, the new one inserted. */
export const trackedCell: CellWriter = text => {
  if (text.length < 6) return plainCell(text)
  const [first = '', ...rest] = text.split('\n')
  const at = Math.floor(first.length / 2)
  return [
    `<w:p>${run(first.slice(0, at))}<w:del w:id="1" w:author="a"><w:r><w:delText>旧字样</w:delText></w:r></w:del><w:ins w:id="2" w:author="a">${run(first.slice(at))}</w:ins></w:p>`,
    ...rest.map(paragraph),
  ].join('')
}

/** A cell whose text is in a table of its own. */
export const nestedCell: CellWriter = text =>
  `<w:tbl>${text
    .split('\n')
    .map(line => `<w:tr><w:tc><w:tcPr/>${paragraph(line)}</w:tc></w:tr>`)
    .join('')}</w:tbl><w:p/>`

/** The cell of a place: its own, or the one above that covers it. */
function coverOf(table: Table, at: number, column: number): Cell | undefined {
  let top = at
  while (top > 0 && !table[top]?.[column]) top--
  return table[top]?.[column] ?? undefined
}

const mergeMark = (own: Cell | null | undefined): string => {
  if (!own) return '<w:vMerge/>'
  return own.down > 1 ? '<w:vMerge w:val="restart"/>' : ''
}

function docxRow(table: Table, at: number, writer: (row: number, column: number) => CellWriter): string {
  const parts: string[] = []
  const row = table[at] ?? []
  let column = 0
  while (column < row.length) {
    const own = row[column]
    const across = coverOf(table, at, column)?.across ?? 1
    const span = across > 1 ? `<w:gridSpan w:val="${across}"/>` : ''
    const content = own ? writer(at, column)(own.text) : '<w:p/>'
    parts.push(`<w:tc><w:tcPr>${span}${mergeMark(own)}</w:tcPr>${content}</w:tc>`)
    column += across
  }
  return `<w:tr>${parts.join('')}</w:tr>`
}

/** A Word document of paragraphs and tables. */
export function documentOf(
  parts: readonly (string | Table)[],
  writer: (row: number, column: number) => CellWriter = () => plainCell,
): Buffer {
  const body = parts.map(part =>
    typeof part === 'string'
      ? paragraph(part)
      : `<w:tbl>${part.map((_, at) => docxRow(part, at, writer)).join('')}</w:tbl><w:p/>`,
  )
  return zipOf({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body.join('')}</w:body></w:document>`,
  })
}

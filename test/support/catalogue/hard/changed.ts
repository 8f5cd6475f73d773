import { zipOf } from '../zipOf'
import type { Cell, Table } from '../trials/sheet'

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
const run = (text: string): string => `<w:r><w:t xml:space="preserve">${escape(text)}</w:t></w:r>`
const deleted = (text: string): string =>
  `<w:del w:id="7" w:author="b"><w:r><w:delText xml:space="preserve">${escape(text)}</w:delText></w:r></w:del>`
const inserted = (text: string): string => `<w:ins w:id="8" w:author="b">${run(text)}</w:ins>`

type Change = 'none' | 'inserted'

const paragraphs = (text: string, change: Change): string =>
  text
    .split('\n')
    .map(line => `<w:p>${line === '' ? '' : change === 'inserted' ? inserted(line) : run(line)}</w:p>`)
    .join('')

/** The cell that covers a place: its own, or one above. */
function coverOf(table: Table, at: number, column: number): Cell | null {
  let top = at
  while (top > 0 && !table[top]?.[column]) top--
  return table[top]?.[column] ?? null
}

const mergeOf = (made: Cell | null): string => {
  if (made === null) return '<w:vMerge/>'
  return made.down > 1 ? '<w:vMerge w:val="restart"/>' : ''
}

function rowOf(table: Table, at: number, change: Change): string {
  const parts: string[] = []
  const row = table[at] ?? []
  for (let column = 0; column < row.length;) {
    const made = row[column] ?? null
    const width = coverOf(table, at, column)?.across ?? 1
    const span = width > 1 ? `<w:gridSpan w:val="${width}"/>` : ''
    const content = made ? paragraphs(made.text, change) : '<w:p/>'
    parts.push(`<w:tc><w:tcPr>${span}${mergeOf(made)}</w:tcPr>${content}</w:tc>`)
    column += width
  }
  const mark = change === 'inserted' ? '<w:trPr><w:ins w:id="9" w:author="b"/></w:trPr>' : ''
  return `<w:tr>${mark}${parts.join('')}</w:tr>`
}

/** A row that was deleted with tracked changes: marked as a row, its words marked too. */
const deletedRow = (width: number): string =>
  `<w:tr><w:trPr><w:del w:id="5" w:author="b"/></w:trPr>${Array.from(
    { length: width },
    (_, at) =>
      `<w:tc><w:tcPr/><w:p><w:pPr><w:rPr><w:del w:id="6" w:author="b"/></w:rPr></w:pPr>${deleted(`旧${at}`)}</w:p></w:tc>`,
  ).join('')}</w:tr>`

/** A document under revision: a deleted row after the header and at the end, every second item inserted. */
export function changedDocument(title: string, head: Table, body: Table): Buffer {
  const table = [...head, ...body]
  const width = head[0]?.length ?? 1
  const rows = table.map((_, at) => rowOf(table, at, at >= head.length && at % 2 === 0 ? 'inserted' : 'none'))
  const xml = [
    ...rows.slice(0, head.length),
    deletedRow(width),
    ...rows.slice(head.length),
    deletedRow(width),
  ]
  return zipOf({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p>${run(title)}</w:p><w:tbl>${xml.join('')}</w:tbl><w:p/></w:body></w:document>`,
  })
}

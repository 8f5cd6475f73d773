import ExcelJS from 'exceljs'
import type { MadeTable } from './sheetOf'
import { zipOf } from './zipOf'

/** An xlsx with real merged cells. */
export async function xlsxOf(sheets: Readonly<Record<string, MadeTable>>): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook()
  for (const [name, table] of Object.entries(sheets)) {
    const sheet = workbook.addWorksheet(name)
    table.forEach((cells, row) =>
      cells.forEach((made, column) => {
        if (!made) return
        const numeric = /^\d+$/.test(made.text)
        sheet.getCell(row + 1, column + 1).value = numeric ? Number(made.text) : made.text
        if (made.rowSpan > 1 || made.colSpan > 1) {
          sheet.mergeCells(row + 1, column + 1, row + made.rowSpan, column + made.colSpan)
        }
      }),
    )
  }
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

export const htmlTableOf = (table: MadeTable): string =>
  `<table border=1>${table
    .map(
      cells =>
        `<tr>${cells
          .flatMap(made =>
            made
              ? [
                  `<td rowspan=${made.rowSpan} colspan="${made.colSpan}"><p><span>&nbsp;${escape(made.text).replace(/\n/g, '<br>')}</span></p></td>`,
                ]
              : [],
          )
          .join('')}</tr>`,
    )
    .join('\n')}</table>`

export const htmlOf = (...tables: MadeTable[]): Buffer =>
  Buffer.from(
    `<html><head><meta charset="utf-8"></head><body>${tables.map(htmlTableOf).join('<p></p>')}</body></html>`,
  )

const quote = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** A csv: covered places are blank, as a spreadsheet saves them. */
export const csvOf = (table: MadeTable): string =>
  table.map(cells => cells.map(made => quote(made?.text ?? '')).join(',')).join('\r\n')

/** A csv in which every covered place repeats the text that covers it. */
export function filledCsvOf(table: MadeTable): string {
  const texts = table.map(cells => cells.map(() => ''))
  table.forEach((cells, row) =>
    cells.forEach((made, column) => {
      if (!made) return
      for (let down = row; down < row + made.rowSpan; down++) {
        for (let right = column; right < column + made.colSpan; right++) {
          const line = texts[down]
          if (line) line[right] = made.text
        }
      }
    }),
  )
  return texts.map(cells => cells.map(quote).join(',')).join('\n')
}

const wordCell = (text: string, colSpan: number, merge: string): string =>
  `<w:tc><w:tcPr>${colSpan > 1 ? `<w:gridSpan w:val="${colSpan}"/>` : ''}${merge}</w:tcPr>${text
    .split('\n')
    .map(line => `<w:p><w:r><w:t xml:space="preserve">${escape(line)}</w:t></w:r></w:p>`)
    .join('')}</w:tc>`

function wordRow(table: MadeTable, row: number): string {
  const cells = table[row] ?? []
  const parts: string[] = []
  for (let column = 0; column < cells.length; column++) {
    const made = cells[column]
    if (made) {
      parts.push(wordCell(made.text, made.colSpan, made.rowSpan > 1 ? '<w:vMerge w:val="restart"/>' : ''))
      column += made.colSpan - 1
      continue
    }
    const above = coveringAbove(table, row, column)
    if (above) parts.push(wordCell('', above.colSpan, '<w:vMerge/>'))
    if (above) column += above.colSpan - 1
  }
  return `<w:tr>${parts.join('')}</w:tr>`
}

const coveringAbove = (table: MadeTable, row: number, column: number): { colSpan: number } | undefined => {
  for (let up = row - 1; up >= 0; up--) {
    const made = table[up]?.[column]
    if (made) return up + made.rowSpan > row ? made : undefined
  }
  return undefined
}

/** A docx with gridSpan and vMerge. */
export const docxOf = (title: string, ...tables: MadeTable[]): Buffer =>
  zipOf({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${escape(title)}</w:t></w:r></w:p>${tables
      .map(table => `<w:tbl>${table.map((_, row) => wordRow(table, row)).join('')}</w:tbl><w:p/>`)
      .join('')}</w:body></w:document>`,
  })

import type { Cell as SheetCell } from 'exceljs'
import type { Cell, TypedCell } from './cells'
import { escapeFormula } from './escapeFormula'
import { newWorkbook, ON_PAPER, workbookBytes } from './write'

const WIDTH = 18
const DAY_FORMAT = 'yyyy"年"m"月"d"日"'

function fill(target: SheetCell, { text, number, format, day, sumOf }: TypedCell, row: number): void {
  if (day !== undefined) {
    target.value = new Date(`${day}T00:00:00Z`)
    target.numFmt = DAY_FORMAT
    return
  }
  if (number === undefined) {
    target.value = escapeFormula(text)
    return
  }
  const column = target.address.replace(/\d+$/, '')
  target.value =
    sumOf === undefined
      ? number
      : { formula: `SUM(${column}${row - sumOf}:${column}${row - 1})`, result: number }
  target.numFmt = format ?? '#,##0'
}

/**
 * Writes rows as a workbook of one sheet: figures as numbers, days as dates, sums as formulas, all else as text. No
 * author, no company, no creation time.
 */
export async function writeXlsx(sheetName: string, rows: readonly (readonly Cell[])[]): Promise<Buffer> {
  const book = await newWorkbook()
  const name = sheetName.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31) || '公示'
  const sheet = book.addWorksheet(name, { pageSetup: ON_PAPER })
  for (const cells of rows) {
    const row = sheet.addRow(cells.map(cell => (typeof cell === 'string' ? escapeFormula(cell) : '')))
    cells.forEach((cell, at) => {
      if (typeof cell !== 'string') fill(row.getCell(at + 1), cell, row.number)
    })
  }
  sheet.columns.forEach(column => {
    column.width = WIDTH
  })
  return workbookBytes(book)
}

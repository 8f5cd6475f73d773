import { escapeFormula } from './escapeFormula'
import { newWorkbook, ON_PAPER, workbookBytes } from './write'

const WIDTH = 18

/** Writes rows as a workbook of one sheet: text cells only, no author, no company, no creation time. */
export async function writeXlsx(sheetName: string, rows: readonly (readonly string[])[]): Promise<Buffer> {
  const book = await newWorkbook()
  const name = sheetName.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31) || '公示'
  const sheet = book.addWorksheet(name, { pageSetup: ON_PAPER })
  for (const row of rows) sheet.addRow(row.map(escapeFormula))
  sheet.columns.forEach(column => {
    column.width = WIDTH
  })
  return workbookBytes(book)
}

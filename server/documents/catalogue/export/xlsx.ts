import { AS_TEXT, BORDER, newWorkbook, workbookBytes, type Worksheet } from '../../xlsx/write'
import { type ExportedCatalogue, headGroups, layOut } from './layout'

/** Row numbers of title and head. */
const TITLE = 1
const HEAD = 2
const UNDER = 3

const sheetName = (area: string, taken: ReadonlySet<string>): string => {
  const name =
    area
      .replace(/[\\/?*[\]:]/g, ' ')
      .trim()
      .slice(0, 28) || '目录'
  for (let count = 1; ; count += 1) {
    const numbered = count === 1 ? name : `${name}${count}`
    if (!taken.has(numbered)) return numbered
  }
}

function put(sheet: Worksheet, row: number, column: number, text: string): void {
  const cell = sheet.getCell(row, column)
  cell.value = text === '' ? null : text
  cell.numFmt = AS_TEXT
  cell.border = BORDER
  cell.alignment = { wrapText: true, vertical: 'middle' }
}

function writeHead(sheet: Worksheet, catalogue: ExportedCatalogue): void {
  const { title, columns } = layOut(catalogue)
  put(sheet, TITLE, 1, title)
  sheet.mergeCells(TITLE, 1, TITLE, columns.length)
  sheet.getCell(TITLE, 1).font = { bold: true, size: 16 }
  sheet.getCell(TITLE, 1).alignment = { horizontal: 'center', wrapText: true }
  columns.forEach(({ label, width }, at) => {
    put(sheet, UNDER, at + 1, label)
    sheet.getColumn(at + 1).width = width
  })
  for (const { label, start, span, divided } of headGroups(columns)) {
    put(sheet, HEAD, start + 1, label)
    if (divided) sheet.mergeCells(HEAD, start + 1, HEAD, start + span)
    else sheet.mergeCells(HEAD, start + 1, UNDER, start + 1)
  }
  for (const row of [HEAD, UNDER]) {
    sheet.getRow(row).font = { bold: true }
    sheet.getRow(row).alignment = { horizontal: 'center', vertical: 'middle', wrapText: true }
  }
}

/**
 * Writes catalogues as a workbook in the national layout, a sheet for each area: text cells only, no author, no
 * company.
 */
export async function writeCatalogueXlsx(catalogues: readonly ExportedCatalogue[]): Promise<Buffer> {
  const book = await newWorkbook()
  const taken = new Set<string>()
  for (const catalogue of catalogues) {
    const name = sheetName(catalogue.area, taken)
    taken.add(name)
    const sheet = book.addWorksheet(name, {
      views: [{ state: 'frozen', ySplit: UNDER }],
      pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    })
    writeHead(sheet, catalogue)
    const { columns, rows } = layOut(catalogue)
    rows.forEach((row, index) => {
      columns.forEach(({ write }, at) => put(sheet, UNDER + 1 + index, at + 1, write(row)))
    })
  }
  return workbookBytes(book)
}

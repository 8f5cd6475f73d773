import type { PageSetup, Workbook } from 'exceljs'
import { withoutProperties } from './withoutProperties'

export type { Row, Workbook, Worksheet } from 'exceljs'

const A4 = 9
const LINE = { style: 'thin' } as const

export const BORDER = { top: LINE, left: LINE, bottom: LINE, right: LINE }

/** Text format: the cell is stored as typed, no leading zero is lost, nothing is executed. */
export const AS_TEXT = '@'

/** Page setup: A4 landscape, all columns on the page, as many pages as the rows need. */
export const ON_PAPER: Partial<PageSetup> = {
  paperSize: A4,
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
}

/** Creates an empty workbook; the library is loaded on first use. */
export async function newWorkbook(): Promise<Workbook> {
  const { default: ExcelJS } = await import('exceljs')
  return new ExcelJS.Workbook()
}

/** Packs a workbook without author, company or creation time. */
export const workbookBytes = async (book: Workbook): Promise<Buffer> =>
  withoutProperties(Buffer.from(await book.xlsx.writeBuffer()))

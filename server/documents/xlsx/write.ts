import type { PageSetup, Workbook } from 'exceljs'
import { withoutProperties } from './withoutProperties'

export type { Row, Workbook, Worksheet } from 'exceljs'

const A4 = 9
const LINE = { style: 'thin' } as const

export const BORDER = { top: LINE, left: LINE, bottom: LINE, right: LINE }

/** A cell of text stays what was typed: no leading zero is lost, nothing is run. */
export const AS_TEXT = '@'

/** How a sheet is printed: on A4 across, every column on the page, as many pages as its rows need. */
export const ON_PAPER: Partial<PageSetup> = {
  paperSize: A4,
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
}

/** Makes an empty workbook; the library is loaded when it is first needed. */
export async function newWorkbook(): Promise<Workbook> {
  const { default: ExcelJS } = await import('exceljs')
  return new ExcelJS.Workbook()
}

/** Packs a workbook: no author, no company, no time of making. */
export const workbookBytes = async (book: Workbook): Promise<Buffer> =>
  withoutProperties(Buffer.from(await book.xlsx.writeBuffer()))

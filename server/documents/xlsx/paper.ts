import type { PageSetup } from 'exceljs'

const A4 = 9

/** How a sheet is printed: on A4 across, every column on the page, as many pages as its rows need. */
export const ON_PAPER: Partial<PageSetup> = {
  paperSize: A4,
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
}

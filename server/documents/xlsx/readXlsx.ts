import type { Grid } from '@server/domain/catalogue/grid'
import { DocumentError } from '../documentError'
import { ImportBudget } from '../grid/gridBuilder'
import { refuseMacros } from '../fileKind'
import { ZipArchive } from '../archive/zipArchive'
import { readCellFormats } from './numberFormats'
import { readSheet } from './sheet'
import { readSharedStrings } from './strings'
import { type SheetRef, readWorkbook } from './workbook'

function chooseSheets(sheets: SheetRef[], wanted: string | undefined): SheetRef[] {
  if (wanted === undefined) return sheets
  const chosen = sheets.filter(({ name }) => name.trim() === wanted.trim())
  if (chosen.length > 0) return chosen
  throw new DocumentError(
    'sheet-not-found',
    `工作簿里没有名为“${wanted}”的工作表`,
    sheets.map(({ name }) => ({ code: 'sheet', field: name, message: `有工作表“${name}”` })),
  )
}

/**
 * Reads the sheets of a workbook as grids, in order; one if `sheet` names it.
 * @throws DocumentError
 */
export async function readXlsx(bytes: Buffer, sheet?: string): Promise<Grid[]> {
  const zip = await ZipArchive.open(bytes)
  refuseMacros(zip.names())
  const workbook = await readWorkbook(zip)
  const chosen = chooseSheets(workbook.sheets, sheet)
  const strings = await readSharedStrings(zip, workbook.sharedStrings)
  const formats = await readCellFormats(zip, workbook.styles)
  const book = { strings, formats, budget: new ImportBudget() }
  const grids: Grid[] = []
  for (const ref of chosen) grids.push(await readSheet(zip, ref, book))
  if (grids.every(({ rows }) => rows.length === 0)) {
    throw new DocumentError('empty-sheet', '工作表是空的，没有任何内容')
  }
  return grids
}

import { type Options, parse } from 'csv-parse/sync'
import type { Grid } from '@server/domain/catalogue/grid'
import { DocumentError } from '../documentError'
import { IMPORT_LIMITS } from '../limits'
import { GridBuilder, ImportBudget } from './gridBuilder'

const DELIMITERS = [',', '\t', ';', '；', '|'] as const
const SAMPLE_CHARACTERS = 60_000
const SAMPLE_RECORDS = 60
/** Fewest cells of a record that shows a table. */
const TABLE_CELLS = 4

const optionsOf = (delimiter: string): Options => ({
  delimiter,
  relax_quotes: true,
  relax_column_count: true,
  skip_empty_lines: false,
  bom: true,
})

const isFilled = (record: readonly string[]): boolean => record.some(value => value.trim() !== '')

/** Returns the first filled records under a delimiter; a quoted cell may be cut by the end of the sample. */
function sampleOf(text: string, delimiter: string): string[][] {
  const records: string[][] = []
  const options: Options = { ...optionsOf(delimiter), to: SAMPLE_RECORDS }
  try {
    parse(text.slice(0, SAMPLE_CHARACTERS), {
      ...options,
      on_record: (record: string[]) => {
        if (isFilled(record)) records.push(record)
        return null
      },
    })
  } catch {
    return records
  }
  return records
}

const isTableRecord = (record: readonly string[]): boolean => record.length >= TABLE_CELLS

/** Returns the delimiter that most records agree on; quoting is undone first, a quoted cell may have any characters. */
function delimiterOf(text: string): string {
  const counts = DELIMITERS.map(mark => sampleOf(text, mark).filter(isTableRecord).length)
  const best = Math.max(...counts)
  return best === 0 ? ',' : (DELIMITERS[counts.indexOf(best)] ?? ',')
}

/** Returns all records; undefined if the quotation marks do not pair. */
function recordsOf(text: string, delimiter: string): string[][] | undefined {
  try {
    return parse(text, { ...optionsOf(delimiter), to: IMPORT_LIMITS.rows + 1_000 })
  } catch {
    return undefined
  }
}

function gridOf(records: readonly string[][]): Grid | undefined {
  const builder = new GridBuilder(new ImportBudget())
  records.forEach((record, index) => {
    if (!isFilled(record)) return
    const row = builder.addRow(index + 1)
    record.forEach((value, column) => builder.addCell({ text: value, row, column, rowSpan: 1, colSpan: 1 }))
  })
  if (builder.rowCount === 0) return undefined
  return builder.finish({ hidden: false, above: [], keepsMerges: false })
}

/**
 * Reads a comma-separated file as one grid; quoted cells may contain line breaks.
 * @throws DocumentError
 */
export function readCsv(text: string): Grid[] {
  const records = recordsOf(text, delimiterOf(text))
  if (!records) throw new DocumentError('unreadable', 'CSV 文件的引号不成对，读不出来')
  const grid = gridOf(records)
  if (!grid) throw new DocumentError('empty-sheet', '文件里没有任何内容')
  return [grid]
}

/** Checks for cells of a spreadsheet: tabs, or other separators between quoted cells. */
const mayHoldCells = (text: string): boolean => /\t|"[,;；|]|[,;；|]"/.test(text)

/**
 * Reads plain text that holds the cells of a spreadsheet, as the clipboard gives them; no grid for any other text.
 * @throws DocumentError `too-large`
 */
export function readClipboard(text: string): Grid[] {
  if (!mayHoldCells(text)) return []
  const delimiter = delimiterOf(text)
  const sample = sampleOf(text, delimiter)
  const cells = sample.filter(isTableRecord)
  if (cells.length < 2 || cells.length < sample.length * 0.5) return []
  const grid = gridOf(recordsOf(text, delimiter) ?? [])
  return grid ? [grid] : []
}

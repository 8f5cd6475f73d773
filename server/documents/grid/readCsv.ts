import { parse } from 'csv-parse/sync'
import type { Grid } from '@server/domain/catalogue/grid'
import { DocumentError } from '../documentError'
import { GridBuilder, ImportBudget } from './gridBuilder'

const DELIMITERS = [',', '\t', ';', '；', '|'] as const

/** Returns the delimiter that most lines agree on, ignoring quoted parts. */
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .replace(/"[^"]*"/g, '')
    .split(/\r\n?|\n/)
    .filter(line => line.trim() !== '')
    .slice(0, 30)
  const counts = DELIMITERS.map(mark => lines.filter(line => line.split(mark).length >= 4).length)
  const best = Math.max(...counts)
  return best === 0 ? ',' : (DELIMITERS[counts.indexOf(best)] ?? ',')
}

/**
 * Reads a comma-separated file as one grid; quoted cells may contain line breaks.
 * @throws DocumentError
 */
export function readCsv(text: string): Grid[] {
  let records: string[][]
  try {
    records = parse(text, {
      delimiter: delimiterOf(text),
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: false,
      bom: true,
    })
  } catch {
    throw new DocumentError('unreadable', 'CSV 文件的引号不成对，读不出来')
  }
  const builder = new GridBuilder(new ImportBudget())
  records.forEach((record, index) => {
    if (record.every(value => value.trim() === '')) return
    const row = builder.addRow(index + 1)
    record.forEach((value, column) => builder.addCell({ text: value, row, column, rowSpan: 1, colSpan: 1 }))
  })
  if (builder.rowCount === 0) throw new DocumentError('empty-sheet', '文件里没有任何内容')
  return [builder.finish({ hidden: false, above: [], keepsMerges: false })]
}

import type { FileContext } from './context'
import { parse } from 'csv-parse/sync'
import type { PlacedFinding } from '@server/domain/privacy'
import { scanGrid } from './grid'
import { cellName } from './place'
import { scanPlainText } from './plainText'

const DELIMITERS = [',', '\t', ';', '|']

const delimiterOf = (text: string): string => {
  const head = text.split('\n').slice(0, 20).join('\n')
  const counts = DELIMITERS.map(mark => head.split(mark).length)
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ','
}

interface Parsed {
  record: string[]
  info: { lines: number }
}

/** Returns the rows and the last line number of each; null when the text is no table. */
export function rowsOf(text: string): { rows: string[][]; lines: number[] } | null {
  try {
    const records = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    }) as unknown as Parsed[]
    return { rows: records.map(({ record }) => record), lines: records.map(({ info }) => info.lines) }
  } catch {
    return null
  }
}

/** Scans comma-separated text by cells; text that cannot be split is scanned as a whole. */
export function scanCsv(text: string, context: FileContext = {}): PlacedFinding[] {
  const table = rowsOf(text)
  if (!table) return scanPlainText(text, {}, context)
  const lineOf = (row: number): number => {
    const last = table.lines[row] ?? row + 1
    return last - (table.rows[row] ?? []).reduce((sum, cell) => sum + cell.split('\n').length - 1, 0)
  }
  return scanGrid(
    table.rows,
    (row, column) => ({ line: lineOf(row), column: column + 1, cell: cellName(row, column) }),
    context,
  )
}

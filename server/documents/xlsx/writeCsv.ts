import { type Cell, cellTextOf } from './cells'
import { escapeFormula } from './escapeFormula'

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** Writes one row of CSV (RFC 4180) with its line end; no cell is executed by a spreadsheet program. */
export const csvLine = (row: readonly string[]): string =>
  `${row.map(cell => quoted(escapeFormula(cell))).join(',')}\r\n`

/** Writes rows as CSV in UTF-8 with the byte order mark that spreadsheet programs need. */
export const writeCsv = (rows: readonly (readonly Cell[])[]): Buffer =>
  Buffer.from(`\uFEFF${rows.map(row => csvLine(row.map(cellTextOf))).join('')}`)

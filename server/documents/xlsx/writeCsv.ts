import { escapeFormula } from './escapeFormula'

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** One row of CSV (RFC 4180) with its end; no cell is run by a spreadsheet program. */
export const csvLine = (row: readonly string[]): string =>
  `${row.map(cell => quoted(escapeFormula(cell))).join(',')}\r\n`

/** Rows as CSV in UTF-8 with the mark by which spreadsheet programs know it. */
export const writeCsv = (rows: readonly (readonly string[])[]): Buffer =>
  Buffer.from(`\uFEFF${rows.map(csvLine).join('')}`)

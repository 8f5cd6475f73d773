import { guarded } from './guard'

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** Rows as CSV (RFC 4180) in UTF-8 with the mark by which spreadsheet programs know it. */
export const writeCsv = (rows: readonly (readonly string[])[]): Buffer =>
  Buffer.from(`\uFEFF${rows.map(row => row.map(cell => quoted(guarded(cell))).join(',')).join('\r\n')}\r\n`)

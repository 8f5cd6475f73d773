/**
 * A cell of an exported table: its text, for CSV, and in a workbook the value behind it. `number` has the format of the
 * text; `day` is `YYYY-MM-DD`; `sumOf`: the cell adds up so many cells above it.
 */
export interface TypedCell {
  text: string
  number?: number
  format?: string
  day?: string
  sumOf?: number
}
export type Cell = string | TypedCell
export type Rows = Cell[][]

const DAY = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/
const FIGURE = /^(-?(?:\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.(\d+))?)([\u4e00-\u9fff%]{0,3})$/

export const cellTextOf = (cell: Cell): string => (typeof cell === 'string' ? cell : cell.text)

/** Types a text that is a whole date 2026年3月5日; any other text stays as it is. */
export function dayCell(text: string): Cell {
  const [, year, month, day] = DAY.exec(text) ?? []
  if (!year || !month || !day) return text
  return { text, day: [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-') }
}

/** Types a text that is one figure, with or without its unit: `1,200.00`, `15`, `36.5亩`; any other text stays as it is. */
export function figureCell(text: string): Cell {
  const [, digits, decimals = '', unit = ''] = FIGURE.exec(text) ?? []
  if (digits === undefined) return text
  const places = decimals === '' ? '' : `.${'0'.repeat(decimals.length)}`
  const number = Number(digits.replace(/,/g, '')) / (unit === '%' ? 100 : 1)
  if (!Number.isSafeInteger(Math.round(number * 100))) return text
  return { text, number, format: `#,##0${places}${unit === '' || unit === '%' ? unit : `"${unit}"`}` }
}

/** Adds up a column's cells: the row after them holds their sum, in the format of the first figure. */
export function sumCell(text: string, above: readonly Cell[]): Cell {
  const cell = figureCell(text)
  return typeof cell === 'string' ? cell : { ...cell, sumOf: above.length }
}

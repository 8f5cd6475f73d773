/** A cell of a table with its position; a merged cell is one object, found at every position it covers. */
export interface GridCell {
  /** Text; line breaks inside the cell are `\n`. */
  text: string
  /** Index of the first row and column it covers, from 0. */
  row: number
  column: number
  rowSpan: number
  colSpan: number
}

export interface GridRow {
  /** Row or line of the source, from 1. */
  number: number
  hidden: boolean
  cells: (GridCell | undefined)[]
}

/** A table of a file, before recognition. */
export interface Grid {
  /** Name of the sheet; absent for file kinds without sheets. */
  name?: string
  hidden: boolean
  rows: GridRow[]
  hiddenColumns: number[]
  /** Text above the table: headings, paragraphs. */
  above: string[]
  /** False when the file kind has no merged cells (csv): a blank cell may be a lost merge. */
  keepsMerges: boolean
}

/** Returns the text of the cell that covers a position. */
export const textAt = (row: GridRow, column: number): string => row.cells[column]?.text ?? ''

/** Returns the cells that start in this row, in order. */
export const ownCells = (row: GridRow, rowIndex: number): GridCell[] =>
  row.cells.filter((cell, column): cell is GridCell => cell?.row === rowIndex && cell.column === column)

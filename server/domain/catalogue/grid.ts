/** A cell of a table with its place; a merged cell stands once and is found at every place it covers. */
export interface GridCell {
  /** Text with `\n` for line breaks inside the cell. */
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

/** A table of a file, before anything is recognised in it. */
export interface Grid {
  /** Name of the sheet; absent where the kind of file has none. */
  name?: string
  hidden: boolean
  rows: GridRow[]
  hiddenColumns: number[]
  /** Text that stood above the table: headings, paragraphs. */
  above: string[]
  /** False when the kind of file cannot carry merged cells (csv): a blank cell may be a lost merge. */
  keepsMerges: boolean
}

/** Text of the cell at a place, whether it starts there or covers it. */
export const textAt = (row: GridRow, column: number): string => row.cells[column]?.text ?? ''

/** Cells that start in this row, in order. */
export const ownCells = (row: GridRow, rowIndex: number): GridCell[] =>
  row.cells.filter((cell, column): cell is GridCell => cell?.row === rowIndex && cell.column === column)

import type { Range } from './fill'

/** A cell by its place. */
export interface Place {
  row: number
  column: number
}

/** The selected cell, the other corner of the selection, and the column where Enter goes back to. */
export interface Selection {
  at: Place
  to: Place
  home: number
}

export interface Size {
  /** Rows with the empty one at the end. */
  rows: number
  columns: number
}

export const rangeOf = ({ at, to }: Pick<Selection, 'at' | 'to'>): Range => ({
  top: Math.min(at.row, to.row),
  bottom: Math.max(at.row, to.row),
  left: Math.min(at.column, to.column),
  right: Math.max(at.column, to.column),
})

const within = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value))

export const selectionAt = (at: Place, home = at.column): Selection => ({ at, to: at, home })

/** Moves by rows and columns, within the table. */
export function moved({ at }: Selection, rows: number, columns: number, size: Size): Selection {
  return selectionAt({
    row: within(at.row + rows, size.rows),
    column: within(at.column + columns, size.columns),
  })
}

/** Makes the selection larger or smaller; `at` stays. */
export function stretched(selection: Selection, rows: number, columns: number, size: Size): Selection {
  const to = {
    row: within(selection.to.row + rows, size.rows),
    column: within(selection.to.column + columns, size.columns),
  }
  return { ...selection, to }
}

/** Tab: the next cell, at the end of a row the next row; null behind the last cell, where the focus goes on in the page. */
export function tabbed({ at, home }: Selection, step: 1 | -1, size: Size): Selection | null {
  const index = at.row * size.columns + at.column + step
  if (index < 0 || index >= size.rows * size.columns) return null
  const column = index % size.columns
  return selectionAt(
    { row: Math.floor(index / size.columns), column },
    step === 1 && column > 0 ? home : column,
  )
}

/** Enter: the next row, in the column where the row of cells gone through by Tab began. */
export const entered = ({ at, home }: Selection, size: Size): Selection =>
  selectionAt({ row: within(at.row + 1, size.rows), column: home }, home)

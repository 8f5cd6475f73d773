import { type Grid, type GridCell, type GridRow, ownCells } from './grid'
import { classifyWords } from './header/classify'
import type { RoleKind } from './header/roles'
import { isNumberText } from './likeness'
import { isLabel } from './linear/labels'
import { lineOfRow } from './rows/sections'
import { joinLayout } from './text'

const FEWEST_LABELS = 4

const isKnown = (kind: RoleKind): boolean => kind !== 'unknown' && kind !== 'extra'

/** Checks for the header words of a table down one column, one item in each column to its right. */
function holdsLabels(rows: readonly GridRow[], column: number): boolean {
  const texts = [...new Set(rows.map(row => row.cells[column]))].map(cell => joinLayout(cell?.text ?? ''))
  const labels = texts.filter(text => text !== '')
  const kinds = labels
    .map(text => (text.length <= 16 ? classifyWords(text).role.kind : 'unknown'))
    .filter(isKnown)
  const distinct = new Set(kinds)
  const named = distinct.has('path') || distinct.has('elements')
  return named && distinct.size >= FEWEST_LABELS && kinds.length >= labels.length * 0.7
}

/** Checks that the columns next to the labels hold values: no labels of their own, and numbers next to 序号. */
function holdsItems(rows: readonly GridRow[], from: number): boolean {
  return rows.every(row => {
    const [label, ...values] = row.cells.slice(from).map(cell => joinLayout(cell?.text ?? ''))
    const filled = values.filter(text => text !== '')
    if (classifyWords(label ?? '').role.kind === 'no' && !filled.every(isNumberText)) return false
    return !filled.some((text, at) => text !== label && at > 0 && isLabel(text))
  })
}

function turned(grid: Grid, rows: readonly GridRow[], from: number): Grid {
  const width = Math.max(...rows.map(({ cells }) => cells.length))
  const moved = new Map<GridCell, GridCell>()
  const place = new Map(rows.map((row, index) => [row, index]))
  const move = (cell: GridCell, row: GridRow): GridCell => {
    const known = moved.get(cell) ?? {
      text: cell.text,
      row: cell.column - from,
      column: place.get(row) ?? 0,
      rowSpan: cell.colSpan,
      colSpan: cell.rowSpan,
    }
    moved.set(cell, known)
    return known
  }
  const columns = Array.from({ length: width - from }, (_, index) => index + from)
  return {
    ...grid,
    rows: columns.map((column): GridRow => ({
      number: column + 1,
      hidden: grid.hiddenColumns.includes(column),
      cells: rows.map(row => {
        const cell = row.cells[column]
        return cell && move(cell, row)
      }),
    })),
    hiddenColumns: [],
  }
}

/** Turns a table whose header is a column, 行列对调, into one with a header row; undefined for any other table. */
export function turnedGrid(grid: Grid): Grid | undefined {
  const lines = grid.rows.map((row, index) => lineOfRow(row, index, row.cells.length))
  const rows = grid.rows.filter((row, index) => lines[index] === undefined && ownCells(row, index).length > 0)
  if (rows.length < FEWEST_LABELS || rows.length > 40) return undefined
  const from = [0, 1].find(column => holdsLabels(rows, column))
  if (from === undefined || !holdsItems(rows, from)) return undefined
  if (Math.max(...rows.map(({ cells }) => cells.length)) - from < 3) return undefined
  return turned({ ...grid, above: [...grid.above, ...lines.flatMap(line => line ?? [])] }, rows, from)
}

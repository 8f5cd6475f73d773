import type { ParseWarning } from '@shared/contract/catalogues/catalogue'
import { type Grid, type GridCell, type GridRow, ownCells, textAt } from './grid'
import { readHeader } from './header/block'
import { classifyStack } from './header/classify'
import type { RoleKind } from './header/roles'
import { isNumberText } from './likeness'
import { joinLayout } from './text'

const SIDE_KINDS: readonly RoleKind[] = [
  'deadline',
  'subjects',
  'channels',
  'audience',
  'audience-tick',
  'mode',
  'mode-tick',
  'levels',
  'level-tick',
  'basis',
]

/** A row with numbers and the position of the numbers. */
interface Numbers {
  start: number
  column: number
  numbers: string[]
}

function numbersBelow(grid: Grid, start: number, column: number): Numbers {
  const numbers = grid.rows.slice(start).map(row => joinLayout(textAt(row, column)))
  return { start, column, numbers }
}

/** Finds the numbers of a whole table, from its header down. */
function numbersOfTable(grid: Grid): Numbers | undefined {
  const start = grid.rows.findIndex((_, index) => readHeader(grid, index) !== undefined)
  const header = start < 0 ? undefined : readHeader(grid, start)
  const column = header?.columns.find(({ role }) => role.kind === 'no')
  return header && column && numbersBelow(grid, header.end, column.index)
}

/** Finds the numbers of a table with only the right-hand columns; undefined for a whole table. */
function numbersOfSide(grid: Grid): Numbers | undefined {
  if (grid.rows.some((_, index) => readHeader(grid, index) !== undefined)) return undefined
  const first = grid.rows.findIndex((row, index) => isSideHeader(row, index))
  const row = grid.rows[first]
  if (!row) return undefined
  const column = row.cells.findIndex(cell => classifyStack([cell?.text ?? '']).role.kind === 'no')
  const end = grid.rows.findIndex((below, index) => index > first && isNumberText(textAt(below, column)))
  return end < 0 ? undefined : numbersBelow(grid, end, column)
}

function isSideHeader(row: GridRow, index: number): boolean {
  const kinds = ownCells(row, index).map(({ text }) => classifyStack([text]).role.kind)
  return kinds.includes('no') && new Set(kinds.filter(kind => SIDE_KINDS.includes(kind))).size >= 2
}

const sameNumbers = (left: Numbers, right: Numbers): boolean =>
  left.numbers.length === right.numbers.length &&
  left.numbers.length > 0 &&
  new Set(left.numbers).size === left.numbers.length &&
  left.numbers.every((number, index) => isNumberText(number) && number === right.numbers[index])

/** Appends the cells of the right table to the rows of the left one, with the header rows aligned. */
function beside(left: Grid, right: Grid, shift: number, drop: number): Grid {
  const width = Math.max(...left.rows.map(({ cells }) => cells.length))
  const moved = new Map<GridCell, GridCell>()
  const move = (cell: GridCell): GridCell => {
    const known = moved.get(cell) ?? {
      ...cell,
      row: cell.row + shift,
      column: width + cell.column - (cell.column > drop ? 1 : 0),
    }
    moved.set(cell, known)
    return known
  }
  const rows = left.rows.map((row, index) => {
    const own = Array.from({ length: width }, (_, column) => row.cells[column])
    const added = (right.rows[index - shift]?.cells ?? []).flatMap((cell, column) =>
      column === drop ? [] : [cell && move(cell)],
    )
    return { ...row, cells: [...own, ...added] }
  })
  return { ...left, rows }
}

/** Joins a sheet printed across pages: the right-hand columns are a separate table with the same numbers. */
export function joinSideTables(grids: readonly Grid[]): { grids: Grid[]; warnings: ParseWarning[] } {
  const joined: Grid[] = []
  const warnings: ParseWarning[] = []
  for (const grid of grids) {
    const last = joined.at(-1)
    const left = last && numbersOfTable(last)
    const right = left && numbersOfSide(grid)
    const shift = left && right ? left.start - right.start : -1
    if (last && left && right && shift >= 0 && sameNumbers(left, right)) {
      joined[joined.length - 1] = beside(last, grid, shift, right.column)
      warnings.push({
        ...(grid.name !== undefined && { sheet: grid.name }),
        code: 'table-joined',
        message: '这张表只有右半部分的栏目，已按序号接在前一张表后面，请核对',
      })
    } else joined.push(grid)
  }
  return { grids: joined, warnings }
}

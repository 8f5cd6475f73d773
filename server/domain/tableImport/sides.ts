import { TABLES, type TableForm } from '@shared/facts/disclosure/tableColumns'
import { type Grid, type GridRow, textAt } from '../catalogue/grid'
import { type Header, bare, headerIn, isEnough, labelsOf, widthOf } from './header'
import { isSum } from './line'

/**
 * Two tables side by side 左右两栏: an account with 收入 on the left and 支出 on the right, or a list printed in two
 * halves.
 */

type Side = 'income' | 'expense'
const SIDE_WORDS: Readonly<Record<Side, string>> = { income: '收入', expense: '支出' }

/** Returns the side that a column's labels name; a title that names both is of neither. */
function sideOf(labels: readonly string[]): Side | null {
  const words = labels
    .map(bare)
    .filter(text => !(text.includes(SIDE_WORDS.income) && text.includes(SIDE_WORDS.expense)))
  const isOf = (side: Side) => words.some(text => text.startsWith(SIDE_WORDS[side]))
  return (['income', 'expense'] as const).find(isOf) ?? null
}

/** A table in a grid, or one side of it. */
export interface FoundTable {
  grid: Grid
  header: Header
  form: TableForm
  /** Set for one of two tables side by side. */
  isSide?: true
}

const fieldsIn = ({ columns }: Header) => columns.map(({ column }) => column.field)

/** Returns the column with which the right side begins: that of its word, or of the columns before it that the left side has already. */
function splitOfAccount({ grid, header, form }: FoundTable, sides: readonly (Side | null)[]): number | null {
  const first = sides.find(side => side !== null)
  let split = sides.findIndex(side => side !== null && side !== first)
  if (split < 0) return null
  const partOf = (span: readonly [number, number]) => fieldsIn(headerIn(grid, form, { ...header, span }))
  while (split > 1 && sides[split - 1] === null) {
    const [field] = partOf([split - 1, split])
    if (field === undefined || !partOf([0, split - 1]).includes(field)) break
    split -= 1
  }
  return split
}

const NUMBERS = new Set(['序号', '编号'])

/** Returns the column with which the right half of a list begins: where a column comes again. */
function splitOfList({ grid, header, form }: FoundTable, width: number): number | null {
  const seen = new Set<string>()
  const rows = grid.rows.slice(header.topRow, header.firstRow)
  for (let at = 0; at < width; at += 1) {
    const [field] = fieldsIn(headerIn(grid, form, { ...header, span: [at, at + 1] }))
    if (field !== undefined && seen.has(field)) {
      return labelsOf(rows, at - 1).some(text => NUMBERS.has(bare(text))) ? at - 1 : at
    }
    if (field !== undefined) seen.add(field)
  }
  return null
}

/** Names the amounts of a side by the side. */
function named(header: Header, form: TableForm, side: Side | null): Header {
  const column = form.columns.find(({ field }) => field === side)
  if (!column) return header
  const columns = header.columns.map(found =>
    found.column.field === 'amountFen' ? { ...found, column } : found,
  )
  return { ...header, columns }
}

/** Adds the left side's day to a right side without one. */
function withDay(right: Header, left: Header): Header {
  const day = left.columns.find(({ column }) => column.field === 'date')
  const has = right.columns.some(({ column }) => column.field === 'date')
  return day && !has ? { ...right, columns: [day, ...right.columns] } : right
}

/** Keeps of each row what belongs to a side; the word 合计 counts for both. */
function narrowed(
  { grid, form }: FoundTable,
  header: Header,
  [from, to]: readonly [number, number],
): FoundTable {
  const own = new Set(header.columns.map(({ at }) => at))
  const rowOf = (row: GridRow): GridRow => ({
    ...row,
    cells: row.cells.map((cell, at) =>
      (at >= from && at < to) || own.has(at) || isSum(textAt(row, at)) ? cell : undefined,
    ),
  })
  return { grid: { ...grid, rows: grid.rows.map(rowOf) }, header, form, isSide: true }
}

/** Returns the two sides of a table; the table itself when it has no sides. */
export function sidesOf(found: FoundTable): FoundTable[] {
  const { grid, header, form } = found
  if (form.block === 'sheet') return [found]
  const rows = grid.rows.slice(header.topRow, header.firstRow)
  const width = widthOf(rows)
  const sides = Array.from({ length: width }, (_, at) => sideOf(labelsOf(rows, at)))
  const isAccount = form === TABLES.forms.money
  const split = isAccount ? splitOfAccount(found, sides) : splitOfList(found, width)
  if (split === null) return [found]
  const spans = [[0, split], [split, width]] as const // prettier-ignore
  const parts = spans.map(([from, to]) => {
    const side = isAccount ? (sides.slice(from, to).find(one => one !== null) ?? null) : null
    const group = side === null ? undefined : SIDE_WORDS[side]
    return named(headerIn(grid, form, { ...header, span: [from, to], ...(group && { group }) }), form, side)
  })
  const [left, right] = [parts[0]!, withDay(parts[1]!, parts[0]!)]
  if (!isEnough(left, form) || !isEnough(right, form)) return [found]
  return [narrowed(found, left, spans[0]), narrowed(found, right, spans[1])]
}

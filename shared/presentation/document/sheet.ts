import { flatMap } from '../../common/lists'
import type { PresentedBlock } from '../../contract/disclosure/presentation'
import { totalText, unitOfColumn } from './units'
import { scaled, sumOf, written } from './figures'
import { proofOf } from './proof'
import type { PartOf, SheetColumn, SheetGroup, SheetRow, Total } from './types'

type Table = Extract<PresentedBlock, { kind: 'table' }>

/** The record's mark of a cell that states nothing. */
const NONE = '—'
/** Fewest rows of which a column may be said once, above them. */
const SAID_ONCE = 3
/** Column of a register's groups 组别. */
const GROUP = 'group'
/** Columns that name a row rather than describe it are never said once. */
const DAY = /^(?:date|.*On)$/

interface Column extends SheetColumn {
  /** Position in the record's table. */
  at: number
}

const cellAt = (cells: readonly string[], at: number): string | null => {
  const cell = cells[at]
  return cell === undefined || cell === NONE || cell === '' ? null : cell
}

const valuesOf = ({ rows }: Table, at: number): (string | null)[] =>
  rows.map(({ cells }) => cellAt(cells, at))

/** The column that says what a row is about: 事项, else the first text column that is no day. */
function leadOf({ columns }: Table): number {
  const item = columns.findIndex(({ id }) => id === 'item')
  if (item >= 0) return item
  return Math.max(
    0,
    columns.findIndex(({ id, align }) => align === 'left' && !DAY.test(id)),
  )
}

function columnsOf(table: Table): Column[] {
  const lead = leadOf(table)
  return table.columns.map((column, at) => ({
    id: column.id,
    label: column.label,
    role: at === lead ? 'lead' : column.align === 'right' ? 'amount' : 'rest',
    unit: unitOfColumn(table, column, valuesOf(table, at)),
    at,
  }))
}

/** Returns what a column says of all rows alike, for the caption; null: it stays a column. */
function saidOnce(table: Table, { role, label, at }: Column): string | null {
  if (role !== 'rest' || table.rows.length < SAID_ONCE) return null
  const [first, ...others] = valuesOf(table, at)
  if (others.some(value => value !== first)) return null
  return first === null || first === undefined ? `${label}都没有写` : `${label}都是${first}`
}

/** Runs of rows of one group, if every group is one run and there are several; null: the sheet stays whole. */
function runsOf(table: Table): { label: string; rows: Table['rows'] }[] | null {
  const at = table.columns.findIndex(({ id }) => id === GROUP)
  if (at < 0) return null
  const runs: { label: string; rows: Table['rows'] }[] = []
  for (const row of table.rows) {
    const label = cellAt(row.cells, at)
    if (label === null) return null
    const last = runs[runs.length - 1]
    if (last?.label === label) last.rows.push(row)
    else runs.push({ label, rows: [row] })
  }
  const isGrouped = runs.length > 1 && new Set(runs.map(({ label }) => label)).size === runs.length
  return isGrouped && runs.some(({ rows }) => rows.length > 1) ? runs : null
}

/** Sums of a group 小计: of every figure column with a stated total, unless one of its cells is withheld. */
function subtotalsOf(table: Table, columns: readonly Column[], rows: Table['rows']): Total[] {
  const summed = columns.filter(
    ({ role, id }) => role === 'amount' && table.totals.some(total => total.id === id),
  )
  return flatMap(summed, ({ id, label, unit, at }) => {
    const cells = rows.map(({ cells: all }) => all[at])
    if (cells.some(cell => scaled(cell) === null)) return []
    const like = (cells[0] ?? '').replace(/\D+$/, '')
    return [{ id, label: `${label}小计`, text: `${written(sumOf(cells), like)}${unit}` }]
  })
}

/** Text of a cell without the unit that its column states. */
function figureAt(cells: readonly string[], { at, unit }: Column): string | null {
  const cell = cellAt(cells, at)
  const bears = cell !== null && unit !== '' && cell.endsWith(unit) && /\d$/.test(cell.slice(0, -unit.length))
  return bears ? cell.slice(0, -unit.length) : cell
}

const rowOf = ({ id, cells }: Table['rows'][number], columns: readonly Column[]): SheetRow => ({
  id,
  cells: columns.map(column => figureAt(cells, column)),
})

/** Makes a sheet 表 of a table: constant columns become its caption, a sorted column of groups its headings. */
export function sheetOf(table: Table): PartOf<'sheet'> {
  const all = columnsOf(table)
  const runs = runsOf(table)
  const open = all.filter(({ id }) => runs === null || id !== GROUP)
  const caption = flatMap(open, column => saidOnce(table, column) ?? [])
  const columns = open.filter(column => saidOnce(table, column) === null)
  const groups: SheetGroup[] = (runs ?? [{ label: null, rows: table.rows }]).map(({ label, rows }) => ({
    id: label ?? 'all',
    label,
    rows: rows.map(row => rowOf(row, columns)),
    subtotals: label === null ? [] : subtotalsOf(table, all, rows),
  }))
  return {
    kind: 'sheet',
    id: table.id,
    label: table.label,
    count: table.rows.length,
    caption,
    columns: columns.map(({ id, label, role, unit }) => ({ id, label, role, unit })),
    groups,
    totals: table.totals.map(total => ({ id: total.id, label: total.label, text: totalText(table, total) })),
    proof: proofOf(table),
  }
}

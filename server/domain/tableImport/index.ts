import type { CellFault, TableRead } from '@shared/contract/disclosure/tableImport'
import { TABLES, type TableForm, type TableKind } from '@shared/facts/disclosure/tableColumns'
import { type Grid, type GridRow, textAt } from '../catalogue/grid'
import { type Header, findHeader } from './header'
import { type FoundTable, sidesOf } from './sides'
import { type LineRead, LineReader, isBareWords, senseOf } from './line'
import { type Stated, checkStated, readBalance, readStated, readTotalRow } from './stated'
import { letterOf, rowsText } from './words'

export type { FoundTable } from './sides'
export { readStatement, statementOf } from './statement'

export interface TableContext {
  table: TableKind
  today: string
  period: string
  /** Values of columns that the sheet lacks, e.g. the scheme in a list of one scheme. */
  defaults: Readonly<Record<string, string>>
  /** Last published closing balance in fen; null: none before. */
  carriedFen: number | null
}

/** Finds the first sheet with a table of the form; null if there is none. */
export function findTable(grids: readonly Grid[], table: TableKind): FoundTable | null {
  const form = TABLES.forms[table]
  for (const grid of grids.filter(({ hidden }) => !hidden)) {
    const header = findHeader(grid, form)
    if (header) return { grid, header, form }
  }
  return null
}

interface Taken {
  row: number
  line: LineRead
}

/** Skipped rows by reason. */
type Left = Record<'hidden' | 'part' | 'remark', number[]>

interface Body {
  taken: Taken[]
  left: Left
  said: Stated
}

const isMoney = ({ block }: TableForm) => block === 'money'

/** Returns the row's number in the file that a corrected row comes from. */
const numberOf = (row: GridRow, { rowNumberAt }: Header): number =>
  rowNumberAt < 0 ? row.number : Number(textAt(row, rowNumberAt)) || row.number

/** Whether a row has nothing on this side. */
const isBlankSide = (row: GridRow, { header: { columns }, isSide }: FoundTable): boolean =>
  isSide === true &&
  columns.every(({ column, at }) => column.kind === 'date' || textAt(row, at).trim() === '')

/** Returns why a row is left out; null for a line. What it states besides is read. */
function leftOut(row: GridRow, found: FoundTable, said: Stated, below: boolean): keyof Left | 'other' | null {
  const { header, form } = found
  const sense = senseOf(row, header)
  if (sense === 'total') readTotalRow(row, header, form, said)
  if (sense === 'part' || sense === 'remark') return sense
  if (sense !== 'line' || readStated(row, form, said)) return 'other'
  if (isBlankSide(row, found)) return 'other'
  if (below && isBareWords(row, header)) return 'remark'
  return row.hidden ? 'hidden' : null
}

function readBody(found: FoundTable, context: TableContext): Body {
  const { grid, header, form } = found
  const body: Body = { taken: [], left: { hidden: [], part: [], remark: [] }, said: {} }
  const reader = new LineReader(header, isMoney(form), {
    today: context.today,
    year: context.period.slice(0, 4),
  })
  for (const row of grid.rows.slice(0, header.firstRow)) readStated(row, form, body.said)
  let below = false
  for (const [index, row] of grid.rows.entries()) {
    if (index < header.firstRow) continue
    const why = leftOut(row, found, body.said, below)
    const isTotal = senseOf(row, header) === 'total'
    below ||= isTotal
    if (why === null || isTotal) readBalance(row, header, body.said)
    if (why === null) body.taken.push({ row: numberOf(row, header), line: reader.read(row, index) })
    else if (why !== 'other') body.left[why].push(row.number)
  }
  return body
}

/** Removes hidden columns: like hidden rows, they are not meant to be published. */
const withoutHidden = (found: FoundTable): FoundTable => {
  const { grid, header } = found
  const hidden = new Set(grid.hiddenColumns)
  return { ...found, header: { ...header, columns: header.columns.filter(({ at }) => !hidden.has(at)) } }
}

/** Fills columns missing in the sheet, and reports it where it matters. */
function fillDefaults(
  taken: readonly Taken[],
  { columns }: Header,
  { scheme, ...always }: TableContext['defaults'],
): string[] {
  const lacksScheme = Boolean(scheme) && !columns.some(({ column }) => column.field === 'scheme')
  for (const { line } of taken) {
    for (const [field, value] of Object.entries(always)) line.values[field] ||= value
    if (lacksScheme && scheme) line.values.scheme = scheme
  }
  return lacksScheme ? [`表里没有“补贴项目”一列，都填成了“${scheme}”，不对的请改。`] : []
}

function notesOf({ left, taken }: Body, grid: Grid): string[] {
  const masked = taken.filter(({ line }) => line.masked).length
  return [
    ...(left.hidden.length > 0
      ? [`${rowsText(left.hidden)}是隐藏的，没有导入；要导入的，请先取消隐藏。`]
      : []),
    ...(grid.hiddenColumns.length > 0 ? ['隐藏的列没有导入。'] : []),
    ...(left.part.length > 0 ? [`${rowsText(left.part)}是小计，没有当成明细导入。`] : []),
    ...(left.remark.length > 0 ? [`${rowsText(left.remark)}像是说明文字，没有导入。`] : []),
    ...(masked > 0 ? [`${masked} 个姓名已按规定只留姓。`] : []),
    ...repeatedNotes(taken),
  ]
}

const MOST_REPEATED = 5

/** Reports identical lines, which may be one entered twice. */
function repeatedNotes(taken: readonly Taken[]): string[] {
  const seen = new Map<string, number>()
  const notes: string[] = []
  for (const { row, line } of taken) {
    if (line.masked || line.values.voucher === undefined) continue
    const key = JSON.stringify(line.values)
    const before = seen.get(key)
    if (before === undefined) seen.set(key, row)
    else notes.push(`第 ${row} 行和第 ${before} 行完全一样，请看是不是重复了。`)
  }
  return notes.slice(0, MOST_REPEATED)
}

const leftColumns = (columns: readonly { at: number; header: string }[]) =>
  columns.map(({ at, header }) => ({ letter: letterOf(at), header }))

/** Reads both sides of a table; their remarks are reported once. */
function readBodies(parts: readonly FoundTable[], context: TableContext): Body {
  const bodies = parts.map(part => readBody(part, context))
  const once = (why: keyof Left) =>
    [...new Set(bodies.flatMap(({ left }) => left[why]))].sort((a, b) => a - b)
  return {
    taken: bodies.flatMap(({ taken }) => taken),
    left: { hidden: once('hidden'), part: once('part'), remark: once('remark') },
    said: saidByAll(bodies.map(({ said }) => said)),
  }
}

/** Joins what the sides state: the sums of two halves of a list make one. */
function saidByAll([first, second]: readonly Stated[]): Stated {
  const sums = ['totalFen', 'totalPersons'].flatMap(field => {
    const [a, b] = [first?.[field], second?.[field]]
    return a !== undefined && b !== undefined ? [[field, a + b] as const] : []
  })
  return { ...first, ...second, ...Object.fromEntries(sums) }
}

const sidesNote = ({ form }: FoundTable): string =>
  isMoney(form) ? '表是左右两栏的，已分别读成收入和支出。' : '表是左右两栏的，两栏都读了，左边的在前。'

/** Reads a table 读表: every row as text for the form, every fault at once, no personal data. Pure. */
export function readTable(all: FoundTable, context: TableContext): TableRead {
  const parts = sidesOf(all).map(withoutHidden)
  const headers = parts.map(({ header }) => header)
  const { form } = all
  const mended = headers[0]!.rowNumberAt >= 0
  const body = readBodies(parts, context)
  const defaulted = fillDefaults(body.taken, headers[0]!, context.defaults)
  const lines = body.taken.map(({ line }) => line)
  const faults: CellFault[] = lines.flatMap(({ faults: own }, index) =>
    own.map(fault => ({ index, ...fault })),
  )
  const checked = mended
    ? { stated: {}, faults: [], notes: [] }
    : checkStated(form, lines, body.said, context.carriedFen)
  return {
    table: context.table,
    mended,
    rows: body.taken.map(({ row, line: { values } }) => ({ row, values })),
    faults: faults.slice(0, TABLES.mostFaults),
    moreFaults: Math.max(0, faults.length - TABLES.mostFaults),
    stated: checked.stated,
    statedFaults: checked.faults,
    personal: leftColumns(headers.flatMap(({ personal }) => personal)),
    unknown: leftColumns(headers.flatMap(({ unknown }) => unknown)),
    notes: [
      ...(parts.length > 1 ? [sidesNote(all)] : []),
      ...notesOf(body, all.grid),
      ...defaulted,
      ...checked.notes,
    ],
  }
}

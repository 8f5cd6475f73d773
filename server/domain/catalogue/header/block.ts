import { isTickCell } from '../fields/ticks'
import { type Grid, type GridCell, type GridRow, ownCells, textAt } from '../grid'
import { remembered } from '../reading'
import { fold, joinLayout } from '../text'
import { classifyStack, classifyWords } from './classify'
import { likelyKind } from './columnModel'
import { type Column, type RoleKind, GROUP_KINDS } from './roles'

/** The header rows of a table, `start` to `end` (exclusive), and its columns. */
export interface HeaderBlock {
  start: number
  end: number
  columns: Column[]
}

const MAX_HEADER_ROWS = 5
const LONGEST_HEADER_WORD = 24

const isHeaderWord = (text: string): boolean =>
  fold(text).replace(/[([【].*$/, '').length <= LONGEST_HEADER_WORD

const isFilled = (cell: GridCell): boolean => joinLayout(cell.text) !== ''

/** Checks for a catalogue title, which contains header words too. */
const isTitle = (text: string): boolean => text.length > 8 && /目[录錄]|清[单單]|一[览覽]表/.test(fold(text))

const kindOfWords = remembered((text: string): RoleKind =>
  isHeaderWord(text) && !isTitle(joinLayout(text)) ? classifyWords(text).role.kind : 'unknown',
)

const kindsOf = (cells: readonly GridCell[]): RoleKind[] => cells.map(({ text }) => kindOfWords(text))

/** Probability from which the model of columns names a header word without any values. */
const SURE = 0.9
const LONGEST_UNKNOWN = 10

/** Returns the kind of a header word, by the model of columns if no rule knows it. */
const likelyKindOf = remembered((text: string): RoleKind => {
  const kind = kindOfWords(text)
  const word = joinLayout(text)
  if (kind !== 'unknown' || word === '' || word.length > LONGEST_UNKNOWN || isTitle(word)) return kind
  const likely = likelyKind(word, [])
  return likely.probability >= SURE ? likely.kind : kind
})

const KNOWN = (kind: RoleKind): boolean => kind !== 'unknown' && kind !== 'extra'

/** Checks whether a header starts in this row: three kinds of columns, or two if the row has nothing else. */
function startsHeader(row: GridRow, rowIndex: number): boolean {
  const cells = ownCells(row, rowIndex).filter(isFilled)
  if (cells.length < 2 || /^[\d.]+$/.test(cells[0]?.text.trim() ?? '')) return false
  const rules = new Set(kindsOf(cells).filter(KNOWN))
  const kinds = rules.size >= 2 ? cells.map(({ text }) => likelyKindOf(text)) : kindsOf(cells)
  const known = kinds.filter(KNOWN)
  const distinct = new Set(known)
  if (!distinct.has('path') && !distinct.has('elements')) return false
  if (distinct.size >= 3) return known.length / cells.length >= 0.5
  return distinct.size === 2 && known.length === cells.length
}

/** Checks whether the cells count the columns: 1 2 3 … or A B C …; with or without blank columns between. */
const isColumnNumbers = (cells: readonly GridCell[]): boolean =>
  cells.length >= 4 &&
  [cells.map((_, index) => index + 1), cells.map(({ column }) => column + 1)].some(places =>
    cells.every(({ text }, index) => {
      const mark = fold(text).replace(/[()]/g, '')
      return Number(mark) === places[index] || mark === String.fromCharCode(96 + (places[index] ?? 0))
    }),
  )

/** Returns the group header left of a blank header cell in the same row: csv has no merged cells. */
function groupToTheLeft(row: GridRow, column: number): string | undefined {
  for (let at = column - 1; at >= 0; at--) {
    const cell = row.cells[at]
    if (!cell || !isFilled(cell)) continue
    const { kind } = classifyWords(cell.text).role
    return cell.rowSpan === 1 && GROUP_KINDS.includes(kind) ? cell.text : undefined
  }
  return undefined
}

function stackOf(rows: readonly GridRow[], start: number, end: number, column: number): string[] {
  const stack: string[] = []
  for (let index = start; index < end; index++) {
    const row = rows[index]
    if (!row) break
    const cell = row.cells[column]
    const own = cell && isFilled(cell) ? joinLayout(cell.text) : undefined
    const below = rows.slice(index + 1, end).some(lower => joinLayout(textAt(lower, column)) !== '')
    const text = own ?? (below ? groupToTheLeft(row, column) : undefined)
    if (text !== undefined && stack.at(-1) !== text) stack.push(text)
  }
  return stack
}

/** Checks whether the row below a header continues it, by naming parts of the groups above. */
function continuesHeader(rows: readonly GridRow[], start: number, index: number): boolean {
  const row = rows[index]
  if (!row) return false
  const cells = ownCells(row, index).filter(isFilled)
  if (cells.length === 0 || isColumnNumbers(cells)) return cells.length > 0
  const fits = cells.filter(cell => {
    const above = stackOf(rows, start, index, cell.column)
    if (above.length > 0 && fold(above.at(-1) ?? '') === fold(cell.text)) return true
    const parent =
      above.length > 0 ? above : [groupBefore(rows, start, index, cell.column)].filter(text => text !== '')
    if (parent.length === 0 || isTickCell(cell.text) || !isHeaderWord(cell.text)) return false
    const { kind } = classifyStack(parent).role
    const leaf = classifyWords(cell.text, kind).role.kind
    return GROUP_KINDS.includes(kind) && leaf !== 'unknown' && isPartOf(leaf, kind, cell.text)
  })
  return fits.length / cells.length >= 0.75
}

const groupBefore = (rows: readonly GridRow[], start: number, end: number, column: number): string => {
  for (let index = start; index < end; index++) {
    const row = rows[index]
    const group = row && groupToTheLeft(row, column)
    if (group !== undefined) return group
  }
  return ''
}

const PARTS: Readonly<Partial<Record<RoleKind, readonly RoleKind[]>>> = {
  audience: ['audience-tick'],
  mode: ['mode-tick'],
  levels: ['level-tick', 'levels'],
  channels: ['channel'],
  path: ['path', 'no', 'class', 'elements'],
}

const isPartOf = (leaf: RoleKind, group: RoleKind, text: string): boolean => {
  if (!(PARTS[group] ?? []).includes(leaf)) return false
  return leaf !== 'path' || /级|层|事项|目录|名称|项目|类/.test(fold(text))
}

function headerEnd(rows: readonly GridRow[], start: number): number {
  const first = rows[start]
  if (!first) return start
  const spans = ownCells(first, start)
    .filter(isFilled)
    .map(cell => cell.rowSpan)
  let end = start + Math.min(Math.max(1, ...spans), MAX_HEADER_ROWS)
  while (end < start + MAX_HEADER_ROWS && continuesHeader(rows, start, end)) end++
  return end
}

const columnCount = (rows: readonly GridRow[], start: number, end: number): number =>
  Math.max(0, ...rows.slice(start, end).map(row => row.cells.length))

function columnsOf(grid: Grid, start: number, end: number): Column[] {
  const width = columnCount(grid.rows, start, grid.rows.length)
  const withoutNumbers = grid.rows.map((row, index) =>
    index > start && index < end && isColumnNumbers(ownCells(row, index).filter(isFilled))
      ? { ...row, cells: [] }
      : row,
  )
  return Array.from({ length: width }, (_, index) => {
    const header = stackOf(withoutNumbers, start, end, index)
    const { role, doubt, also } = classifyStack(header)
    return { index, role, header, ...(doubt !== undefined && { doubt }), ...(also !== undefined && { also }) }
  })
}

/** Reads the header block that starts at a row; undefined if there is none. */
export function readHeader(grid: Grid, start: number): HeaderBlock | undefined {
  const row = grid.rows[start]
  if (!row || !startsHeader(row, start)) return undefined
  const end = headerEnd(grid.rows, start)
  return { start, end, columns: columnsOf(grid, start, end) }
}

/** Checks for a repeated header (a table printed over several pages). */
export const repeatsHeader = (left: HeaderBlock, right: HeaderBlock): boolean =>
  left.columns.map(({ header }) => fold(header.join('/'))).join('|') ===
  right.columns.map(({ header }) => fold(header.join('/'))).join('|')

import type { TableColumn } from '@shared/facts/disclosure/columnTypes'
import { TABLES, type TableForm } from '@shared/facts/disclosure/tableColumns'
import { type Grid, type GridRow, textAt } from '../catalogue/grid'
import { type Scale, parseYuan } from '@shared/figures/parse'
import { fieldRuleOf } from '../privacy'

export interface FoundColumn {
  column: TableColumn
  /** Position in the row, from 0. */
  at: number
  /** Header text as in the sheet. */
  header: string
  scale: Scale
}

export interface Header {
  columns: FoundColumn[]
  /** Column with the row numbers of re-imported corrected rows; -1: none. */
  rowNumberAt: number
  /** Column of the running balance 余额. */
  balance: Pick<FoundColumn, 'at' | 'scale'> | null
  /** Columns of personal data, recognised by their name. */
  personal: { at: number; header: string }[]
  unknown: { at: number; header: string }[]
  /** Index of the first row of the header, and of the first below it. */
  topRow: number
  firstRow: number
}

/** Header text without layout. */
export const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\([^()]*\)/g, '')
    .replace(/[\s*:/、]|必填|选填/g, '')

const ROW_NUMBER = bare(TABLES.rowNumberHeader)
/** Common columns that no notice shows. */
const OF_NO_ACCOUNT = new Set(['序号', '编号', '行号', bare(TABLES.faultHeader)])
/** Column of the running balance, of which the last figure counts. */
const BALANCE = new Set(['余额', '结余', '结存', '余额元', '结余金额', '结存金额'])

/** Columns by their header words, without layout. */
const WORDS = new Map(
  Object.values(TABLES.forms).map(form => [
    form,
    new Map(
      form.columns.flatMap(column =>
        [...(column.header ? [column.header] : []), ...column.also].map(
          word => [bare(word), column] as const,
        ),
      ),
    ),
  ]),
)

/** Returns the labels of a column with a header of several rows: lowest first, then all combined. */
export function labelsOf(rows: readonly GridRow[], at: number): string[] {
  const texts = [...new Set(rows.map(row => textAt(row, at).trim()))].filter(text => text !== '')
  return [...texts].reverse().concat(texts.length > 1 ? [texts.join('')] : [])
}

const rankOf = ({ column, header }: FoundColumn): number =>
  [column.header, ...column.also].findIndex(word => word !== null && bare(word) === bare(header))

/**
 * Adds a column unless its field is there already: the first one counts, but of two columns of names the person's own,
 * 姓名 before 户主.
 */
function takes(header: Header, given: FoundColumn): boolean {
  const at = header.columns.findIndex(({ column }) => column === given.column)
  const before = header.columns[at]
  if (!before) {
    header.columns.push(given)
    return true
  }
  if (given.column.kind !== 'name' || rankOf(given) >= rankOf(before)) return false
  header.columns[at] = given
  header.unknown.push({ at: before.at, header: before.header })
  return true
}

const scaleOf = (labels: readonly string[], kind: TableColumn['kind']): Scale =>
  kind === 'yuan' && labels.some(label => /万/.test(label)) ? 4 : 0

export const widthOf = (rows: readonly GridRow[]): number =>
  Math.max(...rows.map(({ cells }) => cells.length))

interface Part {
  topRow: number
  firstRow: number
  /** Columns from the first up to the second, which is left out. */
  span: readonly [number, number]
  /** A word over all columns of the part, which names none of them. */
  group?: string
}

/** Reads a header, or a part of it. */
export function headerIn(
  grid: Pick<Grid, 'rows'>,
  form: TableForm,
  { topRow, firstRow, span, group }: Part,
): Header {
  const header: Header = { columns: [], rowNumberAt: -1, balance: null, personal: [], unknown: [], topRow, firstRow } // prettier-ignore
  const words = WORDS.get(form)!
  const rows = grid.rows.slice(topRow, firstRow)
  for (let at = span[0]; at < span[1]; at += 1) {
    const labels = labelsOf(rows, at).filter((text, place) => place === 0 || bare(text) !== group)
    const label = labels.find(text => words.has(bare(text)))
    const column = label === undefined ? undefined : words.get(bare(label))
    const name = labels[0] ?? ''
    const given = column && { column, at, header: label!, scale: scaleOf(labels, column.kind) }
    if (labels.some(text => bare(text) === ROW_NUMBER)) header.rowNumberAt = at
    else if (given && takes(header, given)) continue
    else if (BALANCE.has(bare(name))) header.balance = { at, scale: scaleOf(labels, 'yuan') }
    else if (labels.some(text => fieldRuleOf(text)?.publicPage === 'never'))
      {header.personal.push({ at, header: name })} // prettier-ignore
    else if (name !== '' && !OF_NO_ACCOUNT.has(bare(name))) header.unknown.push({ at, header: name })
  }
  return header
}

const has = ({ columns }: Header, field: string) => columns.some(({ column }) => column.field === field)

export const isEnough = (header: Header, form: TableForm) =>
  form.enough.some(set => set.every(field => has(header, field)))

/** Checks for figures, which exclude a header row. */
const hasFigures = (row: GridRow) =>
  row.cells.some(cell => cell !== undefined && /\d/.test(cell.text) && parseYuan(cell.text) !== null)

/**
 * Finds the header of a sheet, one row or several: the one that names most columns. Null without a table of the form.
 */
export function findHeader(grid: Grid, form: TableForm): Header | null {
  const { rows } = grid
  let best: Header | null = null
  for (let top = 0; top < Math.min(rows.length, TABLES.headerRows); top += 1) {
    for (let depth = 1; depth <= TABLES.headerDepth; depth += 1) {
      const head = rows.slice(top, top + depth)
      if (head.length < depth || head.slice(1).some(hasFigures)) break
      const header = headerIn(grid, form, { topRow: top, firstRow: top + depth, span: [0, widthOf(head)] })
      if (isEnough(header, form) && header.columns.length > (best?.columns.length ?? 0)) best = header
    }
  }
  return best
}

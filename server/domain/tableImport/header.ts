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
  /** Columns of personal data, recognised by their name. */
  personal: { at: number; header: string }[]
  unknown: { at: number; header: string }[]
  /** Index of the first row below the header. */
  firstRow: number
}

const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\([^()]*\)/g, '')
    .replace(/[\s*:/、]|必填|选填/g, '')

const ROW_NUMBER = bare(TABLES.rowNumberHeader)
/** Common columns that no notice shows. */
const OF_NO_ACCOUNT = new Set(['序号', '编号', '行号', '余额', '结余', bare(TABLES.faultHeader)])

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
function labelsOf(rows: readonly GridRow[], at: number): string[] {
  const texts = [...new Set(rows.map(row => textAt(row, at).trim()))].filter(text => text !== '')
  return [...texts].reverse().concat(texts.length > 1 ? [texts.join('')] : [])
}

const scaleOf = (labels: readonly string[], kind: TableColumn['kind']): Scale =>
  kind === 'yuan' && labels.some(label => /万/.test(label)) ? 4 : 0

function headerIn(rows: readonly GridRow[], form: TableForm, firstRow: number): Header {
  const header: Header = { columns: [], rowNumberAt: -1, personal: [], unknown: [], firstRow }
  const words = WORDS.get(form)!
  const width = Math.max(...rows.map(({ cells }) => cells.length))
  for (let at = 0; at < width; at += 1) {
    const labels = labelsOf(rows, at)
    const label = labels.find(text => words.has(bare(text)))
    const column = label === undefined ? undefined : words.get(bare(label))
    const name = labels[0] ?? ''
    if (labels.some(text => bare(text) === ROW_NUMBER)) header.rowNumberAt = at
    else if (column && !header.columns.some(found => found.column === column)) {
      header.columns.push({ column, at, header: label!, scale: scaleOf(labels, column.kind) })
    } else if (labels.some(text => fieldRuleOf(text)?.publicPage === 'never'))
      {header.personal.push({ at, header: name })} // prettier-ignore
    else if (name !== '' && !OF_NO_ACCOUNT.has(bare(name))) header.unknown.push({ at, header: name })
  }
  return header
}

const has = ({ columns }: Header, field: string) => columns.some(({ column }) => column.field === field)

const isEnough = (header: Header, form: TableForm) =>
  form.enough.some(set => set.every(field => has(header, field)))

/** Checks for figures, which exclude a header row. */
const hasFigures = (row: GridRow) =>
  row.cells.some(cell => cell !== undefined && /\d/.test(cell.text) && parseYuan(cell.text) !== null)

/**
 * Finds the header of a sheet, one row or several: the one that names most columns. Null without a table of the form.
 */
export function findHeader({ rows }: Grid, form: TableForm): Header | null {
  let best: Header | null = null
  for (let top = 0; top < Math.min(rows.length, TABLES.headerRows); top += 1) {
    for (let depth = 1; depth <= TABLES.headerDepth; depth += 1) {
      const head = rows.slice(top, top + depth)
      if (head.length < depth || head.slice(1).some(hasFigures)) break
      const header = headerIn(head, form, top + depth)
      if (isEnough(header, form) && header.columns.length > (best?.columns.length ?? 0)) best = header
    }
  }
  return best
}

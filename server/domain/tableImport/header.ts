import type { TableColumn } from '@shared/facts/disclosure/columnTypes'
import { TABLES, type TableForm } from '@shared/facts/disclosure/tableColumns'
import { type Grid, type GridRow, textAt } from '../catalogue/grid'
import { type Scale, parseYuan } from '@shared/figures/parse'
import { fieldRuleOf } from '../privacy'

export interface FoundColumn {
  column: TableColumn
  /** Place in the row, from 0. */
  at: number
  /** As it stands in the sheet. */
  header: string
  scale: Scale
}

export interface Header {
  columns: FoundColumn[]
  /** Column with the numbers of the rows that mended ones come from; -1: none. */
  rowNumberAt: number
  /** Columns that hold personal data, by their name. */
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
/** Columns that every list has and no notice shows. */
const OF_NO_ACCOUNT = new Set(['序号', '编号', '行号', '余额', '结余', bare(TABLES.faultHeader)])

/** Words of each column, by header without layout. */
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

/** Labels of a column over a header that is several rows deep: lowest first, then all of them together. */
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

/** A row with figures in it is no header. */
const hasFigures = (row: GridRow) =>
  row.cells.some(cell => cell !== undefined && /\d/.test(cell.text) && parseYuan(cell.text) !== null)

/** The header of a sheet, one row or several; the one that names most columns. Null where no table of the form is. */
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

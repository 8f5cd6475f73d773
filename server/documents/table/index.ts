import { TABLES } from '@shared/facts/disclosure/tableColumns'
import {
  type TableContext,
  findTable,
  readStatement,
  readTable,
  statementOf,
} from '@server/domain/tableImport'
import type { Grid } from '@server/domain/catalogue/grid'
import type { TableImport, TableRead } from '@shared/contract/disclosure/tableImport'
import { DocumentError } from '../documentError'
import { readGrids } from '../readGrids'
import { writeWrongRows } from './wrongRows'

export { writeTemplate } from './template'

/** Lists the mandatory headers of a kind of table, for the error message. */
function neededWords(table: TableContext['table']): string {
  const { columns, enough } = TABLES.forms[table]
  return enough[0]!.map(field => `“${columns.find(column => column.field === field)?.header}”`).join('')
}

/** Allowed rows besides the lines: totals, remarks and similar. */
const BESIDE_ROWS = 100

/**
 * Refuses too many rows.
 * @throws DocumentError `too-large`
 */
function refuseMany(count: number): void {
  if (count <= TABLES.mostRows) return
  const what = `表里有 ${count} 行，一条公示最多 ${TABLES.mostRows} 行`
  throw new DocumentError('too-large', `${what}，请按小组或批次分成几条公示`)
}

/** Whether each row has a number of its own; those of two sides share it, and are corrected in the form. */
const isOneRowEach = ({ rows }: TableRead): boolean =>
  new Set(rows.map(({ row }) => row)).size === rows.length

const withoutEnding = (name: string) => name.replace(/\.[^.]+$/, '')

/**
 * Reads the table from the grids.
 * @throws DocumentError `no-table`, `too-large`
 */
function readIn(grids: readonly Grid[], context: TableContext): TableRead {
  const statement = statementOf(context.table)
  const missing = new DocumentError('no-table', `没有找到表头：至少要有${neededWords(context.table)}这几列，可以先下载模板照着填`) // prettier-ignore
  if (statement) {
    const read = readStatement(grids, statement)
    if (!read) throw missing
    return read
  }
  const found = findTable(grids, context.table)
  if (!found) throw missing
  refuseMany(found.grid.rows.length - found.header.firstRow - BESIDE_ROWS)
  return readTable(found, context)
}

/**
 * Reads a list or an account 读表 from xlsx or csv; stores nothing. A fault in a cell is returned with that cell, an
 * unreadable file is refused.
 * @throws DocumentError
 */
export async function readTableFile(
  file: { name: string; bytes: Buffer },
  context: TableContext,
): Promise<TableImport> {
  const read = readIn(await readGrids(file.name, file.bytes, '这里'), context)
  refuseMany(read.rows.length)
  if (read.rows.length === 0) throw new DocumentError('empty-sheet', '找到了表头，但表里没有内容')
  const wrong = isOneRowEach(read) ? await writeWrongRows(read) : null
  const name = `${withoutEnding(file.name)}-要改的行.xlsx`
  return { ...read, wrongRows: wrong && { name, base64: wrong.toString('base64') } }
}

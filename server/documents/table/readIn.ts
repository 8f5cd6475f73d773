import { TABLES } from '@shared/facts/disclosure/tableColumns'
import {
  type TableContext,
  findTable,
  readStatement,
  readTable,
  statementOf,
} from '@server/domain/tableImport'
import type { Grid } from '@server/domain/catalogue/grid'
import type { TableRead } from '@shared/contract/disclosure/tableImport'
import { DocumentError } from '../documentError'

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
export function refuseMany(count: number): void {
  if (count <= TABLES.mostRows) return
  const what = `表里有 ${count} 行，一条公示最多 ${TABLES.mostRows} 行`
  throw new DocumentError('too-large', `${what}，请按小组或批次分成几条公示`)
}

/**
 * Reads the table from the grids.
 * @throws DocumentError `no-table`, `too-large`
 */
export function readIn(grids: readonly Grid[], context: TableContext): TableRead {
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

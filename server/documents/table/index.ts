import type { TableContext } from '@server/domain/tableImport'
import type { TableImport, TableRead } from '@shared/contract/disclosure/tableImport'
import { DocumentError } from '../documentError'
import { readGrids } from '../readGrids'
import { readIn, refuseMany } from './readIn'
import { writeWrongRows } from './wrongRows'

export { readTablePhoto } from './photo'
export { writeTemplate } from './template'

/** Whether each row has a number of its own; those of two sides share it, and are corrected in the form. */
const isOneRowEach = ({ rows }: TableRead): boolean =>
  new Set(rows.map(({ row }) => row)).size === rows.length

const withoutEnding = (name: string) => name.replace(/\.[^.]+$/, '')

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

import type { TableContext } from '@shared/domain/tableImport'
import type { TableImport } from '@shared/schemas/tableImport'
import { DocumentError } from '../documents/catalogue'
import { AppError } from '../errors'
import { inThread } from '../services/thread'

/** Reads a table for the form; nothing is stored. @throws AppError 422 `table-unreadable` */
export async function prepareTable(
  file: { name: string; bytes: Buffer },
  context: TableContext,
): Promise<TableImport> {
  try {
    return await inThread('readTable', file, context)
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error
    const { code, message, details } = error
    throw new AppError(422, 'table-unreadable', [{ code, message }, ...details])
  }
}

import type { TableContext } from '@shared/domain/tableImport'
import type { TableImport } from '@shared/schemas/tableImport'
import { readUpload } from './readUpload'

/** Reads a table for the form; nothing is stored. @throws AppError 422 `table-unreadable` */
export const prepareTable = (
  file: { name: string; bytes: Buffer },
  context: TableContext,
): Promise<TableImport> => readUpload('table-unreadable', 'readTable', file, context)

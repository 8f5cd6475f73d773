import type { TableContext } from '@server/domain/tableImport'
import type { TableImport } from '@shared/contract/disclosure/tableImport'
import { readUpload } from '@server/platform/worker/readUpload'

/** Reads a table for the form; nothing is stored. @throws AppError 422 `table-unreadable` */
export const prepareTable = (
  file: { name: string; bytes: Buffer },
  context: TableContext,
): Promise<TableImport> => readUpload('table-unreadable', 'readTable', file, context)

import type { TableContext } from '@server/domain/tableImport'
import type { TableImport } from '@shared/contract/disclosure/tableImport'
import { readUpload } from '@server/platform/worker/readUpload'

/**
 * Reads an uploaded table for the form; stores nothing.
 * @throws AppError 422 `table-unreadable`
 */
export const prepareTable = (
  file: { name: string; bytes: Buffer },
  context: TableContext,
): Promise<TableImport> => readUpload('table-unreadable', 'readTable', file, context)

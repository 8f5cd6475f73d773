import { seenKindOf } from '@server/documents/fileKind'
import type { TableContext } from '@server/domain/tableImport'
import { AppError } from '@server/platform/errors'
import { type Models, NO_MODELS } from '@server/platform/worker/models'
import { readUpload } from '@server/platform/worker/readUpload'
import { seePages } from '@server/platform/worker/seePages'
import type { TableImport } from '@shared/contract/disclosure/tableImport'

interface TableFile {
  name: string
  bytes: Buffer
}

/** Reads a photograph of a table 拍照填表 by the local model. @throws AppError 422 where it is not installed */
async function preparePhoto(file: TableFile, context: TableContext, models: Models): Promise<TableImport> {
  const read = models.pictures()
  if (!read) {
    const message = '这台服务器没有装上认照片的组件，请对着纸面一行一行录入，或者上传 Excel 表格。'
    throw new AppError(422, 'table-unreadable', [{ code: 'unknown-kind', message }])
  }
  const seen = await seePages(file.bytes, read, () => Promise.resolve({ pictures: [], left: 0 }))
  return readUpload('table-unreadable', 'readTablePhoto', file, seen?.pages[0] ?? null, context)
}

/**
 * Reads an uploaded table, or a photograph of one, for the form; stores nothing.
 * @throws AppError 422 `table-unreadable`
 */
export const prepareTable = (
  file: TableFile,
  context: TableContext,
  models: Models = NO_MODELS,
): Promise<TableImport> =>
  seenKindOf(file.bytes) === 'picture'
    ? preparePhoto(file, context, models)
    : readUpload('table-unreadable', 'readTable', file, context)

import type { Grid } from '@server/domain/catalogue/grid'
import { UPLOAD_LIMIT } from '@shared/facts/disclosure/uploadLimit'
import { readCsv } from './grid/readCsv'
import { DocumentError } from './documentError'
import { decodeText } from './encoding'
import { kindOf } from './fileKind'
import { IMPORT_LIMITS } from './limits'
import { readXlsx } from './xlsx/readXlsx'

/**
 * Reads the sheets of an xlsx or csv; `what` names the expected table in the error message.
 * @throws DocumentError
 */
export async function readGrids(file: string, bytes: Buffer, what: string): Promise<Grid[]> {
  if (bytes.length > IMPORT_LIMITS.fileBytes) {
    throw new DocumentError('too-large', `文件太大，最多 ${UPLOAD_LIMIT.label}`)
  }
  const kind = kindOf(file, bytes)
  if (kind === 'xlsx') return readXlsx(bytes)
  if (kind === 'csv') return readCsv(decodeText(bytes).text)
  throw new DocumentError('unknown-kind', `${what}请用 .xlsx 或 .csv 文件`)
}

import { createHash } from 'node:crypto'
import type { ParsedCatalogue } from '@shared/schemas/catalogue'
import type { Grid } from '@shared/domain/catalogue/grid'
import { readTables } from '@shared/domain/catalogue/tables'
import { readCsv } from './csv'
import { DocumentError } from './documentError'
import { readDocx } from './docx'
import { decodeText } from './encoding'
import { readHtml } from './html'
import type { DocumentKind } from './kind'
import { kindOf } from './kind'
import { IMPORT_LIMITS } from './limits'
import { readXlsx } from './xlsx'

export { DocumentError } from './documentError'
export type { DocumentErrorCode } from './documentError'

/** A file as it came in: its name (for the kind), its bytes and, for a workbook, the sheet to read. */
export interface CatalogueFile {
  file: string
  bytes: Buffer
  sheet?: string
}

interface Content {
  grids: Grid[]
  encoding: string | null
}

const DECLARED = /charset\s*=\s*["']?([\w-]+)/i

async function readContent({ bytes, sheet }: CatalogueFile, kind: DocumentKind): Promise<Content> {
  if (kind === 'xlsx') return { grids: await readXlsx(bytes, sheet), encoding: null }
  if (kind === 'docx') return { grids: (await readDocx(bytes)).grids, encoding: null }
  const declared = bytes.subarray(0, 2048).toString('latin1').match(DECLARED)?.[1]
  const { text, encoding } = decodeText(bytes, declared)
  const grids = kind === 'html' ? readHtml(text).grids : readCsv(text)
  return { grids, encoding }
}

/** Reads a catalogue file into rows. @throws DocumentError */
export async function parseCatalogueFile(input: CatalogueFile): Promise<ParsedCatalogue> {
  const { file, bytes } = input
  if (bytes.length > IMPORT_LIMITS.fileBytes) throw new DocumentError('too-large', '文件太大，最多 20 MB')
  const kind = kindOf(file, bytes)
  const { grids, encoding } = await readContent(input, kind)
  const { title, areas, rows, warnings, tables } = readTables(grids)
  if (tables === 0) {
    throw new DocumentError('no-table', '没有找到公开目录的表头（如“公开事项”“公开内容”“公开时限”）')
  }
  if (rows.length === 0) throw new DocumentError('empty-sheet', '找到了表头，但表里没有事项')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { source: { file, kind, encoding, sha256 }, title, areas, rows, warnings }
}

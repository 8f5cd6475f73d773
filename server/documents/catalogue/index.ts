import type { ParsedCatalogue } from '@shared/schemas/catalogue'
import { DocumentError } from './documentError'

export { DocumentError } from './documentError'
export type { DocumentErrorCode } from './documentError'

/** A file as it came in: its name (for the kind), its bytes and, for a workbook, the sheet to read. */
export interface CatalogueFile {
  file: string
  bytes: Buffer
  sheet?: string
}

/** Reads a catalogue file into rows. @throws DocumentError */
export async function parseCatalogueFile(input: CatalogueFile): Promise<ParsedCatalogue> {
  throw new DocumentError('unknown-kind', `不认识这种文件：${input.file}`)
}

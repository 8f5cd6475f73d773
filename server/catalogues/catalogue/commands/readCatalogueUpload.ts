import type { CatalogueInput } from '@server/documents/catalogue/areas'
import type { PreparedCatalogue } from '@server/documents/catalogue/readParts'
import { AppError } from '@server/platform/errors'
import { readUpload } from '@server/platform/worker/readUpload'

/**
 * Reads a catalogue file for import and collects all faults.
 * @throws AppError 422 `catalogue-unreadable` or `catalogue-refused` with rows and sentences
 */
export async function prepareCatalogue(input: CatalogueInput): Promise<PreparedCatalogue> {
  const read = await readUpload('catalogue-unreadable', 'readParts', input)
  if ('issues' in read) throw new AppError(422, 'catalogue-refused', read.issues)
  return read.prepared
}

import type { PasteDraft } from '@shared/schemas/catalogueDraft'
import type { CatalogueInput } from '../documents/catalogueImport/areas'
import type { PreparedDraft } from '../documents/catalogueImport/draft'
import { readUpload } from './readUpload'

/**
 * Reads a catalogue file for a draft. What is not certain is marked, nothing is left out.
 * @throws AppError 422 `catalogue-unreadable` where it is no catalogue at all
 */
export const prepareDraft = (input: CatalogueInput): Promise<PreparedDraft> =>
  readUpload('catalogue-unreadable', 'readDraft', input)

/** The same for text that was pasted: read like a text file. */
export async function preparePasted({ text, name, area }: PasteDraft): Promise<PreparedDraft> {
  const bytes = Buffer.from(text)
  const prepared = await prepareDraft({ file: `${name}.txt`, bytes, ...(area !== null && { area }) })
  return {
    ...prepared,
    source: { file: name, kind: 'txt', pasted: true },
    pasted: text,
  }
}

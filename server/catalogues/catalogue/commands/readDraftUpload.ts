import type { PasteDraft } from '@shared/contract/catalogues/catalogueDraft'
import type { CatalogueInput } from '@server/documents/catalogue/areas'
import type { PreparedDraft } from '@server/documents/catalogue/readDraft'
import { readUpload } from '@server/platform/worker/readUpload'

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

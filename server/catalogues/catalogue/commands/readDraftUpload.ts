import type { PasteDraft } from '@shared/contract/catalogues/catalogueDraft'
import type { CatalogueInput } from '@server/documents/catalogue/areas'
import type { PreparedDraft } from '@server/documents/catalogue/readDraft'
import { readUpload } from '@server/platform/worker/readUpload'

/**
 * Reads a catalogue file for a draft; marks what is uncertain and omits nothing.
 * @throws AppError 422 `catalogue-unreadable` when it is not a catalogue
 */
export const prepareDraft = (input: CatalogueInput): Promise<PreparedDraft> =>
  readUpload('catalogue-unreadable', 'readDraft', input)

/** Reads pasted text like a text file for a draft. */
export async function preparePasted(
  { text, name, area }: PasteDraft,
  more: Pick<CatalogueInput, 'usualArea'>,
): Promise<PreparedDraft> {
  const bytes = Buffer.from(text)
  const prepared = await prepareDraft({ file: `${name}.txt`, bytes, ...more, ...(area !== null && { area }) })
  return {
    ...prepared,
    source: { file: name, kind: 'txt', pasted: true },
    pasted: text,
  }
}

import type { PasteDraft } from '@shared/contract/catalogues/catalogueDraft'
import type { CatalogueInput } from '@server/documents/catalogue/areas'
import type { PreparedDraft } from '@server/documents/catalogue/readDraft'
import { type Models, NO_MODELS } from '@server/platform/worker/models'
import { seePages } from '@server/platform/worker/seePages'
import { readUpload } from '@server/platform/worker/readUpload'

/**
 * Reads a catalogue file for a draft, a picture or scanned document by the model where there is one; marks what is uncertain and omits nothing.
 * @throws AppError 422 `catalogue-unreadable` when it is not a catalogue
 */
export async function prepareDraft(
  input: CatalogueInput,
  models: Models = NO_MODELS,
): Promise<PreparedDraft> {
  const read = models.pictures()
  const unpack = (bytes: Buffer, most: number) =>
    readUpload('catalogue-unreadable', 'pagePictures', bytes, most)
  const seen = read && (await seePages(input.bytes, read, unpack))
  return readUpload('catalogue-unreadable', 'readDraft', { ...input, ...seen })
}

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

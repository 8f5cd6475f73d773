import { seenKindOf } from '@server/documents/fileKind'
import type { PagePictures } from '@server/documents/pdf/readPdf'
import type { PictureReader, ReadPicture } from '@server/documents/privacy/context'
import { answerUntil } from './models'

/** Pages of one file that are read by eye. */
const MOST_PAGES = 24
/** Milliseconds for all of them, waiting included; what is not read by then is reported as not read. */
const PAGES_MS = 90_000

export interface SeenPages {
  pages: (ReadPicture | null)[]
  /** Pages beyond the last one that was read. */
  pagesLeft: number
}

/**
 * Reads the pages of a picture or a scanned document; null for a file of another kind, and for a document without
 * pictures. `unpack` takes the pictures out of a document.
 * @throws DocumentError for a document that is broken
 */
export async function seePages(
  bytes: Buffer,
  read: PictureReader,
  unpack: (bytes: Buffer, most: number) => Promise<PagePictures>,
): Promise<SeenPages | null> {
  const kind = seenKindOf(bytes)
  if (!kind) return null
  const { pictures, left } =
    kind === 'picture' ? { pictures: [{ bytes }], left: 0 } : await unpack(bytes, MOST_PAGES)
  if (pictures.length === 0) return null
  const moment = Date.now() + PAGES_MS
  const pages: (ReadPicture | null)[] = []
  for (const { bytes: picture } of pictures) {
    pages.push(Date.now() < moment ? await answerUntil(moment, read(Buffer.from(picture))) : null)
  }
  return { pages, pagesLeft: left }
}

import { createHash } from 'node:crypto'
import { filesOfContent } from '@shared/content/contentFiles'
import type { Download } from '@server/platform/download'
import type { FileRow } from '../models/files'
import { foldContent } from '@shared/presentation/fold'
import { isOver, type PublicationRow } from '@server/disclosure/publications'

/**
 * Returns the name under which a publication serves a file now; null when it does not. After the publicity period the
 * present rule counts for all editions: the record of one of before names the file, and stays as it was.
 */
export const publicNameOf = (
  publication: Pick<PublicationRow, 'content' | 'presentation' | 'publicity' | 'publicityMoved'>,
  sha256: string,
  now: Date,
): string | null =>
  filesOfContent(isOver(publication, now) ? foldContent(publication.content) : publication.content).find(
    ({ file }) => file.sha256 === sha256,
  )?.file.name ?? null

/** Returns a stored file as a download. */
export const presentDownload = (
  { mime, bytes, sha256 }: FileRow,
  name: string,
  content: AsyncIterable<Buffer>,
): Download => ({ name, mime, bytes, sha256, content })

/** Returns a display-size picture as a download. */
export const presentPicture = (name: string, picture: Buffer): Download => ({
  name: name.replace(/\.\w+$/, '.jpg'),
  mime: 'image/jpeg',
  bytes: picture.length,
  sha256: createHash('sha256').update(picture).digest('hex'),
  content: [picture],
})

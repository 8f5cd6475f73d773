import type { FileRow, PublicationRow } from '../models'
import type { Download } from '../routes/define'

/** Name under which a publication shows a file; null when it does not show it. */
export const publicNameOf = ({ content }: Pick<PublicationRow, 'content'>, sha256: string): string | null =>
  content.blocks
    .flatMap(block => (block.type === 'attachments' ? block.files : []))
    .find(file => file.sha256 === sha256)?.name ?? null

/** A stored file as it is sent. */
export const presentDownload = (
  { mime, bytes, sha256 }: FileRow,
  name: string,
  content: AsyncIterable<Buffer>,
): Download => ({ name, mime, bytes, sha256, content })

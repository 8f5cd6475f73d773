import { ATTACHMENTS, type AttachmentKind, isPicture } from '@shared/facts/disclosure/attachments'
import type { FileFinding } from '@shared/contract/disclosure/files'
import { DocumentError } from '../documentError'
import { scanFile } from '../privacy'
import { cleaned } from './clean'
import { attachmentFault } from './fault'
import { presentFileFinding } from './findings'
import { claimOf, kindOfContent, refuseHeic } from './kind'
import { type ShownPicture, shownPictures } from './pictures'

export { faultOf } from './fault'
export type { ShownPicture } from './pictures'

/** A file as it is stored, and its findings. */
export interface ReadAttachment {
  name: string
  kind: AttachmentKind
  mime: string
  bytes: Buffer
  /** Findings in the stored file; those removed by cleaning are not included. */
  findings: FileFinding[]
  /** Display sizes of a picture. */
  pictures: ShownPicture[]
}

export interface AttachmentFile {
  name: string
  bytes: Buffer
  /** `YYYY-MM-DD`, for ages. */
  today: string
}

/**
 * Reads a file to be attached to a notice 附件: detects its kind by content, removes hidden personal metadata, scans
 * it.
 * @throws DocumentError, mapped to its reason by `faultOf`; the message contains nothing of the file
 */
export async function readAttachment({ name, bytes, today }: AttachmentFile): Promise<ReadAttachment> {
  refuseHeic(name, bytes)
  const { kind: claimed } = claimOf(name)
  if (bytes.length === 0) throw new DocumentError('empty-file', '文件是空的（0 字节）')
  if ((await kindOfContent(bytes, claimed)) !== claimed) throw attachmentFault('file-kind-mismatch')
  // Scanned before it is unpacked whole: the scan stops zip bombs.
  if (claimed === 'xlsx' || claimed === 'docx') await scanFile({ name, bytes, today })
  const kept = await cleaned(claimed, bytes)
  const findings = (await scanFile({ name, bytes: kept, today })).map(presentFileFinding)
  const pictures = isPicture(name) ? await shownPictures(kept) : []
  return { name, kind: claimed, mime: ATTACHMENTS.kinds[claimed].mime, bytes: kept, findings, pictures }
}

import { ATTACHMENTS, type AttachmentKind, isPicture } from '@shared/facts/disclosure/attachments'
import type { PictureArea } from '@shared/contract/common'
import type { FileFinding } from '@shared/contract/disclosure/files'
import { DocumentError } from '../documentError'
import { scanFile } from '../privacy'
import { cleaned } from './clean'
import { attachmentFault } from './fault'
import { sizeOf } from '../privacy/pictures/pictureText'
import { presentFileFinding } from './findings'
import { claimOf, kindOfContent, refuseHeic } from './kind'
import { type Answers, type Asks, type OpenQuestions, scanAsking } from './questions'
import { type ShownPicture, shownPictures } from './pictures'

export { faultOf } from './fault'
export type { Answers, Asks, OpenQuestions } from './questions'
export type { ShownPicture } from './pictures'

/** A file as it is stored, and its findings. */
export interface ReadAttachment {
  name: string
  kind: AttachmentKind
  mime: string
  bytes: Buffer
  /** Findings in the stored file; those removed by cleaning are not included. */
  findings: FileFinding[]
  /** What models have to answer before all findings are there. */
  open: OpenQuestions
  /** Display sizes of a picture. */
  pictures: ShownPicture[]
}

export interface AttachmentFile {
  name: string
  bytes: Buffer
  /** `YYYY-MM-DD`, for ages. */
  today: string
  /** Of a picture: areas to be painted over. */
  cover?: readonly PictureArea[]
}

const NO_MODELS: Asks = { names: false, pictures: false }

/** Findings of a stored file, and what models have to answer before they are all there. */
export interface Scanned {
  findings: FileFinding[]
  open: OpenQuestions
}

/** Scans a cleaned file again with what models answered. */
export async function scanAttachment(
  { name, bytes, today }: Omit<AttachmentFile, 'cover'>,
  asks: Asks,
  answers?: Answers,
): Promise<Scanned> {
  const { found, open, page } = await scanAsking({ name, bytes, today }, asks, answers)
  const size = page && isPicture(name) ? sizeOf(page) : null
  return { findings: found.map(finding => presentFileFinding(finding, size)), open }
}

/**
 * Reads a file to be attached to a notice 附件: detects its kind by content, removes hidden personal metadata, scans
 * it.
 * @throws DocumentError, mapped to its reason by `faultOf`; the message contains nothing of the file
 */
export async function readAttachment(
  { name, bytes, today, cover }: AttachmentFile,
  asks: Asks = NO_MODELS,
): Promise<ReadAttachment> {
  refuseHeic(name, bytes)
  const { kind: claimed } = claimOf(name)
  if (bytes.length === 0) throw new DocumentError('empty-file', '文件是空的（0 字节）')
  if ((await kindOfContent(bytes, claimed)) !== claimed) throw attachmentFault('file-kind-mismatch')
  // Scanned before it is unpacked whole: the scan stops zip bombs.
  if (claimed === 'xlsx' || claimed === 'docx') await scanFile({ name, bytes, today })
  const kept = await cleaned(claimed, bytes, cover)
  const scanned = await scanAttachment({ name, bytes: kept, today }, asks)
  const pictures = isPicture(name) ? await shownPictures(kept) : []
  return { name, kind: claimed, mime: ATTACHMENTS.kinds[claimed].mime, bytes: kept, ...scanned, pictures }
}

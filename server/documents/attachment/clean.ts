import { ATTACHMENTS, type AttachmentKind } from '@shared/facts/disclosure/attachments'
import { decodeText } from '../encoding'
import { attachmentFault } from './fault'
import { withoutProperties } from '../xlsx/withoutProperties'

type Encode = 'jpeg' | 'png' | 'webp'
const PICTURES: Partial<Record<AttachmentKind, Encode>> = { jpg: 'jpeg', png: 'png', webp: 'webp' }
const QUALITY = { jpeg: { quality: 85 }, png: {}, webp: { quality: 85 } } as const

/**
 * Loads sharp with the decoders of the three kinds only, so that no other format of libvips is accepted as a picture.
 */
export async function loadSharp() {
  const { default: sharp } = await import('sharp')
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'] })
  return sharp
}

const BROKEN = '图片读不出来，可能没有传完或者已经损坏。请重新保存或重拍一张，再上传。'
const TEN_THOUSAND = 10_000

/**
 * Refuses pictures above the pixel limit before they are decoded.
 * @throws DocumentError
 */
async function refuseHuge(bytes: Buffer): Promise<void> {
  const sharp = await loadSharp()
  const { width, height } = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => ({ width: 0, height: 0 }))
  if (width * height <= ATTACHMENTS.picturePixels) return
  const [has, most] = [width * height, ATTACHMENTS.picturePixels].map(count =>
    Math.round(count / TEN_THOUSAND),
  )
  throw attachmentFault(
    'file-unreadable',
    `图片太大：有 ${has} 万像素，最多 ${most} 万像素。请把图片缩小，或用手机重拍一张，再上传。`,
  )
}

/** Re-encodes the picture, upright, without EXIF, comments, colour profiles and appended data. */
async function redrawn(bytes: Buffer, encode: Encode): Promise<Buffer> {
  const sharp = await loadSharp()
  const { pictureSide: side, picturePixels: limitInputPixels } = ATTACHMENTS
  await refuseHuge(bytes)
  try {
    return await sharp(bytes, { limitInputPixels, failOn: 'error' })
      .rotate()
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .toFormat(encode, QUALITY[encode])
      .toBuffer()
  } catch {
    throw attachmentFault('file-unreadable', BROKEN)
  }
}

/**
 * Returns the file as it is stored: pictures re-encoded, office files without properties, text in UTF-8; a PDF
 * unchanged.
 */
export async function cleaned(kind: AttachmentKind, bytes: Buffer): Promise<Buffer> {
  const encode = PICTURES[kind]
  if (encode) return redrawn(bytes, encode)
  if (kind === 'xlsx' || kind === 'docx') return withoutProperties(bytes)
  if (kind === 'pdf') return bytes
  const text = decodeText(bytes).text.replace(/^\uFEFF/, '')
  // Without the byte order mark, spreadsheet programs read UTF-8 as GBK.
  return Buffer.from(kind === 'csv' ? `\uFEFF${text}` : text, 'utf8')
}

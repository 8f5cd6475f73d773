import { ATTACHMENTS, type AttachmentKind } from '@shared/facts/disclosure/attachments'
import type { PictureArea } from '@shared/contract/common'
import type { Sharp } from 'sharp'
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
const NOT_COVERED = '只有照片能在这里遮盖。请在电脑上把文件里的号码遮好，再上传。'
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

const WHOLE = 10_000
const BLACK = '#000'

type Covering = readonly PictureArea[]

/** Paints areas of an upright picture over. Nothing of them is left in what is encoded afterwards. */
async function painted(upright: Sharp, areas: Covering): Promise<Sharp> {
  const sharp = await loadSharp()
  const { data, info } = await upright.raw().toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  const patches = areas.flatMap(area => {
    const left = Math.min(width - 1, Math.floor((area.left * width) / WHOLE))
    const top = Math.min(height - 1, Math.floor((area.top * height) / WHOLE))
    const right = Math.min(width, Math.ceil(((area.left + area.width) * width) / WHOLE))
    const bottom = Math.min(height, Math.ceil(((area.top + area.height) * height) / WHOLE))
    if (right <= left || bottom <= top) return []
    const create = { width: right - left, height: bottom - top, channels: 3, background: BLACK } as const
    return [{ input: { create }, left, top }]
  })
  return sharp(data, { raw: { width, height, channels } }).composite(patches)
}

/** Re-encodes the picture, upright, without EXIF, comments, colour profiles and appended data, and with areas painted over. */
async function redrawn(bytes: Buffer, encode: Encode, cover: Covering): Promise<Buffer> {
  const sharp = await loadSharp()
  const { pictureSide: side, picturePixels: limitInputPixels } = ATTACHMENTS
  await refuseHuge(bytes)
  try {
    const upright = sharp(bytes, { limitInputPixels, failOn: 'error' })
      .rotate()
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    const shown = cover.length > 0 ? await painted(upright, cover) : upright
    return await shown.toFormat(encode, QUALITY[encode]).toBuffer()
  } catch {
    throw attachmentFault('file-unreadable', BROKEN)
  }
}

/**
 * Returns the file as it is stored: pictures re-encoded, office files without properties, text in UTF-8; a PDF
 * unchanged.
 */
export async function cleaned(kind: AttachmentKind, bytes: Buffer, cover: Covering = []): Promise<Buffer> {
  const encode = PICTURES[kind]
  if (encode) return redrawn(bytes, encode, cover)
  if (cover.length > 0) throw attachmentFault('file-unreadable', NOT_COVERED)
  if (kind === 'xlsx' || kind === 'docx') return withoutProperties(bytes)
  if (kind === 'pdf') return bytes
  const text = decodeText(bytes).text.replace(/^\uFEFF/, '')
  // Without the byte order mark, spreadsheet programs read UTF-8 as GBK.
  return Buffer.from(kind === 'csv' ? `\uFEFF${text}` : text, 'utf8')
}

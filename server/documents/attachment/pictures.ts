import { ATTACHMENTS, PICTURE_SIZES, type PictureSize } from '@shared/facts/disclosure/attachments'
import type { OutputInfo } from 'sharp'
import { loadSharp } from './clean'

/** A picture in a display size, as JPEG: every phone reads it. */
export interface ShownPicture {
  size: PictureSize
  bytes: Buffer
}

const QUALITIES = [80, 65, 50, 35]
const SHRINK = 0.75

interface Drawn {
  data: Buffer
  info: OutputInfo
}

/** Returns the best version within the size's byte limit: reduces quality first, then pixels. */
async function fitted(
  { data, info: { width, height, channels } }: Drawn,
  size: PictureSize,
): Promise<Buffer> {
  const sharp = await loadSharp()
  const { side: widest, mostBytes } = ATTACHMENTS.pictureSizes[size]
  for (let side: number = widest; ; side = Math.floor(side * SHRINK)) {
    for (const quality of QUALITIES) {
      const bytes = await sharp(data, { raw: { width, height, channels } })
        .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
        .jpeg({ quality, progressive: true })
        .toBuffer()
      if (bytes.length <= mostBytes) return bytes
    }
  }
}

/** Makes the display sizes 缩略图 of a stored picture; a small one needs none. */
export async function shownPictures(kept: Buffer): Promise<ShownPicture[]> {
  const sharp = await loadSharp()
  const { width, height } = await sharp(kept).metadata()
  const larger = PICTURE_SIZES.filter(size => {
    const { side, mostBytes } = ATTACHMENTS.pictureSizes[size]
    return kept.length > mostBytes || Math.max(width, height) > side
  })
  if (larger.length === 0) return []
  const { side } = ATTACHMENTS.pictureSizes.reading
  // White replaces transparency, as on the photographed page.
  const drawn = await sharp(kept)
    .flatten({ background: '#ffffff' })
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return Promise.all(larger.map(async size => ({ size, bytes: await fitted(drawn, size) })))
}

import type { FileContext } from '../context'
import { maskValue, scanText, type PlacedFinding } from '@server/domain/privacy'
import { type ContentKind, contentKindOf } from '../../contentKind'
import { readExif } from './exif'
import { fileNote, placed } from '../place'

/** Everyday names of picture formats. */
const PICTURES: Partial<Record<ContentKind, string>> = {
  jpg: 'JPEG',
  png: 'PNG',
  gif: 'GIF',
  bmp: 'BMP',
  webp: 'WebP',
  tiff: 'TIFF',
  heif: 'HEIC',
}

/** Returns the picture format by the first bytes; null for other files. */
export const imageKindOf = (bytes: Buffer): string | null => PICTURES[contentKindOf(bytes) ?? 'zip'] ?? null

/** Returns comments and XMP packets stored in the file as text. */
function textSegments(bytes: Buffer): { part: string; text: string }[] {
  const segments: { part: string; text: string }[] = []
  const latin = bytes.toString('latin1')
  const xmp = latin.indexOf('<x:xmpmeta')
  const end = latin.indexOf('</x:xmpmeta>', xmp)
  if (xmp >= 0 && end > xmp) {
    segments.push({ part: 'XMP', text: bytes.toString('utf8', xmp, end).replace(/<[^>]{0,400}>/g, ' ') })
  }
  if (imageKindOf(bytes) === 'PNG') segments.push(...pngTexts(bytes))
  if (imageKindOf(bytes) === 'JPEG') segments.push(...jpegComments(bytes))
  return segments
}

function pngTexts(bytes: Buffer): { part: string; text: string }[] {
  const texts: { part: string; text: string }[] = []
  for (let at = 8; at + 12 <= bytes.length;) {
    const size = bytes.readUInt32BE(at)
    const type = bytes.toString('latin1', at + 4, at + 8)
    if (type === 'tEXt' || type === 'iTXt') {
      texts.push({ part: `PNG ${type}`, text: bytes.toString('utf8', at + 8, at + 8 + size) })
    }
    if (type === 'IEND') break
    at += size + 12
  }
  return texts
}

const COMMENT = 0xfe
const PHOTOSHOP = 0xed
const START_OF_SCAN = 0xda

function jpegComments(bytes: Buffer): { part: string; text: string }[] {
  const texts: { part: string; text: string }[] = []
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff;) {
    const marker = bytes[at + 1] ?? 0
    const size = bytes.readUInt16BE(at + 2)
    if (marker === START_OF_SCAN || size < 2) break
    if (marker === COMMENT || marker === PHOTOSHOP) {
      texts.push({
        part: marker === COMMENT ? 'JPEG 注释' : 'IPTC',
        text: bytes.toString('utf8', at + 4, at + 2 + size),
      })
    }
    at += size + 2
  }
  return texts
}

function scanExifText(tag: string, text: string, context: FileContext): PlacedFinding[] {
  const label = tag === 'Artist' || tag === 'OwnerName' ? '姓名' : undefined
  const part = `EXIF ${tag}`
  const inside = scanText(text, { ...context, label }).map(finding => placed(finding, { part }))
  return tag === 'OwnerName' || tag === 'SerialNumber' ? [...inside, fileNote(text, { part })] : inside
}

/** Scans a picture: it may show a face or a signature; EXIF may contain the location, the device and its owner. */
export function scanImage(bytes: Buffer, context: FileContext = {}): PlacedFinding[] {
  const findings: PlacedFinding[] = [
    fileNote(`${imageKindOf(bytes) ?? ''} 图片，可能有人像、签名或证件`.trim(), { part: '图片' }),
  ]
  const exif = readExif(bytes)
  if (exif?.gps) {
    const text = `${exif.gps.latitude.toFixed(6)},${exif.gps.longitude.toFixed(6)}`
    findings.push({
      kind: 'gps',
      text,
      place: { part: 'EXIF GPS' },
      severity: 'review',
      mask: maskValue('gps', text),
    })
  }
  for (const { tag, text } of exif?.texts ?? []) findings.push(...scanExifText(tag, text, context))
  for (const { part, text } of textSegments(bytes)) {
    findings.push(...scanText(text, context).map(finding => placed(finding, { part })))
  }
  return findings
}

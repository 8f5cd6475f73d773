import { type ExpandedTags, load } from 'exifreader'
import { contentKindOf } from '../../contentKind'

/** Location and personal texts in EXIF data (JEITA CP-3451). */
export interface ExifFacts {
  gps: { latitude: number; longitude: number } | null
  texts: { tag: string; text: string }[]
}

/** Tags with texts about people, by their names in the library. */
const TEXT_TAGS: Readonly<Record<string, string>> = {
  ImageDescription: 'ImageDescription',
  Artist: 'Artist',
  Copyright: 'Copyright',
  UserComment: 'UserComment',
  XPTitle: 'XPTitle',
  XPComment: 'XPComment',
  XPAuthor: 'XPAuthor',
  XPKeywords: 'XPKeywords',
  XPSubject: 'XPSubject',
  CameraOwnerName: 'OwnerName',
  BodySerialNumber: 'SerialNumber',
}
const MOST_TEXT = 20_000

/** The library's placeholder for a value outside the block. */
const FAULTY = '<faulty value>'
/** Length of the encoding name before the text of a UserComment; cameras and phones write UTF-8 regardless. */
const ENCODING_BYTES = 8

interface Entry {
  value: unknown
  description: unknown
}

function textOf(tag: string, { value, description }: Entry): string {
  const raw = tag === 'UserComment' && Array.isArray(value) ? Buffer.from(value as number[]) : null
  const text = raw?.toString('utf8', ENCODING_BYTES) ?? String(description)
  return text === FAULTY ? '' : text.slice(0, MOST_TEXT).replaceAll('\0', '').trim()
}

/** Reads a TIFF block; returns no facts for a broken one. */
function readTiff(block: Buffer): ExifFacts {
  const tags = loaded(block)
  const { Latitude: latitude = NaN, Longitude: longitude = NaN } = tags.gps ?? {}
  return {
    gps: Number.isFinite(latitude + longitude) ? { latitude, longitude } : null,
    texts: Object.entries((tags.exif ?? {}) as Record<string, Entry>).flatMap(([name, value]) => {
      const tag = TEXT_TAGS[name]
      const text = tag === undefined ? '' : textOf(tag, value)
      return tag !== undefined && text !== '' ? [{ tag, text }] : []
    }),
  }
}

function loaded(block: Buffer): ExpandedTags {
  try {
    return load(block, { expanded: true })
  } catch {
    return {}
  }
}

const isTiff = (bytes: Buffer): boolean => contentKindOf(bytes) === 'tiff'

/** Reads the EXIF block of a JPEG, PNG, WebP, HEIC or TIFF file, or of an embedded picture; null without one. */
export function readExif(bytes: Buffer): ExifFacts | null {
  if (isTiff(bytes)) return readTiff(bytes)
  for (const mark of ['Exif\0\0', 'eXIf', 'EXIF']) {
    for (let at = bytes.indexOf(mark, 0, 'latin1'); at >= 0; at = bytes.indexOf(mark, at + 1, 'latin1')) {
      const start = at + (mark === 'EXIF' ? 8 : mark.length)
      if (isTiff(bytes.subarray(start))) return readTiff(bytes.subarray(start))
    }
  }
  return null
}

/** What EXIF (JEITA CP-3451) says of a picture's place and people. */
export interface ExifFacts {
  gps: { latitude: number; longitude: number } | null
  texts: { tag: string; text: string }[]
}

const TEXT_TAGS: Readonly<Record<number, string>> = {
  0x010e: 'ImageDescription',
  0x013b: 'Artist',
  0x8298: 'Copyright',
  0x9286: 'UserComment',
  0x9c9b: 'XPTitle',
  0x9c9c: 'XPComment',
  0x9c9d: 'XPAuthor',
  0x9c9e: 'XPKeywords',
  0x9c9f: 'XPSubject',
  0xa430: 'OwnerName',
  0xa431: 'SerialNumber',
}
const EXIF_POINTER = 0x8769
const GPS_POINTER = 0x8825
const SIZES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8]
const MOST_ENTRIES = 500
const MOST_TEXT = 20_000

interface Entry {
  tag: number
  type: number
  count: number
  /** Offset of the value in the TIFF block. */
  at: number
}

/** A TIFF block with its byte order; reads past the end give 0. */
class Tiff {
  private readonly little: boolean

  constructor(private readonly bytes: Buffer) {
    this.little = bytes.toString('latin1', 0, 2) === 'II'
  }

  u16(at: number): number {
    if (at < 0 || at + 2 > this.bytes.length) return 0
    return this.little ? this.bytes.readUInt16LE(at) : this.bytes.readUInt16BE(at)
  }

  u32(at: number): number {
    if (at < 0 || at + 4 > this.bytes.length) return 0
    return this.little ? this.bytes.readUInt32LE(at) : this.bytes.readUInt32BE(at)
  }

  entries(directory: number): Entry[] {
    const count = Math.min(this.u16(directory), MOST_ENTRIES)
    return Array.from({ length: count }, (_, index) => {
      const at = directory + 2 + index * 12
      const type = this.u16(at + 2)
      const values = this.u32(at + 4)
      const inline = (SIZES[type] ?? 1) * values <= 4
      return { tag: this.u16(at), type, count: values, at: inline ? at + 8 : this.u32(at + 8) }
    })
  }

  words({ tag, count, at }: Entry): string {
    const bytes = this.bytes.subarray(at, at + Math.min(count, MOST_TEXT))
    const wide = tag >= 0x9c9b && tag <= 0x9c9f
    const text = wide ? bytes.toString('utf16le') : bytes.toString('utf8', tag === 0x9286 ? 8 : 0)
    return text.split('\0').join('').trim()
  }

  /** Degrees, minutes and seconds as three fractions. */
  degrees({ at }: Entry): number {
    const part = (index: number) => this.u32(at + index * 8) / (this.u32(at + index * 8 + 4) || 1)
    return part(0) + part(1) / 60 + part(2) / 3600
  }
}

function gpsOf(tiff: Tiff, directory: number): ExifFacts['gps'] {
  const entries = new Map(tiff.entries(directory).map(entry => [entry.tag, entry]))
  const [latitude, longitude] = [entries.get(2), entries.get(4)]
  if (!latitude || !longitude) return null
  const sign = (tag: number, negative: string): number => {
    const entry = entries.get(tag)
    return entry && tiff.words(entry).startsWith(negative) ? -1 : 1
  }
  return {
    latitude: tiff.degrees(latitude) * sign(1, 'S'),
    longitude: tiff.degrees(longitude) * sign(3, 'W'),
  }
}

function readTiff(bytes: Buffer): ExifFacts {
  const tiff = new Tiff(bytes)
  const main = tiff.entries(tiff.u32(4))
  const pointer = (tag: number) => main.find(entry => entry.tag === tag)
  const exif = pointer(EXIF_POINTER)
  const gps = pointer(GPS_POINTER)
  const all = [...main, ...(exif ? tiff.entries(tiff.u32(exif.at)) : [])]
  return {
    gps: gps ? gpsOf(tiff, tiff.u32(gps.at)) : null,
    texts: all.flatMap(entry => {
      const tag = TEXT_TAGS[entry.tag]
      const text = tag ? tiff.words(entry) : ''
      return tag && text !== '' ? [{ tag, text }] : []
    }),
  }
}

const isTiff = (bytes: Buffer): boolean => /^(?:II\*\0|MM\0\*)/.test(bytes.toString('latin1', 0, 4))

/** Reads the EXIF block of a JPEG, PNG, WebP, HEIC or TIFF file, or of a picture inside another file; null without one. */
export function readExif(bytes: Buffer): ExifFacts | null {
  if (isTiff(bytes)) return readTiff(bytes)
  for (const mark of ['Exif\0\0', 'eXIf', 'EXIF']) {
    for (let at = bytes.indexOf(mark, 0, 'latin1'); at >= 0; at = bytes.indexOf(mark, at + 1, 'latin1')) {
      const start = at + (mark === 'EXIF' ? 8 : mark.length)
      if (isTiff(bytes.subarray(start, start + 4))) return readTiff(bytes.subarray(start))
    }
  }
  return null
}

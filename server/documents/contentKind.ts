/** Kind of a file by its first bytes, whatever its name. */
export type ContentKind = 'jpg' | 'png' | 'webp' | 'gif' | 'bmp' | 'tiff' | 'heif' | 'pdf' | 'zip' | 'ole'

/** Bytes to read; longer than any signature below. */
const HEAD_BYTES = 16

/**
 * Signatures, one character per byte. HEIF: the brands of ISO/IEC 23008-12; ole: old Office files and
 * password-protected new ones.
 */
const SIGNATURES: readonly [ContentKind, RegExp][] = [
  ['jpg', /^\xff\xd8\xff/],
  ['png', /^\x89PNG\r\n\x1a\n/],
  ['webp', /^RIFF[^]{4}WEBP/],
  ['gif', /^GIF8/],
  ['bmp', /^BM[^]{4}\0{4}/],
  ['tiff', /^(?:II\*\0|MM\0\*)/],
  ['heif', /^[^]{4}ftyp(?:hei[cxms]|hevc|mif1|msf1|avif)/],
  ['pdf', /^%PDF-/],
  ['zip', /^PK(?:\x03\x04|\x05\x06)/],
  ['ole', /^\xd0\xcf\x11\xe0/],
]

/** Returns the kind of a file by its first bytes; null for text and for unknown kinds. */
export function contentKindOf(bytes: Buffer): ContentKind | null {
  const head = bytes.toString('latin1', 0, HEAD_BYTES)
  return SIGNATURES.find(([, signature]) => signature.test(head))?.[0] ?? null
}

/** Checks whether an `ole` file is a password-protected new Office file. */
export const isLocked = (bytes: Buffer): boolean =>
  ['EncryptedPackage', 'EncryptionInfo'].some(name => bytes.includes(Buffer.from(name, 'utf16le')))

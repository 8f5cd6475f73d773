import PDFDocument from 'pdfkit'
import { FONTS } from './fonts'
import type { Has } from './glyphs'

/** Returns a check for the characters of a document's current font, which the library does not expose. */
const lettersOf = (doc: PDFKit.PDFDocument): Has => {
  const { font } = (doc as unknown as { _font: { font: { hasGlyphForCodePoint(code: number): boolean } } })
    ._font
  return codePoint => font.hasGlyphForCodePoint(codePoint)
}

/** Reads a font once and remembers each result. */
function checkOf(font: string): Has {
  let has: Has | null = null
  const looked = new Map<number, boolean>()
  return codePoint => {
    has ??= lettersOf(new PDFDocument({ font }))
    const known = looked.get(codePoint) ?? has(codePoint)
    looked.set(codePoint, known)
    return known
  }
}

/** Checks whether the font of texts has the character. */
export const fontHas = checkOf(FONTS.regular)
/** Checks whether the font of names and titles has the character. */
export const songHas = checkOf(FONTS.song)

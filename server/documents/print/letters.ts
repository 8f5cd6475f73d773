import PDFDocument from 'pdfkit'
import { FONTS } from './fonts'
import type { Has } from './glyphs'

/** A font read from its file, as the library holds it. */
interface OpenFont {
  postscriptName: string
  hasGlyphForCodePoint(code: number): boolean
}

const opened = new Map<string, OpenFont>()

/** Reads a font once for all documents: each has more than ten megabytes. */
export function openFont(name: keyof typeof FONTS): OpenFont {
  const known = opened.get(name)
  if (known) return known
  const { font } = (new PDFDocument({ font: FONTS[name] }) as unknown as { _font: { font: OpenFont } })._font
  opened.set(name, font)
  return font
}

/** Chooses the font of what is written next; by its own name, so that a document holds it once. */
export function useFont(doc: PDFKit.PDFDocument, name: keyof typeof FONTS): PDFKit.PDFDocument {
  const font = openFont(name)
  return doc.font(font as never, font.postscriptName)
}

/** Remembers for each character whether a font has it. */
function checkOf(name: keyof typeof FONTS): Has {
  const looked = new Map<number, boolean>()
  return codePoint => {
    const known = looked.get(codePoint) ?? openFont(name).hasGlyphForCodePoint(codePoint)
    looked.set(codePoint, known)
    return known
  }
}

/** Checks whether the font of texts has the character. */
export const fontHas = checkOf('regular')
/** Checks whether the font of names and titles has the character. */
export const songHas = checkOf('song')

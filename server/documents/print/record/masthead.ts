import { drawCode } from '../qr'
import { type Element, elementOf, mark } from '../tags'
import type { RecordPrint } from '../types'
import { type Face, flow, widthOf } from './flow'
import { type At, type Block, blockOf, lineHeight, rule, write } from './pieces'

const MM = 72 / 25.4
const SIDE = 29 * MM
const GAP = 4 * MM
const THICK = 1.2 * MM
const THIN = 0.3 * MM
const NAME: Face = { size: 40, font: 'song' }
const UNDER: Face = { size: 13, font: 'regular' }
const CALL: Face = { size: 14, font: 'bold' }
const SAY: Face = { size: 12, font: 'regular' }
const SPACING = 0.06
/** Height of the masthead with its rules 文武线, in points. */
export const MASTHEAD = SIDE + 4.6 * MM

/** Size of the village's name, smaller where it does not fit. */
function nameFace(doc: PDFKit.PDFDocument, name: string, room: number): Face {
  const wide = widthOf(doc, name, NAME) + name.length * SPACING * NAME.size
  return wide <= room ? NAME : { ...NAME, size: (NAME.size * room) / wide }
}

function drawWords(
  doc: PDFKit.PDFDocument,
  lines: readonly string[],
  right: number,
  y: number,
  element: Element | null,
): void {
  const faces = lines.map((_, at) => (at === 0 ? CALL : SAY))
  const height = faces.reduce((sum, face) => sum + lineHeight(face), 0)
  let top = y + (SIDE - height) / 2
  lines.forEach((line, at) => {
    const face = faces[at]!
    const x = right - widthOf(doc, line, face)
    const from = { x, y: top }
    mark(doc, element, () => write(doc, line, from, lineHeight(face), face))
    top += lineHeight(face)
  })
}

/** Draws the code: the picture that was made of it, else the address as a QR code. */
function drawMark(doc: PDFKit.PDFDocument, { code, address }: RecordPrint['masthead'], { x, y }: At): void {
  if (code === undefined) return drawCode(doc, address, [x, y], SIDE)
  doc.image(Buffer.from(code, 'base64'), x, y, { width: SIDE, height: SIDE })
}

/**
 * Draws the masthead 报头: the name, the code to the live page with its words, the double rule 文武线. Of a page that goes on it
 * is decoration, `section` is null.
 */
export function drawMasthead(
  doc: PDFKit.PDFDocument,
  { masthead, paperAlt }: Pick<RecordPrint, 'masthead' | 'paperAlt'>,
  { x, y }: At,
  width: number,
  section: Element | null,
): void {
  const of = (type: string, options = {}) => section && elementOf(section, type, options)
  const code = x + width - SIDE
  const beside = Math.max(...masthead.beside.map((line, at) => widthOf(doc, line, at === 0 ? CALL : SAY)))
  const room = width - SIDE - 2 * GAP - beside
  const face = nameFace(doc, masthead.name, room)
  const [nameHeight, underHeight] = [NAME.size * 1.3, lineHeight(UNDER)]
  const top = y + SIDE - nameHeight - underHeight
  mark(doc, of('P'), () =>
    write(doc, masthead.name, { x, y: top }, nameHeight, { ...face, spacing: SPACING * face.size }),
  )
  const under = { x, y: top + nameHeight }
  mark(doc, of('P'), () => write(doc, masthead.under, under, underHeight, UNDER))
  drawWords(doc, masthead.beside, code - GAP, y, of('P'))
  mark(doc, of('Figure', { alt: paperAlt }), () => drawMark(doc, masthead, { x: code, y }))
  doc.link(code, y, SIDE, SIDE, masthead.address, { Contents: new String(paperAlt) as string })
  rule(doc, { x, y: y + SIDE + 2 * MM + THICK / 2 }, width, THICK)
  rule(doc, { x, y: y + SIDE + 4.4 * MM }, width, THIN)
}

const TITLE = 28
const [ABOVE, BELOW] = [2.2 * MM, 2 * MM]
const META: Face = { size: 13, font: 'regular' }

/** A title a little too long for one line is set smaller rather than broken. */
function titleFace(doc: PDFKit.PDFDocument, text: string, width: number): Face {
  const wide = widthOf(doc, text, { size: TITLE, font: 'song' })
  const size = wide > width && wide < width * 1.25 ? (TITLE * width) / wide : TITLE
  return { size, font: 'song' }
}

/** Title and particulars of the first page. */
export function titleOf(
  doc: PDFKit.PDFDocument,
  { heading, meta }: Pick<RecordPrint, 'heading' | 'meta'>,
  width: number,
  section: Element,
): Block {
  const lines = [
    ...flow(
      doc,
      [{ text: heading, element: elementOf(section, 'H1'), ...titleFace(doc, heading, width) }],
      width,
    ),
    ...meta.flatMap(text => flow(doc, [{ text, element: elementOf(section, 'P'), ...META }], width)),
  ]
  return blockOf(doc, lines, ABOVE, BELOW)
}

import { openDocument } from './document'
import { useFont } from './letters'
import { INK } from './shapes'
import { type Element, elementOf, mark } from './tags'
import type { Print } from './types'

const POINTS_PER_MM = 72 / 25.4
export const points = (mm: number): number => mm * POINTS_PER_MM

const MARGIN = points(16)
const FOOT = points(14)

export interface TextStyle {
  size: number
  bold?: boolean
  align?: 'left' | 'right' | 'center'
  fill?: string
  /** Blank between lines, in ems. */
  gap?: number
  /** What it is 标签; a paragraph if not said, null: decoration. */
  element?: Element | null
}

/** Position of an anchor, or of an entry whose page number is filled in later. */
interface Mark {
  anchor: string
  element: Element
  page: number
  y: number
}

/** Layout state: cursor, anchors, and the page numbers to be filled in at the end. */
export interface Sheet {
  doc: PDFKit.PDFDocument
  left: number
  width: number
  top: number
  bottom: number
  y: number
  body: number
  title: number
  anchors: Map<string, Mark>
  awaited: Mark[]
  /** Root of the tags. */
  tags: Element
  /** Whether what is drawn now has its mark already. */
  marked: boolean
}

export function openSheet({ paper, title, author, date }: Print): Sheet {
  const doc = openDocument(
    { title, author, date },
    {
      size: paper.size,
      layout: paper.layout,
      // This module alone places text: without a bottom margin the library never breaks a page by itself.
      margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: 0 },
      bufferPages: true,
      autoFirstPage: true,
    },
  )
  const { width, height } = doc.page
  return {
    doc,
    left: MARGIN,
    width: width - 2 * MARGIN,
    top: MARGIN,
    bottom: height - FOOT - MARGIN / 2,
    y: MARGIN,
    body: paper.body,
    title: paper.title,
    anchors: new Map(),
    awaited: [],
    tags: elementOf(null, 'Document'),
    marked: false,
  }
}

export const pageNumber = ({ doc }: Sheet): number => doc.bufferedPageRange().count - 1

export function nextPage(sheet: Sheet): void {
  sheet.doc.addPage()
  sheet.y = sheet.top
}

export const isFresh = ({ y, top }: Sheet): boolean => y <= top
export const roomOf = ({ y, bottom }: Sheet): number => bottom - y
export const fullRoom = ({ top, bottom }: Sheet): number => bottom - top

/** Starts a new page when `height` does not fit on the current one. */
export function need(sheet: Sheet, height: number): void {
  if (height > roomOf(sheet) && !isFresh(sheet)) nextPage(sheet)
}

const GAP = 0.3

const dress = ({ doc }: Sheet, { size, bold = false }: TextStyle) =>
  useFont(doc, bold ? 'bold' : 'regular').fontSize(size)

export const heightOf = (sheet: Sheet, text: string, width: number, style: TextStyle): number =>
  text === ''
    ? 0
    : dress(sheet, style).heightOfString(text, { width, lineGap: style.size * (style.gap ?? GAP) })

/** Draws content of an element, or decoration; within a mark it draws alone. */
export function marking(sheet: Sheet, element: Element | null, draw: () => void): void {
  if (sheet.marked) draw()
  else {
    mark(sheet.doc, element, () => {
      sheet.marked = true
      draw()
      sheet.marked = false
    })
  }
}

/** Writes text into a box without moving the cursor. */
export function writeAt(
  sheet: Sheet,
  text: string,
  [x, y]: readonly [number, number],
  width: number,
  style: TextStyle,
): void {
  if (text === '') return
  const { element = elementOf(sheet.tags, 'P') } = style
  marking(sheet, element, () =>
    dress(sheet, style)
      .fillColor(style.fill ?? INK)
      .text(text, x, y, { width, align: style.align ?? 'left', lineGap: style.size * (style.gap ?? GAP) }),
  )
}

/** Splits a text into pieces of limited height. */
export function piecesWithin(
  sheet: Sheet,
  text: string,
  width: number,
  style: TextStyle,
  room: number,
): string[] {
  if (text.length < 2 || heightOf(sheet, text, width, style) <= room) return [text]
  const middle = Math.ceil(text.length / 2)
  return [text.slice(0, middle), text.slice(middle)].flatMap(half =>
    piecesWithin(sheet, half, width, style, room),
  )
}

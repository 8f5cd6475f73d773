import { songHas, useFont } from '../letters'
import { type Element, mark } from '../tags'
import { type Face, flow, type Fragment, type Run } from './flow'

const INK = '#000000'
const SOFT = '#777777'
const LEADING = 1.32

/** Left edge, and upper edge of the piece, in points. */
export interface At {
  x: number
  y: number
}

/** A part of the record that stays whole on one page; heights in points. */
export interface Piece {
  height: number
  /** Blank above, which falls away at the top of a page. */
  before: number
  /** On the same page as the next piece. */
  keep: boolean
  /** Whether it takes part in what a page has to spare. */
  grows: boolean
  /** Drawn again, as decoration, above it where it begins a page. */
  head: Piece | null
  /** `again`: all of it is decoration. */
  draw: (at: At, height: number, again?: boolean) => void
}

/** What everything is set with: the document, its width and the sizes of its letters, in points. */
export interface Setting {
  doc: PDFKit.PDFDocument
  width: number
  sizes: { table: number; text: number; small: number }
  /** Room of a page for the record. */
  room: number
  /** How tables may fit: short texts on one line, wrapped too, or with figures cut. */
  fit: 'easy' | 'tight' | 'cut'
}

/** Something of known height, in points, that is drawn once. */
export interface Block {
  height: number
  draw: (at: At) => void
}

export const lineHeight = ({ size }: Pick<Face, 'size'>): number => size * LEADING

/** The sans replaces a Song that lacks a character. */
const fontOf = (text: string, font: Face['font']): Face['font'] =>
  font === 'song' && ![...text].every(letter => songHas(letter.codePointAt(0)!)) ? 'bold' : font

/** Writes one line with its middle on the middle of a box. */
export function write(
  doc: PDFKit.PDFDocument,
  text: string,
  { x, y }: At,
  height: number,
  face: Face & { spacing?: number },
): void {
  useFont(doc, fontOf(text, face.font)).fontSize(face.size).fillColor(INK)
  const top = y + (height - doc.currentLineHeight()) / 2
  doc.text(text, x, top, { lineBreak: false, characterSpacing: face.spacing ?? 0 })
}

/** Draws a line or frame as decoration; `dash` in points. */
export function stroke(
  doc: PDFKit.PDFDocument,
  draw: () => void,
  { width, soft = false, dash = 0 }: { width: number; soft?: boolean; dash?: number },
): void {
  mark(doc, null, () => {
    doc.lineWidth(width).strokeColor(soft ? SOFT : INK)
    if (dash > 0) doc.dash(dash, { space: dash })
    draw()
    doc.stroke()
    if (dash > 0) doc.undash()
  })
}

export const rule = (
  doc: PDFKit.PDFDocument,
  { x, y }: At,
  width: number,
  thick: number,
  soft = false,
): void => stroke(doc, () => doc.moveTo(x, y).lineTo(x + width, y), { width: thick, soft })

export function writeLine(doc: PDFKit.PDFDocument, line: readonly Fragment[], at: At, height: number): void {
  for (const { run, text, x } of line) {
    mark(doc, run.element, () => write(doc, text, { x: at.x + x, y: at.y }, height, run))
  }
}

/** Makes a block of lines, one below the other. */
export function blockOf(doc: PDFKit.PDFDocument, lines: readonly Fragment[][], above = 0, below = 0): Block {
  const heights = lines.map(highest)
  return {
    height: heights.reduce((sum, height) => sum + height, above + below),
    draw: ({ x, y }) => {
      let top = y + above
      lines.forEach((line, at) => {
        writeLine(doc, line, { x, y: top }, heights[at]!)
        top += heights[at]!
      })
    },
  }
}

const highest = (line: readonly Fragment[]): number => Math.max(...line.map(({ run }) => lineHeight(run)))

/** Sets runs as lines, one piece each. */
export function linesOf({ doc, width }: Setting, runs: readonly Run[], before: number): Piece[] {
  return flow(doc, runs, width).map((line, at) => {
    const height = highest(line)
    return {
      height,
      before: at === 0 ? before : 0,
      keep: false,
      grows: false,
      head: null,
      draw: place => writeLine(doc, line, place, height),
    }
  })
}

/** Keeps the last of some pieces with what follows. */
export const keptWithNext = (pieces: readonly Piece[]): Piece[] =>
  pieces.map((piece, at) => (at === pieces.length - 1 ? { ...piece, keep: true } : piece))

export const heading = (element: Element, text: string, size: number): Run => ({
  text,
  element,
  size,
  font: 'song',
})

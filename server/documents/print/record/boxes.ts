import type { PartOf } from '@shared/presentation/document'
import { type Element, elementOf, mark } from '../tags'
import { type Face, flow, type Run, widthOf } from './flow'
import { type At, lineHeight, linesOf, type Piece, type Setting, stroke, write, writeLine } from './pieces'

const FRAME = 1.4
const PARTING = 0.7
const PAD = 9
/** Most of the height of a page, in parts, that a sentence may take within its box. */
const MOST = 0.2

const regular = (size: number): Face => ({ size, font: 'regular' })
const bold = (size: number): Face => ({ size, font: 'bold' })

const LABEL = regular(12.5)
const FIGURE = bold(27)
const UNIT = regular(14)
const UNIT_GAP = 4

function sentenceRun({ sizes }: Setting, record: Element, text: string): Run {
  return { text, element: elementOf(record, 'P'), ...bold(sizes.text) }
}

type Figure = NonNullable<PartOf<'sentence'>['figure']>

/** Size of the figure's digits, smaller where it would fill more than half the sheet. */
function digitsFor({ doc, width }: Setting, text: string): Face {
  const wide = widthOf(doc, text, FIGURE)
  return wide > width / 2 ? bold((FIGURE.size * width) / 2 / wide) : FIGURE
}

function drawFigure(
  { doc }: Setting,
  record: Element,
  figure: Figure,
  right: number,
  y: number,
  digits: Face,
): void {
  const element = elementOf(record, 'P')
  const label = right - widthOf(doc, figure.label, LABEL)
  mark(doc, element, () => write(doc, figure.label, { x: label, y }, lineHeight(LABEL), LABEL))
  const line = { y: y + lineHeight(LABEL), height: FIGURE.size * 1.15 }
  const unit = right - widthOf(doc, figure.unit, UNIT)
  const number = unit - (figure.unit ? UNIT_GAP : 0) - widthOf(doc, figure.text, digits)
  mark(doc, element, () => write(doc, figure.text, { x: number, y: line.y }, line.height, digits))
  if (figure.unit) {
    mark(doc, element, () => write(doc, figure.unit, { x: unit, y: line.y + 4 }, line.height, UNIT))
  }
}

/** Sets the sentence 一句话 and its figure side by side in a box; a long sentence above it. */
export function sentenceBox(
  setting: Setting,
  record: Element,
  { text, figure }: PartOf<'sentence'>,
): Piece[] {
  const { doc, width, room } = setting
  const run = sentenceRun(setting, record, text)
  if (!figure) return linesOf(setting, [run], 6)
  const digits = digitsFor(setting, figure.text)
  const number = widthOf(doc, figure.text, digits) + UNIT_GAP + widthOf(doc, figure.unit, UNIT)
  const cell = Math.max(number, widthOf(doc, figure.label, LABEL)) + 2 * PAD
  const lines = flow(doc, [run], width - cell - 2 * PAD)
  const above = lines.length * lineHeight(run) > MOST * room
  const shown = above ? [] : lines
  const least = lineHeight(LABEL) + FIGURE.size * 1.15
  const height = Math.max(least, shown.length * lineHeight(run)) + 8
  const draw = ({ x, y }: At): void => {
    stroke(doc, () => doc.rect(x, y, width, height), { width: FRAME })
    const parting = x + width - cell
    if (!above) stroke(doc, () => doc.moveTo(parting, y).lineTo(parting, y + height), { width: PARTING })
    const top = y + (height - shown.length * lineHeight(run)) / 2
    shown.forEach((line, at) =>
      writeLine(doc, line, { x: x + PAD, y: top + at * lineHeight(run) }, lineHeight(run)),
    )
    drawFigure(setting, record, figure, x + width - PAD, y + (height - least) / 2, digits)
  }
  const box = { height, before: 6, keep: false, grows: false, head: null, draw }
  return above ? [...linesOf(setting, [run], 6), box] : [box]
}

/** ✓ or × as strokes: a sign, not a word of the record. */
function drawSign(doc: PDFKit.PDFDocument, agrees: boolean, { x, y }: At, side: number): void {
  stroke(
    doc,
    () => {
      if (agrees) {
        doc
          .moveTo(x, y + side * 0.55)
          .lineTo(x + side * 0.35, y + side * 0.9)
          .lineTo(x + side, y + side * 0.1)
      } else {
        doc
          .moveTo(x, y)
          .lineTo(x + side, y + side)
          .moveTo(x + side, y)
          .lineTo(x, y + side)
      }
    },
    { width: 1.6 },
  )
}

interface Box {
  label: string
  text: string
  /** Set behind the text of a proof. */
  agrees: boolean | null
  /** Width in points, with its blanks. */
  width: number
}

const SIGN = 11

/** Rows of boxes that the width holds, in order. */
function rowsOf(boxes: readonly Box[], width: number): Box[][] {
  const rows: Box[][] = []
  for (const box of boxes) {
    const row = rows.at(-1)
    const taken = (row ?? []).reduce((sum, one) => sum + one.width, 0)
    if (row && taken + box.width <= width) row.push(box)
    else rows.push([box])
  }
  return rows
}

function drawBox({ doc }: Setting, record: Element, box: Box, at: At, height: number, face: Face): void {
  const element = elementOf(record, 'P')
  const inner = at.x + PAD
  if (box.agrees !== null) {
    const size = { size: face.size - 1, font: 'bold' } as const
    mark(doc, element, () => write(doc, box.text, { x: inner, y: at.y }, height, size))
    const after = inner + widthOf(doc, box.text, size) + 6
    drawSign(doc, box.agrees, { x: after, y: at.y + (height - SIGN) / 2 }, SIGN)
    return
  }
  const [label, text] = [lineHeight(LABEL), lineHeight(face)]
  const top = at.y + (height - label - text) / 2
  mark(doc, element, () => write(doc, box.label, { x: inner, y: top }, label, LABEL))
  mark(doc, element, () => write(doc, box.text, { x: inner, y: top + label }, text, face))
}

/** Boxes of a sheet's sums, and of whether its rows add up to them 逐行相加. */
export function boxRow(setting: Setting, record: Element, { totals, proof }: PartOf<'sheet'>): Piece[] {
  const { doc, width, sizes } = setting
  const face = bold(sizes.table)
  const widthOfBox = (label: string, text: string): number =>
    Math.max(widthOf(doc, label, LABEL), widthOf(doc, text, face)) + 2 * PAD
  const boxes: Box[] = totals.map(({ label, text }) => ({
    label,
    text,
    agrees: null,
    width: widthOfBox(label, text),
  }))
  if (proof && !proof.agrees) {
    const element = elementOf(record, 'P')
    const words = linesOf(setting, [{ text: proof.text, element, ...bold(sizes.text) }], 5)
    return [...sums(setting, record, boxes, face), ...words]
  }
  if (proof) {
    boxes.push({ label: '', text: proof.text, agrees: true, width: widthOfBox('', proof.text) + SIGN + 6 })
  }
  return sums(setting, record, boxes, face, width)
}

function sums(
  setting: Setting,
  record: Element,
  boxes: readonly Box[],
  face: Face,
  width = setting.width,
): Piece[] {
  const { doc } = setting
  const height = lineHeight(LABEL) + lineHeight(face) + 4
  return rowsOf(boxes, width).map((row, index) => {
    const spare = (width - row.reduce((sum, box) => sum + box.width, 0)) / row.length
    const draw = ({ x, y }: At): void => {
      stroke(doc, () => doc.rect(x, y, width, height), { width: FRAME })
      let left = x
      row.forEach((box, at) => {
        if (at > 0) stroke(doc, () => doc.moveTo(left, y).lineTo(left, y + height), { width: PARTING })
        drawBox(setting, record, box, { x: left, y }, height, face)
        left += box.width + spare
      })
    }
    return { height, before: index === 0 ? 6 : 0, keep: false, grows: false, head: null, draw }
  })
}

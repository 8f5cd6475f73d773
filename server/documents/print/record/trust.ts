import { type Element, elementOf, mark } from '../tags'
import type { RecordPrint } from '../types'
import { type Face, flow, type Run } from './flow'
import { type At, type Block, blockOf, lineHeight, rule, stroke, write } from './pieces'

const MM = 72 / 25.4
const SEAL = 14 * MM
const STAMP = { width: 40 * MM, height: 30 * MM }
const GAP = 4 * MM
const TOP = 2.6 * MM
const RULE = 1
const SMALL = 10.5

/** The seal 审讫章: four characters in two rows, as its own element with its words as alternative. */
function drawSeal(doc: PDFKit.PDFDocument, seal: string, section: Element, { x, y }: At): void {
  stroke(doc, () => doc.roundedRect(x + 1, y + 1, SEAL - 2, SEAL - 2, 3), { width: 2 })
  const half = (SEAL - 7) / 2
  const face = { size: 15, font: 'song' } as const
  mark(doc, elementOf(section, 'P'), () =>
    [...seal].slice(0, 4).forEach((letter, at) => {
      const left = x + 3.5 + (at % 2) * half + (half - face.size) / 2
      write(doc, letter, { x: left, y: y + 3.5 + Math.floor(at / 2) * half }, half, face)
    }),
  )
}

function drawStampBox(
  doc: PDFKit.PDFDocument,
  lines: readonly string[],
  section: Element,
  { x, y }: At,
): void {
  stroke(doc, () => doc.rect(x, y, STAMP.width, STAMP.height), { width: 0.85, soft: true, dash: 3 })
  const face = { size: 11, font: 'regular' } as const
  const element = elementOf(section, 'P')
  const top = y + (STAMP.height - lines.length * lineHeight(face)) / 2
  lines.forEach((line, at) => {
    const left = x + (STAMP.width - [...line].length * face.size) / 2
    mark(doc, element, () =>
      write(doc, line, { x: left, y: top + at * lineHeight(face) }, lineHeight(face), face),
    )
  })
}

function linesOf(doc: PDFKit.PDFDocument, { trust }: RecordPrint, section: Element, width: number) {
  const line = (text: string, font: Face['font'] = 'regular', size = 13): Run => ({
    text,
    element: elementOf(section, 'P'),
    size,
    font,
    newLine: true,
  })
  const beside = trust.seal ? width - SEAL - GAP : width
  const asked = [
    line(trust.until, 'bold'),
    { ...line(trust.whom), newLine: false },
    ...trust.small.map(text => line(text, 'regular', SMALL)),
  ]
  return {
    signed: blockOf(
      doc,
      flow(
        doc,
        trust.signed.map(text => line(text)),
        beside,
      ),
    ),
    asked: blockOf(doc, flow(doc, asked, width)),
  }
}

/** The block at the end 落款: who answers for the notice, whom to ask, where the village puts its stamp. */
export function trustOf(doc: PDFKit.PDFDocument, print: RecordPrint, section: Element, width: number): Block {
  const { signed, asked } = linesOf(doc, print, section, width - STAMP.width - GAP)
  const { seal, stampBox } = print.trust
  const upper = Math.max(seal ? SEAL : 0, signed.height)
  const body = Math.max(STAMP.height, upper + 3 + asked.height)
  const draw = ({ x, y }: At): void => {
    rule(doc, { x, y: y + RULE }, width, RULE)
    const top = y + TOP
    if (seal) drawSeal(doc, seal, section, { x, y: top })
    signed.draw({ x: seal ? x + SEAL + GAP : x, y: top + (upper - signed.height) / 2 })
    asked.draw({ x, y: top + upper + 3 })
    drawStampBox(doc, stampBox, section, { x: x + width - STAMP.width, y: top })
  }
  return { height: TOP + body, draw }
}

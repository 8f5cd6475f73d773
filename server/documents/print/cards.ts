import { drawQr } from './qr'
import { LINE } from './shapes'
import { heightOf, marking, need, points, type Sheet, writeAt } from './page'
import type { PrintBlock, PrintCard } from './types'

const PAD = 7
const GAP = 6
/** Lines of a card are close together, so that a list fits on one sheet. */
const LINE_GAP = 0.02

/** Draws cards in rows, each row as high as its highest card. */
export function drawCards(sheet: Sheet, { across, mm, cards }: Extract<PrintBlock, { kind: 'cards' }>): void {
  const width = (sheet.width - GAP * (across - 1)) / across
  const side = points(mm)
  const words = width - side - 3 * PAD
  const title = { size: sheet.body * 1.1, bold: true, gap: LINE_GAP }
  const line = { size: sheet.body * 0.9, gap: LINE_GAP }
  const heightsOf = ({ title: text, lines }: PrintCard): number[] => [
    heightOf(sheet, text, words, title),
    ...lines.map(one => heightOf(sheet, one, words, line)),
  ]
  const drawCard = ({ title: text, lines, qr }: PrintCard, x: number, height: number, heights: number[]) => {
    marking(sheet, null, () =>
      sheet.doc.lineWidth(0.8).strokeColor(LINE).roundedRect(x, sheet.y, width, height, 4).stroke(),
    )
    let y = sheet.y + PAD
    for (const [at, one] of [text, ...lines].entries()) {
      writeAt(sheet, one, [x + PAD, y], words, at === 0 ? title : line)
      y += heights[at] ?? 0
    }
    drawQr(sheet, qr, [x + width - side - PAD, sheet.y + (height - side) / 2], side)
  }
  for (let at = 0; at < cards.length; at += across) {
    const row = cards.slice(at, at + across).map(card => ({ card, heights: heightsOf(card) }))
    const highest = Math.max(side, ...row.map(({ heights }) => heights.reduce((sum, one) => sum + one, 0)))
    const height = highest + 2 * PAD
    need(sheet, height)
    row.forEach(({ card, heights }, column) =>
      drawCard(card, sheet.left + column * (width + GAP), height, heights),
    )
    sheet.y += height + GAP
  }
}

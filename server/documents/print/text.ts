import { drawQr } from './qr'
import { elementOf } from './tags'
import { SOFT } from './shapes'
import {
  fullRoom,
  heightOf,
  need,
  pageNumber,
  piecesWithin,
  points,
  roomOf,
  type Sheet,
  type TextStyle,
  writeAt,
} from './page'
import type { PrintBlock } from './types'

type BlockOf<K extends PrintBlock['kind']> = Extract<PrintBlock, { kind: K }>

/** Writes a text over the full width and continues it on the next page if needed. */
function flow(sheet: Sheet, text: string, style: TextStyle, indent = 0): void {
  const width = sheet.width - indent
  const { element = elementOf(sheet.tags, 'P') } = style
  for (const piece of piecesWithin(sheet, text, width, style, fullRoom(sheet))) {
    const height = heightOf(sheet, piece, width, style)
    need(sheet, height)
    writeAt(sheet, piece, [sheet.left + indent, sheet.y], width, { ...style, element })
    sheet.y += height
  }
}

export function drawTitle(sheet: Sheet, { text }: BlockOf<'title'>): void {
  const element = elementOf(sheet.tags, 'H1')
  flow(sheet, text, { size: sheet.title, bold: true, align: 'center', element })
  sheet.y += sheet.body
}

const LEVEL_SIZE = { 1: 1.5, 2: 1.15 }
/** Minimum number of lines that stay on the page of their heading. */
const KEPT_LINES = 4

export function drawHeading(sheet: Sheet, { level, text, anchor }: BlockOf<'heading'>): void {
  const element = elementOf(sheet.tags, `H${level}`)
  const style = { size: sheet.body * LEVEL_SIZE[level], bold: true, element }
  need(sheet, heightOf(sheet, text, sheet.width, style) + KEPT_LINES * sheet.body * 1.5)
  if (anchor) {
    sheet.anchors.set(anchor, { anchor, element, page: pageNumber(sheet), y: sheet.y })
    sheet.doc.addNamedDestination(anchor, 'XYZ', sheet.left, sheet.y, null)
    sheet.doc.outline.addItem(text)
  }
  flow(sheet, text, style)
  sheet.y += sheet.body * 0.4
}

export function drawParagraph(
  sheet: Sheet,
  { text, small = false, bold = false }: BlockOf<'paragraph'>,
): void {
  flow(sheet, text, { size: small ? sheet.body * 0.85 : sheet.body, bold, fill: small ? SOFT : undefined })
  sheet.y += sheet.body * 0.5
}

export function drawList(sheet: Sheet, { items }: BlockOf<'list'>): void {
  const indent = sheet.body * 1.2
  const list = elementOf(sheet.tags, 'L')
  for (const item of items) {
    const entry = elementOf(list, 'LI')
    const height = heightOf(sheet, item, sheet.width - indent, { size: sheet.body })
    need(sheet, Math.min(height, fullRoom(sheet)))
    const label = { size: sheet.body, bold: true, element: elementOf(entry, 'Lbl') }
    writeAt(sheet, '·', [sheet.left + indent / 3, sheet.y], indent, label)
    flow(sheet, item, { size: sheet.body, element: elementOf(entry, 'LBody') }, indent)
    sheet.y += sheet.body * 0.15
  }
  sheet.y += sheet.body * 0.5
}

export function drawQrBlock(sheet: Sheet, { address, mm, lines }: BlockOf<'qr'>): void {
  const side = points(mm)
  const gap = points(4)
  const width = sheet.width - side - gap
  const style = { size: sheet.body }
  const heights = lines.map(line => heightOf(sheet, line, width, style))
  const words = heights.reduce((sum, height) => sum + height, 0)
  need(sheet, Math.max(side, words))
  drawQr(sheet, address, [sheet.left, sheet.y], side)
  let y = sheet.y + Math.max(0, (side - words) / 2)
  lines.forEach((line, at) => {
    writeAt(sheet, line, [sheet.left + side + gap, y], width, style)
    y += heights[at] ?? 0
  })
  sheet.y += Math.max(side, words) + sheet.body * 0.5
}

const NUMBER_WIDTH = 40

/** Draws the entries of the contents; page numbers are filled in at the end. */
export function drawContents(sheet: Sheet, { entries }: BlockOf<'contents'>): void {
  const style = { size: sheet.body }
  const width = sheet.width - NUMBER_WIDTH
  const contents = elementOf(sheet.tags, 'TOC')
  for (const { anchor, text } of entries) {
    const height = heightOf(sheet, text, width, style)
    if (height > roomOf(sheet)) need(sheet, height)
    const element = elementOf(contents, 'TOCI')
    writeAt(sheet, text, [sheet.left, sheet.y], width, { ...style, element })
    sheet.doc.goTo(sheet.left, sheet.y, sheet.width, height, anchor)
    sheet.awaited.push({ anchor, element, page: pageNumber(sheet), y: sheet.y })
    sheet.y += height + sheet.body * 0.25
  }
}

export function writeAwaited(sheet: Sheet): void {
  for (const { anchor, element, page, y } of sheet.awaited) {
    const target = sheet.anchors.get(anchor)
    if (!target) continue
    sheet.doc.switchToPage(page)
    const x = sheet.left + sheet.width - NUMBER_WIDTH
    const style = { size: sheet.body, align: 'right', element } as const
    writeAt(sheet, String(target.page + 1), [x, y], NUMBER_WIDTH, style)
  }
}

import { LINE, SHADE } from './shapes'
import {
  fullRoom,
  heightOf,
  isFresh,
  marking,
  nextPage,
  piecesWithin,
  roomOf,
  type Sheet,
  writeAt,
} from './page'
import { type Element, elementOf } from './tags'
import type { PrintBlock, PrintColumn } from './types'

type Table = Extract<PrintBlock, { kind: 'table' }>

const PAD = 5

interface Cell {
  text: string
  x: number
  width: number
  align: 'left' | 'right'
}

function cellsOf({ left, width }: Sheet, columns: readonly PrintColumn[], texts: readonly string[]): Cell[] {
  const whole = columns.reduce((sum, { share }) => sum + share, 0)
  let x = left
  return columns.map(({ share, align = 'left' }, at) => {
    const cell = { text: texts[at] ?? '', x, width: (width * share) / whole, align }
    x += cell.width
    return cell
  })
}

const rowHeight = (sheet: Sheet, cells: readonly Cell[], bold: boolean): number =>
  Math.max(
    ...cells.map(({ text, width }) =>
      heightOf(sheet, text || '　', width - 2 * PAD, { size: sheet.body, bold }),
    ),
  ) +
  2 * PAD

/** Draws a row; `row` null: a head drawn again, which is decoration. */
function drawRow(
  sheet: Sheet,
  cells: readonly Cell[],
  height: number,
  row: Element | null,
  head: boolean,
): void {
  const { doc, left, width, y } = sheet
  marking(sheet, null, () => {
    if (head) doc.rect(left, y, width, height).fill(SHADE)
    doc.lineWidth(0.6).strokeColor(LINE)
    for (const cell of cells) doc.rect(cell.x, y, cell.width, height).stroke()
  })
  for (const { text, x, width: wide, align } of cells) {
    const element = row && (head ? elementOf(row, 'TH', { scope: 'Column' }) : elementOf(row, 'TD'))
    const style = { size: sheet.body, bold: head, align, element }
    writeAt(sheet, text, [x + PAD, y + PAD], wide - 2 * PAD, style)
  }
  sheet.y += height
}

/** Splits a row that is higher than a page into several. */
function brokenUp(sheet: Sheet, cells: readonly Cell[], room: number): Cell[][] {
  const pieces = cells.map(({ text, width }) =>
    piecesWithin(sheet, text, width - 2 * PAD, { size: sheet.body }, room - 2 * PAD),
  )
  const count = Math.max(...pieces.map(({ length }) => length))
  return Array.from({ length: count }, (_, part) =>
    cells.map((cell, at) => ({ ...cell, text: pieces[at]?.[part] ?? '' })),
  )
}

export function drawTable(sheet: Sheet, { columns, rows, headless = false }: Table): void {
  const head = cellsOf(
    sheet,
    columns,
    columns.map(({ label }) => label),
  )
  const headHeight = headless ? 0 : rowHeight(sheet, head, true)
  const room = fullRoom(sheet) - headHeight
  const lines = rows.map(row => cellsOf(sheet, columns, row)).flatMap(cells => brokenUp(sheet, cells, room))
  const heights = lines.map(cells => rowHeight(sheet, cells, false))
  if (roomOf(sheet) < headHeight + (heights[0] ?? 0) && !isFresh(sheet)) nextPage(sheet)
  const table = elementOf(sheet.tags, 'Table')
  if (!headless) drawRow(sheet, head, headHeight, elementOf(table, 'TR'), true)
  lines.forEach((cells, at) => {
    const height = heights[at] ?? 0
    if (height > roomOf(sheet)) {
      nextPage(sheet)
      if (!headless) drawRow(sheet, head, headHeight, null, true)
    }
    drawRow(sheet, cells, height, elementOf(table, 'TR'), false)
  })
  sheet.y += sheet.body * 0.8
}

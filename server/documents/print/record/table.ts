import { columnHead, EMPTY_CELL, NO_ROWS } from '@shared/presentation/document/text'
import type { PartOf, SheetColumn, SheetGroup, SheetRow } from '@shared/presentation/document'
import { type Element, elementOf, mark, placed } from '../tags'
import { cellLines, columnWidths, padOf } from './columns'
import { type Face, type Fragment, widthOf } from './flow'
import { linesOf, type Piece, rule, type Setting, write, writeLine } from './pieces'

type Sheet = PartOf<'sheet'>

const THICK = 1.7
const HEAD = 1
const THIN = 0.55
/** Least blank above and below the lines of a row, in ems. */
const ROW_PAD = 0.05
const LEADING = 1.25

const leadingOf = ({ size }: Pick<Face, 'size'>): number => size * LEADING

interface Cell {
  element: Element
  lines: Fragment[][]
  x: number
  width: number
  right: boolean
}

interface Row {
  cells: Cell[]
  face: Face
}

interface Frame {
  setting: Setting
  widths: readonly number[]
}

function cellsOf(
  { setting, widths }: Frame,
  row: Element,
  columns: readonly SheetColumn[],
  texts: readonly string[],
  face: Face,
): Cell[] {
  let x = 0
  return columns.map(({ role }, at) => {
    const width = widths[at] ?? 0
    const head = face.font === 'bold'
    const element = elementOf(row, head ? 'TH' : 'TD', head ? { scope: 'Column' } : {})
    const lines = cellLines(setting, { text: texts[at] ?? '', element, ...face }, width)
    const cell = { element, lines, x, width, right: role === 'amount' }
    x += width
    return cell
  })
}

function drawCell(
  { doc, ...setting }: Setting,
  cell: Cell,
  x: number,
  y: number,
  height: number,
  again: boolean,
) {
  const pad = padOf({ doc, ...setting })
  for (const [at, line] of cell.lines.entries()) {
    const face = line[0]!.run
    const leading = leadingOf(face)
    const top = y + (height - leading * cell.lines.length) / 2 + at * leading
    const text = line.map(fragment => fragment.text).join('')
    const indent = cell.right ? cell.width - pad - widthOf(doc, text, face) : pad
    const left = x + cell.x + indent
    if (again) mark(doc, null, () => write(doc, text, { x: left, y: top }, leading, face))
    else writeLine(doc, line, { x: left, y: top }, leading)
  }
}

/** Parts of a row that no page can hold: the lines of each cell in turn. */
function slices({ cells, face }: Row, most: number): Row[] {
  const lines = Math.max(1, Math.floor(most / leadingOf(face)))
  const count = Math.max(1, ...cells.map(cell => Math.ceil(cell.lines.length / lines)))
  return Array.from({ length: count }, (_, part) => ({
    face,
    cells: cells.map(cell => ({ ...cell, lines: cell.lines.slice(part * lines, (part + 1) * lines) })),
  }))
}

interface Look {
  /** Rule beneath, in points. */
  under: number
  soft: boolean
  above?: number
  grows: boolean
  head: Piece | null
}

function rowPiece({ setting }: Frame, { cells, face }: Row, look: Look): Piece {
  const { doc, width } = setting
  const lines = Math.max(1, ...cells.map(cell => cell.lines.length))
  return {
    height: lines * leadingOf(face) + 2 * ROW_PAD * face.size,
    before: 0,
    keep: false,
    grows: look.grows,
    head: look.head,
    draw: ({ x, y }, height, again = false) => {
      // Every cell of the row has its place in the tree before the row goes on another page.
      if (!again) for (const { element } of cells) placed(doc, element)
      if (look.above) rule(doc, { x, y }, width, look.above)
      for (const cell of cells) drawCell(setting, cell, x, y, height, again)
      rule(doc, { x, y: y + height }, width, look.under, look.soft)
    },
  }
}

const HEAD_ROW = { under: HEAD, soft: false, above: THICK, grows: false, head: null }

function groupPieces(frame: Frame, table: Element, sheet: Sheet, group: SheetGroup, head: Piece): Piece[] {
  const { setting } = frame
  const face = { size: setting.sizes.table, font: 'regular' } as const
  const most = setting.room - head.height - 2 * ROW_PAD * face.size
  const body = ({ cells }: SheetRow): Piece[] => {
    const row = elementOf(table, 'TR')
    const texts = cells.map(cell => cell ?? EMPTY_CELL)
    const whole = { face, cells: cellsOf(frame, row, sheet.columns, texts, face) }
    const look = { under: THIN, soft: true, grows: true, head }
    return slices(whole, most).map(part => rowPiece(frame, part, look))
  }
  const single = (text: string, type: string, right: boolean): Piece => {
    const element = elementOf(elementOf(table, 'TR'), type, type === 'TH' ? { scope: 'Row' } : {})
    const bold = { size: setting.sizes.table, font: 'bold' } as const
    const lines = cellLines(setting, { text, element, ...bold }, setting.width)
    const cell = { element, lines, x: 0, width: setting.width, right }
    return rowPiece(frame, { face: bold, cells: [cell] }, { under: THIN, soft: true, grows: true, head })
  }
  return [
    ...(group.label === null ? [] : [{ ...single(group.label, 'TH', false), keep: true }]),
    ...group.rows.flatMap(body),
    ...group.subtotals.map(({ label, text }) => single(`${label}${text}`, 'TD', true)),
  ]
}

/** Sets the rows of a sheet as a table; null if its figures do not fit into the width. */
export function tablePieces(setting: Setting, record: Element, sheet: Sheet): Piece[] | null {
  if (sheet.count === 0) {
    const face = { size: setting.sizes.text, font: 'regular' } as const
    return linesOf(setting, [{ text: NO_ROWS, element: elementOf(record, 'P'), ...face }], 2)
  }
  const widths = columnWidths(setting, sheet)
  if (widths === null) return null
  const frame = { setting, widths }
  const table = elementOf(record, 'Table')
  const bold = { size: setting.sizes.table, font: 'bold' } as const
  const heads = cellsOf(frame, elementOf(table, 'TR'), sheet.columns, sheet.columns.map(columnHead), bold)
  const head = rowPiece(frame, { face: bold, cells: heads }, HEAD_ROW)
  const rows = sheet.groups.flatMap(group => groupPieces(frame, table, sheet, group, head))
  return [{ ...head, before: 3, keep: true }, ...rows]
}

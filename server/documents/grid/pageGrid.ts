import type { Grid } from '@server/domain/catalogue/grid'
import { GridBuilder, ImportBudget } from './gridBuilder'
import type { ReadPicture } from '../privacy/context'
import { type StraightBox, type StraightPage, straightened } from './straight'

interface Line {
  flat: number
  tall: number
  boxes: StraightBox[]
}

type Span = [from: number, to: number]

const SAME_LINE = 0.45
const FEWEST_CELLS = 3
const FEWEST_RULES = 3

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0

/** Lines of text from top to bottom, each from left to right. */
function linesOf({ boxes }: StraightPage): Line[] {
  const usual = median(boxes.map(({ tall }) => tall))
  const lines: Line[] = []
  for (const box of [...boxes].sort((a, b) => a.flat - b.flat)) {
    const last = lines.at(-1)
    if (last && box.flat - last.flat < SAME_LINE * Math.min(usual, box.tall, last.tall)) {
      last.boxes.push(box)
      last.flat += (box.flat - last.flat) / last.boxes.length
    } else lines.push({ flat: box.flat, tall: box.tall, boxes: [box] })
  }
  for (const line of lines) line.boxes.sort((a, b) => a.x - b.x)
  return lines
}

/** Rows of a table: what is between two of its rules, else the lines of text. */
function rowsOf(lines: readonly Line[], full: readonly Line[], rules: readonly number[]): StraightBox[][] {
  const [first, last] = [full[0]!, full.at(-1)!]
  const near = rules.filter(at => at > first.flat - 2.5 * first.tall && at < last.flat + 6 * last.tall)
  const among = (from: number, to: number) => lines.filter(({ flat }) => flat > from && flat < to)
  if (near.length < FEWEST_RULES) return among(first.flat - 1, last.flat + 1).map(({ boxes }) => boxes)
  // The outermost rules are the first that a fax or a shadow loses: what is beyond the others is a row too.
  const end = endAfter(lines, last)
  const edges = [Math.min(first.flat - 1, near[0]!), ...near, Math.max(end.flat + 1, near.at(-1)!)]
  return edges.slice(1).flatMap((to, at) => {
    const band = among(edges[at]!, to)
    return band.length > 0 ? [band.flatMap(({ boxes }) => boxes)] : []
  })
}

const NEXT_LINE = 2.2

/** The last of the lines that follow one without a gap: its cells go on there. */
function endAfter(lines: readonly Line[], last: Line): Line {
  let end = last
  for (const line of lines.slice(lines.indexOf(last) + 1)) {
    if (line.flat - end.flat > NEXT_LINE * Math.min(line.tall, last.tall)) break
    end = line
  }
  return end
}

/** The year of a document's number 文号, whose brackets 〔〕 are read as others or not at all. */
const YEAR_OF_NUMBER = /[[【(（〔{「]?((?:19|20)\d{2})[\]】)）〕}」](?=第?\d{1,4}号)/g

const spanOf = ({ x, width }: StraightBox): Span => [x - width / 2, x + width / 2]
const shared = (a: Span, b: Span): number => Math.min(a[1], b[1]) - Math.max(a[0], b[0])
const joined = (a: Span, b: Span): Span => [Math.min(a[0], b[0]), Math.max(a[1], b[1])]

interface Part {
  span: Span
  boxes: StraightBox[]
}

/** Parts of a row that do not overlap from left to right. */
function partsOf(row: readonly StraightBox[]): Part[] {
  const parts: Part[] = []
  for (const box of [...row].sort((a, b) => a.x - b.x)) {
    const span = spanOf(box)
    const part = parts.find(one => shared(one.span, span) > 0.3 * Math.min(one.span[1] - one.span[0], span[1] - span[0])) // prettier-ignore
    if (part) {
      part.boxes.push(box)
      part.span = joined(part.span, span)
    } else parts.push({ span, boxes: [box] })
  }
  return parts
}

const LEAN = 0.7
const FARTHEST_LEAN = 40

/** The column of a part: where most of it is, else the nearest. */
function columnOf(span: Span, columns: readonly Span[]): number {
  const middle = (span[0] + span[1]) / 2
  const distances = columns.map(column => {
    const over = shared(column, span)
    return over > 0 ? -over : Math.abs((column[0] + column[1]) / 2 - middle)
  })
  return distances.indexOf(Math.min(...distances))
}

/** Puts the parts of each row into columns, which lean with the page: they follow what was found. */
function fillColumns(
  rows: readonly Part[][],
  order: readonly number[],
  start: readonly Span[],
  cells: StraightBox[][][],
) {
  // prettier-ignore
  let columns = start.map((span): Span => [...span])
  for (const at of order) {
    const taken = rows[at]!.map(part => ({ part, column: columnOf(part.span, columns) }))
    for (const { part, column } of taken) cells[at]![column]!.push(...part.boxes)
    const lean = median(taken.map(({ part: { span }, column }) => (span[0] + span[1] - columns[column]![0] - columns[column]![1]) / 2)) // prettier-ignore
    if (taken.length < 2 || Math.abs(lean) >= FARTHEST_LEAN) continue
    columns = columns.map(([from, to]): Span => [from + lean * LEAN, to + lean * LEAN])
  }
}

const textOf = (boxes: StraightBox[]): string =>
  boxes
    .sort((a, b) => (Math.abs(a.flat - b.flat) < SAME_LINE * a.tall ? a.x - b.x : a.flat - b.flat))
    .map(({ text }) => text)
    .join('')
    .replace(YEAR_OF_NUMBER, '〔$1〕')

/** Cells of the table on a page, row by row; none where there is no table. */
function cellsOf(lines: readonly Line[], rules: readonly number[]): StraightBox[][][] {
  const full = lines.filter(({ boxes }) => boxes.length >= FEWEST_CELLS)
  if (full.length < 2) return []
  const rows = rowsOf(lines, full, rules).map(partsOf)
  const count = Math.max(0, ...rows.map(parts => parts.length))
  const seed = rows.findIndex(parts => parts.length === count)
  if (count < FEWEST_CELLS || seed < 0) return []
  const cells = rows.map(() => Array.from({ length: count }, (): StraightBox[] => []))
  const start = rows[seed]!.map(({ span }) => span)
  const down = rows.map((_, at) => at).slice(seed)
  fillColumns(rows, down, start, cells)
  fillColumns(rows, rows.map((_, at) => at).slice(0, seed).reverse(), start, cells) // prettier-ignore
  return cells
}

interface PageTable {
  above: string[]
  cells: string[][]
  /** What each cell was read from. */
  seen: StraightBox[][][]
}

function tableOfPage(read: ReadPicture): PageTable {
  const straight = straightened(read)
  const lines = linesOf(straight)
  const seen = cellsOf(lines, read.rules ?? [])
  const cells = seen.map(row => row.map(textOf))
  const first = lines.findIndex(({ boxes }) => boxes.length >= FEWEST_CELLS)
  const above = (cells.length > 0 ? lines.slice(0, Math.max(0, first)) : lines).map(({ boxes }) => textOf(boxes)) // prettier-ignore
  return { above, cells, seen }
}

const widthOf = ({ cells }: PageTable): number => cells[0]?.length ?? 0

/** A row of a table in a picture: the score of each cell's least sure piece, null where it is empty, and its place. */
export interface SeenRow {
  scores: (number | null)[]
  area: { left: number; top: number; right: number; bottom: number }
}

/** Returns where the rows of a page's table are in the picture, and how surely each cell was read; in the grid's order. */
export const rowsSeenOn = (page: ReadPicture): SeenRow[] =>
  tableOfPage(page).seen.map(row => {
    const corners = row.flat().flatMap(({ quad }) => quad)
    const [across, down] = [corners.map(([x]) => x), corners.map(([, y]) => y)]
    return {
      scores: row.map(cell => (cell.length === 0 ? null : Math.min(...cell.map(({ score }) => score)))),
      area: {
        left: Math.min(...across),
        top: Math.min(...down),
        right: Math.max(...across),
        bottom: Math.max(...down),
      },
    }
  })

/** Makes grids of pages that were read from pictures; a table goes on where the next page has as many columns. */
export function gridsOfPages(pages: readonly ReadPicture[]): Grid[] {
  const tables: PageTable[] = []
  for (const page of pages) {
    const table = tableOfPage(page)
    const last = tables.at(-1)
    if (last && widthOf(last) > 0 && widthOf(last) === widthOf(table)) last.cells.push(...table.cells)
    else tables.push(table)
  }
  const budget = new ImportBudget()
  return tables.map(({ cells, above }) => {
    const builder = new GridBuilder(budget)
    cells.forEach((row, at) => {
      const index = builder.addRow(at + 1)
      row.forEach((text, column) => builder.addCell({ text, row: index, column, rowSpan: 1, colSpan: 1 }))
    })
    return builder.finish({ hidden: false, above, keepsMerges: false })
  })
}

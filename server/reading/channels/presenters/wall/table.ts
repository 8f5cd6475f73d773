import type { PresentedBlock } from '@shared/contract/disclosure/presentation'
import type { Paper, PrintBlock } from '@server/documents/print'
import { textWidth } from '@server/documents/print/shapes'

type Table = Extract<PresentedBlock, { kind: 'table' }>
type PrintTable = Extract<PrintBlock, { kind: 'table' }>

/** Left and right padding of a cell together in points, with a small reserve for the font. */
const PADS = 14
/**
 * Widths of a text column in characters: up to `ON_ONE_LINE` it stays on one line, so that a date does; longer text may
 * wrap; none gets more than `MOST`.
 */
const ON_ONE_LINE = 8
const FEWEST = 5
const MOST = 20
const MARGINS_MM = 32
const SHORT_SIDE_MM = { A4: 210, A3: 297 } as const

const widthOf = (mm: number): number => ((mm - MARGINS_MM) * 72) / 25.4

interface Needs {
  least: number
  wished: number
}

/** Returns the widths of each column: numbers and dates must fit on one line, text may wrap. */
function needsOf({ columns, rows }: Table, body: number): Needs[] {
  return columns.map(({ label, align }, at) => {
    const widest = Math.max(
      ...[label, ...rows.map(({ cells }) => cells[at] ?? '')].map(text => textWidth(text, body)),
    )
    const least = align === 'right' || widest <= ON_ONE_LINE * body ? widest : FEWEST * body
    return { least: least + PADS, wished: Math.min(Math.max(widest, least), MOST * body) + PADS }
  })
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

/** Whether a table needs landscape paper. */
export const needsWidth = (table: Table, { size, body }: Pick<Paper, 'size' | 'body'>): boolean =>
  sum(needsOf(table, body).map(({ least }) => least)) > widthOf(SHORT_SIDE_MM[size])

/**
 * Returns a table with column widths: the least width of each, and the remaining width in proportion to the wished one.
 */
export function tableOf(table: Table, { size, body, layout }: Paper): PrintTable {
  const long = size === 'A4' ? 297 : 420
  const room = widthOf(layout === 'portrait' ? SHORT_SIDE_MM[size] : long)
  const needs = needsOf(table, body)
  const least = sum(needs.map(need => need.least))
  const wishes = sum(needs.map(need => need.wished - need.least))
  const spare = Math.max(0, room - least)
  const part = (need: Needs): number =>
    wishes > 0 ? ((need.wished - need.least) * spare) / wishes : spare / needs.length
  return {
    kind: 'table',
    columns: table.columns.map(({ label, align }, at) => {
      const need = needs[at] ?? { least: 1, wished: 1 }
      return { label, align, share: need.least + part(need) }
    }),
    rows: table.rows.map(({ cells }) => cells),
  }
}

import { columnHead, EMPTY_CELL } from '@shared/presentation/document/text'
import type { PartOf } from '@shared/presentation/document'
import { balanced, type Fragment, type Run, widthOf } from './flow'
import type { Setting } from './pieces'

type Sheet = PartOf<'sheet'>

/** Blank on either side of a cell, in ems. */
const PAD = 0.36
/** Text of so many ems, as a day or a number of a voucher, stays on one line while there is room. */
const SHORT = 8.5
/** Ems below which a column of text is never narrowed. */
const NARROWEST = 5

interface Needs {
  /** Below it a figure would be cut. */
  hard: number
  /** At it short texts stay on one line. */
  wanted: number
  /** At it everything does. */
  wished: number
}

export const padOf = ({ sizes }: Setting): number => sizes.table * PAD

function needsOf(setting: Setting, { columns, groups }: Sheet): Needs[] {
  const { doc, sizes } = setting
  const body = { size: sizes.table, font: 'regular' } as const
  const bold = { size: sizes.table, font: 'bold' } as const
  return columns.map((column, at) => {
    const cells = groups.flatMap(({ rows }) => rows.map(({ cells: all }) => all[at] ?? EMPTY_CELL))
    const widest = Math.max(0, ...cells.map(cell => widthOf(doc, cell, body)))
    const head = widthOf(doc, columnHead(column), bold)
    const least = Math.min(widest, NARROWEST * sizes.table)
    const wished = Math.max(widest, head)
    const hard = column.role === 'amount' ? widest : least
    const short = widest <= SHORT * sizes.table ? widest : least
    const of = (width: number) => Math.max(width, Math.min(head, 3 * sizes.table)) + 2 * padOf(setting)
    return {
      hard: of(hard),
      wanted: of(column.role === 'amount' ? widest : short),
      wished: of(wished),
    }
  })
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

/** Widths between `from` and `to`, in proportion, that fill the room. */
function between(from: readonly number[], to: readonly number[], room: number): number[] {
  const more = sum(to) - sum(from)
  const part = more > 0 ? (room - sum(from)) / more : 0
  return from.map((width, at) => width + ((to[at] ?? width) - width) * part)
}

/** Widths at which everything is on one line, with the rest of the room shared out. */
function spread({ columns }: Sheet, wished: readonly number[], room: number): number[] {
  const lead = columns.findIndex(({ role }) => role === 'lead')
  const spare = room - sum(wished)
  return wished.map((width, at) => width + spare / (2 * wished.length) + (at === lead ? spare / 2 : 0))
}

/** Returns the widths of the columns; null if the table does not fit. */
export function columnWidths(setting: Setting, sheet: Sheet): number[] | null {
  const needs = needsOf(setting, sheet)
  const wished = needs.map(need => need.wished)
  const wanted = needs.map(need => need.wanted)
  const hard = needs.map(need => need.hard)
  const { width: room, fit } = setting
  if (sum(wished) <= room) return spread(sheet, wished, room)
  if (sum(wanted) <= room) return between(wanted, wished, room)
  if (fit !== 'easy' && sum(hard) <= room) return between(hard, wanted, room)
  return fit === 'cut' ? hard.map(width => (width * room) / sum(hard)) : null
}

/** Lines of a cell within its column. */
export const cellLines = (setting: Setting, run: Run, width: number): Fragment[][] =>
  balanced(setting.doc, run, width - 2 * padOf(setting))

import { flatMap } from '../../common/lists'
import { cellText, columnHead } from './text'
import type { PartOf, SheetColumn, SheetGroup, SheetRow } from './types'

type Sheet = PartOf<'sheet'>

/**
 * Place of a cell in a row that is set by itself. `lead`: what it is about; `amount`: the figure opposite to it;
 * `figure`: one of several figures below; `rest`: the second line.
 */
type Place = 'lead' | 'amount' | 'figure' | 'rest'

/** A cell of such a row; `label` is null where the text says by itself what it is. */
export interface Piece {
  id: string
  place: Place
  label: string | null
  text: string
}

/** Columns whose cells say what they are: 10月5日, 一组, 农村低保, 每人每月320元. */
const BARE: ReadonlySet<string> = new Set(['date', 'group', 'scheme', 'standard'])

const YUAN = '元'

/** True if no row has figures in two of the columns, as income and expense have not. */
const isExclusive = ({ columns, groups }: Sheet, money: readonly SheetColumn[]): boolean =>
  groups.every(
    ({ rows }) =>
    rows.every(({ cells }) => columns.filter((column, at) => money.includes(column) && cells[at] !== null).length < 2), // prettier-ignore
  )

/** The figure columns of which each row shows one opposite to its lead; empty: a row has several figures. */
function principalColumns(sheet: Sheet): readonly SheetColumn[] {
  const figures = sheet.columns.filter(({ role }) => role === 'amount')
  const money = figures.filter(({ unit }) => unit === YUAN)
  if (money.length === 1) return money
  if (money.length > 1) return isExclusive(sheet, money) ? money : []
  return figures.length === 1 ? figures : []
}

/** How the cells of a column are set in such a row; `label` is null where they say by themselves what they are. */
export interface ColumnPlace {
  place: Place
  label: string | null
}

function placeOf(
  { id, label, role, unit }: SheetColumn,
  principal: boolean,
  principals: number,
): ColumnPlace {
  if (role === 'lead') return { place: 'lead', label: null }
  if (role === 'rest') return { place: 'rest', label: BARE.has(id) ? null : label }
  if (principal) return { place: 'amount', label: principals > 1 ? label : null }
  if (principals === 0) return { place: 'figure', label }
  return { place: 'rest', label: unit ? null : label }
}

/** Returns how the columns of a sheet are set in rows that are set by themselves, column by column. */
export function columnPlaces(sheet: Sheet): ColumnPlace[] {
  const principal = principalColumns(sheet)
  return sheet.columns.map(column => placeOf(column, principal.includes(column), principal.length))
}

/** A sheet set row by row, as on a phone: no cell needs the head of its column. */
export interface RowForm {
  /** What leads and amounts are: `姓名`, `金额`; of several amounts each row says which it is. */
  heads: string[]
  piecesOf: (row: SheetRow) => Piece[]
}

/** Returns how the rows of a sheet are set one by one, in the order of its columns; empty cells are left out. */
export function rowForm(sheet: Sheet): RowForm {
  const principal = principalColumns(sheet)
  const places = columnPlaces(sheet)
  const said = sheet.columns.filter(column => column.role === 'lead' || (principal.length === 1 && principal.includes(column))) // prettier-ignore
  return {
    heads: said.map(columnHead),
    piecesOf: ({ cells }) =>
      flatMap(sheet.columns, (column, at) => {
        const cell = cells[at]
        if (cell === null || cell === undefined) return []
        return [{ id: column.id, ...places[at]!, text: cellText(column, cell) }]
      }),
  }
}

/** Words of a row that is set by itself. */
export const pieceLines = (pieces: readonly Piece[]): string[] =>
  flatMap(pieces, ({ label, text }) => (label === null ? [text] : [label, text]))

/** Words of the head of a group: its name, the number of its rows and their sums. */
const groupLines = ({ label, rows, subtotals }: SheetGroup): string[] =>
  label === null
    ? []
    : [label, `共 ${rows.length} 行`, ...flatMap(subtotals, total => [total.label, total.text])]

/** Words of a sheet's rows, set row by row. */
export function rowLines(sheet: Sheet): string[] {
  const { heads, piecesOf } = rowForm(sheet)
  return [
    ...heads,
    ...flatMap(sheet.groups, group => [
      ...groupLines(group),
      ...flatMap(group.rows, row => pieceLines(piecesOf(row))),
    ]),
  ]
}

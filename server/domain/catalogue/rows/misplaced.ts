import { TICK_KINDS } from '../header/roles'
import { likeness } from '../likeness'
import { placeRow } from '../linear/place'
import { joinLayout } from '../text'
import type { SourceCell } from './source'

const SHIFTED = '这一行的内容与表头对不上，可能错了列，已按内容重新归列，请核对'
const ANCHORS = ['deadline', 'subjects', 'channels'] as const

const isBlank = ({ text }: SourceCell): boolean => joinLayout(text) === ''
const fit = (cell: SourceCell): number => likeness(cell.column.role.kind, cell.text)
const isOther = (cell: SourceCell): boolean => ['extra', 'unknown', 'area'].includes(cell.column.role.kind)

/** Checks for a shifted row: a cell does not fit its column but would fit another of the row. */
export function isShifted(cells: readonly SourceCell[]): boolean {
  return ANCHORS.some(kind => {
    const own = cells.find(({ column, inherited }) => column.role.kind === kind && !inherited)
    if (!own || isBlank(own) || fit(own) > 0) return false
    return cells.some(
      cell =>
        cell !== own && !isBlank(cell) && likeness(kind, cell.text) >= 3 && (isOther(cell) || fit(cell) < 0),
    )
  })
}

/** Reassigns the row's own cells to the columns by their content; every cell becomes doubtful. */
export function realign(cells: readonly SourceCell[], isFirst: boolean): SourceCell[] {
  const own = cells.filter(({ inherited }) => !inherited)
  const last = own.findLastIndex(cell => !isBlank(cell))
  const atoms = own.slice(0, last + 1).map(({ text }) => ({ text, line: 1 }))
  const columns = own.filter(({ column }) => column.header.length > 0).map(({ column }) => column)
  const number = own.find(({ column }) => column.role.kind === 'no')
  const placed = placeRow(number ? atoms.slice(1) : atoms, columns, 'rows', isFirst).cells
  return cells.map(cell => {
    if (cell.inherited || cell === number) return cell
    const found = placed.find(({ column }) => column === cell.column)
    const lostTick = found === undefined && TICK_KINDS.includes(cell.column.role.kind)
    return {
      ...cell,
      text: found?.text ?? '',
      doubt: lostTick ? '勾选的位置已丢失，看不出勾的是哪一栏' : SHIFTED,
    }
  })
}

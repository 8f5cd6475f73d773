import { flatMap } from '../../common/lists'
import type { SheetBlock, SheetRow } from '../../contract/disclosure/notice'
import { periodRange } from '../../common/period'

/** Rent that is not paid yet 未收租金, as the register stood at the end of its period. */
export interface Owed {
  row: SheetRow
  fen: number
  /** Its day has passed: either rent of earlier periods, or the due date is not after the period's end. */
  overdue: boolean
}

/** The rents of a register of leases that are still owed, the overdue ones first. */
export function owedOf({ rows }: Pick<SheetBlock, 'rows'>, period: string): Owed[] {
  const { end } = periodRange(period)
  const owed = flatMap(rows, (row): Owed[] => {
    const fen = Number(row.owedFen ?? 0)
    if (fen <= 0) return []
    const isEarlier = Number(row.arrearsFen ?? 0) > Number(row.paidFen ?? 0)
    const isDue = row.dueOn !== undefined && String(row.dueOn) <= end
    return [{ row, fen, overdue: isEarlier || isDue }]
  })
  return [...owed.filter(({ overdue }) => overdue), ...owed.filter(({ overdue }) => !overdue)]
}

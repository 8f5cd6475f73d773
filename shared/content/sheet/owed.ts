import { flatMap } from '../../common/lists'
import type { SheetBlock, SheetRow } from '../../contract/disclosure/notice'
import { periodRange } from '../../common/period'

/** Rent not yet paid 未收租金 at the end of the register's period. */
export interface Owed {
  row: SheetRow
  fen: number
  /** Arrears from earlier periods, or a due date not after the period's end. */
  overdue: boolean
}

/** Lists the rents still owed in a register of leases, overdue ones first. */
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

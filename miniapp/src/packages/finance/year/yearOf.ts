import { lastOf } from '@shared/common/lists'
import type { FinanceSeries } from '@shared/contract/reading/financeYear'
import { scaled, sumOf, written } from '@shared/presentation/document/figures'

type Table = Extract<FinanceSeries['blocks'][number], { kind: 'table' }>

/** A period of the accounts: name, what there was before, what came in, went out, what is left. */
interface MonthRow {
  id: string
  name: string
  opening: string
  income: string
  expense: string
  closing: string
}

/** What a year's statements say together, added up on the phone. */
export interface YearSums {
  months: readonly MonthRow[]
  first: MonthRow
  last: MonthRow
  income: string
  expense: string
  /** What there is more of at the end than at the beginning, and in which direction. */
  change: string
  grew: boolean
  /** Each period begins with what the one before ended with 首尾相接. */
  unbroken: boolean
  /** The periods' sums are those that the statement of the year gives 逐月相加一致. */
  agrees: boolean
}

/** Reads a year's table 逐期收支; null: it has no such table, or no row. */
export function yearOf(blocks: FinanceSeries['blocks']): YearSums | null {
  const table = blocks.find((block): block is Table => block.kind === 'table' && block.id === 'year-table')
  const months = (table?.rows ?? []).map(({ id, cells }): MonthRow => {
    const [name = '', opening = '', income = '', expense = '', closing = ''] = cells.map(cell => cell ?? '')
    return { id, name, opening, income, expense, closing }
  })
  const [first, last] = [months[0], lastOf(months)]
  if (!table || !first || !last) return null
  const income = sumOf(months.map(one => one.income))
  const expense = sumOf(months.map(one => one.expense))
  const change = (scaled(last.closing) ?? 0) - (scaled(first.opening) ?? 0)
  const stated = (id: string) => scaled(table.totals.find(total => total.id === id)?.value)
  return {
    months,
    first,
    last,
    income: written(income, first.income),
    expense: written(expense, first.expense),
    change: written(Math.abs(change), first.opening),
    grew: change >= 0,
    unbroken: months.every(({ opening }, at) => at === 0 || opening === months[at - 1]!.closing),
    agrees: stated('income') === income && stated('expense') === expense,
  }
}

import { periodLabel, periodRange } from '@shared/domain/period'
import { type Account, inOrder, presentClasses, presentYear } from '@shared/presentation/financeYear'
import type { FinanceSeries, FinanceYear } from '@shared/schemas/financeYear'
import type { OrgRow } from '../models'
import type { AccountRow, Accounts } from '../queries/financeYear'
import { presentOrgRef } from './org'
import { shownContent } from './shownContent'

const yearOf = (period: string): number => Number(periodRange(period).end.slice(0, 4))

interface Listed extends Account {
  row: AccountRow
}

function seriesOf(key: string, listed: readonly Listed[]): FinanceSeries {
  const ordered = inOrder(listed) as Listed[]
  return {
    key,
    name: listed[0]!.name,
    blocks: presentYear(ordered),
    notices: ordered.map(({ noticeId, content, row }) => ({
      id: noticeId,
      periodLabel: periodLabel(content.period),
      sentence: row.sentence,
    })),
  }
}

/** Public: the accounts of a year, by default the newest that has any. */
export function presentFinanceYear(
  org: OrgRow,
  { rows, names }: Accounts,
  wanted: number | undefined,
  now: Date,
): FinanceYear {
  // prettier-ignore
  const years = [...new Set(rows.map(({ period }) => yearOf(period)))].sort((a, b) => b - a)
  const year = wanted ?? years[0] ?? now.getUTCFullYear()
  const listed = rows
    .filter(({ period }) => yearOf(period) === year)
    .map((row): Listed => ({
      noticeId: row.noticeId,
      name: names.get(row.itemId) ?? '',
      content: shownContent(row, now),
      row,
    }))
  const keys = [...new Set(listed.map(({ row }) => row.itemKey))]
  const series = keys.map(key => seriesOf(key, listed.filter(({ row }) => row.itemKey === key))) // prettier-ignore
  return {
    org: presentOrgRef(org),
    year,
    years,
    classes: presentClasses(listed),
    series: series.filter(({ notices }) => notices.length > 0),
  }
}

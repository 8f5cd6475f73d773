import { FINANCE_CLASSES, type FinanceClassCode } from '@shared/facts/reading/financeClasses'
import { periodLabel, yearOf } from '@shared/common/period'
import { accountsOfClass, presentClass, presentClasses } from '../accounts/financeClass'
import { type Account, inOrder, presentYear } from '../accounts/financeYear'
import type { FinanceClassPage, FinanceSeries, FinanceYear } from '@shared/contract/reading/financeYear'
import type { AccountRow, Accounts } from '../queries/financeYear'
import { fileName } from '@server/platform/download'
import { type Rows, blockRows, shownContent } from '@server/disclosure/publications'
import { presentOrgRef, type OrgRow } from '@server/people/orgs'

interface Listed extends Account {
  row: AccountRow
}

interface Year {
  year: number
  /** Newest first. */
  years: number[]
  listed: Listed[]
  /** Accounts of every year. */
  all: Listed[]
}

/** Returns the accounts of a year, by default of the newest that has any. */
function accountsIn({ rows, names }: Accounts, wanted: number | undefined, now: Date): Year {
  const years = [...new Set(rows.map(({ period }) => yearOf(period)))].sort((a, b) => b - a)
  const year = wanted ?? years[0] ?? now.getUTCFullYear()
  const all = rows.map((row): Listed => ({
    noticeId: row.noticeId,
    name: names.get(row.itemId) ?? '',
    content: shownContent(row, now),
    row,
  }))
  return { year, years, listed: all.filter(({ row }) => yearOf(row.period) === year), all }
}

const presentRef = ({ noticeId, content, row }: Listed): FinanceSeries['notices'][number] => ({
  id: noticeId,
  period: content.period,
  periodLabel: periodLabel(content.period),
  title: content.title,
  sentence: row.sentence,
})

/** Returns the year's accounts by matter, under the item of the newest one. */
function byMatter(listed: readonly Listed[], { keysOf }: Accounts): Map<string, Listed[]> {
  const matters = new Map<string, Listed[]>()
  for (const one of listed) {
    const key = keysOf(one.row.itemKey).find(known => matters.has(known)) ?? one.row.itemKey
    matters.set(key, [...(matters.get(key) ?? []), one])
  }
  return matters
}

function seriesOf(key: string, listed: readonly Listed[]): FinanceSeries {
  const ordered = inOrder(listed) as Listed[]
  return { key, name: listed[0]!.name, blocks: presentYear(ordered), notices: ordered.map(presentRef) }
}

/** Public: the accounts of a year. */
export function presentFinanceYear(
  org: OrgRow,
  accounts: Accounts,
  wanted: number | undefined,
  now: Date,
): FinanceYear {
  const { year, years, listed, all } = accountsIn(accounts, wanted, now)
  const series = [...byMatter(listed, accounts)].map(([key, ofMatter]) => seriesOf(key, ofMatter))
  return {
    org: presentOrgRef(org),
    year,
    years,
    classes: presentClasses(listed, all),
    source: FINANCE_CLASSES.source,
    series: series.filter(({ notices }) => notices.length > 0),
  }
}

interface Wanted {
  year?: number
  class: FinanceClassCode
  period?: string
  key?: string
}

/** Public: one of the eight classes of a year, optionally of one period or one item. */
export function presentFinanceClass(
  org: OrgRow,
  accounts: Accounts,
  { year: wanted, class: code, period, key }: Wanted,
  now: Date,
): FinanceClassPage {
  const one = FINANCE_CLASSES.classes.find(candidate => candidate.code === code)!
  const { year, listed, all } = accountsIn(
    accounts,
    wanted ?? (period === undefined ? undefined : yearOf(period)),
    now,
  )
  const keys = key === undefined ? null : accounts.keysOf(key)
  const asked = listed.filter(
    ({ row }) => (!period || row.period === period) && (!keys || keys.includes(row.itemKey)),
  )
  const when = period ? periodLabel(period) : `${year}年`
  return {
    org: presentOrgRef(org),
    year,
    line: presentClasses(asked, all).find(line => line.code === code)!,
    when,
    blocks: presentClass(asked, one, when),
    notices: accountsOfClass(asked, one).map(presentRef),
  }
}

export const financeFileName = ({ name }: OrgRow, year: number, format: string): string =>
  fileName(`${name}-${year}年全年的账`, format)

/** Returns the year as rows of a sheet, with exactly what its page and the pages of the eight classes show. */
export function financeRows(org: OrgRow, accounts: Accounts, year: number, now: Date): Rows {
  const { series, classes } = presentFinanceYear(org, accounts, year, now)
  const rowsOf = (blocks: FinanceSeries['blocks']) => blocks.flatMap(block => [[], ...blockRows(block)])
  return [
    [`${org.name}${year}年全年的账`],
    ...series.flatMap(({ name, blocks }) => [[], [name], ...rowsOf(blocks)]),
    ...classes.flatMap(({ code, name, text }) => {
      const { blocks } = presentFinanceClass(org, accounts, { year, class: code }, now)
      return [[], [name, text], ...rowsOf(blocks)]
    }),
  ]
}

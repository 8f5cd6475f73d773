import { FINANCE_CLASSES, type FinanceClass } from '@shared/facts/reading/financeClasses'
import { sumFen, yuan, yuanText } from '@shared/common/money'
import { dateLabel, periodLabel, periodRange, yearOf } from '@shared/common/period'
import type { MoneyLine } from '@shared/contract/disclosure/notice'
import type { PresentedBlock } from '@shared/contract/disclosure/presentation'
import { bars } from '@shared/presentation/blocks'
import { type Account, moneyOf } from './financeYear'
import { uniqueId } from '@shared/presentation/format'
import { presentSheet } from '@shared/presentation/sheets'
import { summarise } from '@shared/presentation/sentences'

/** Returns the names in an account: its own, its title and its labels. */
const wordsOf = ({ name, content }: Account): string =>
  [name, content.title, ...content.blocks.flatMap(block => {
    if (block.type === 'nothing') return []
    return block.type === 'facts' ? [block.label, ...block.entries.map(({ label }) => label)] : [block.label]
  })].join(' ') // prettier-ignore

const sheetsOf = ({ content }: Account, { sheets }: FinanceClass) =>
  content.blocks.filter(block => block.type === 'sheet').filter(({ sheet }) => sheets.includes(sheet))

const linesOf = (account: Account, { side }: FinanceClass): MoneyLine[] =>
  moneyOf(account)?.lines.filter(({ direction }) => direction === side) ?? []

function answers(account: Account, one: FinanceClass): boolean {
  if (one.side) return linesOf(account, one).length > 0
  if (sheetsOf(account, one).length > 0) return true
  const text = wordsOf(account)
  return one.words.some(word => text.includes(word))
}

const newestFirst = (a: Account, b: Account): number =>
  periodRange(a.content.period).end < periodRange(b.content.period).end ? 1 : -1

/** Returns the accounts with content of a class 八类之一, newest first. */
export const accountsOfClass = <One extends Account>(accounts: readonly One[], one: FinanceClass): One[] =>
  accounts.filter(account => answers(account, one)).sort(newestFirst)

/** Summary of one of the eight classes: what was disclosed of it in the year, and when last. */
export interface ClassLine {
  code: FinanceClass['code']
  name: string
  meaning: string
  text: string
  missing: boolean
  /** Where the year has no disclosure, the newest year that has one; null: none. */
  lastYear: number | null
}

function classText(found: readonly Account[], one: FinanceClass, lastYear: number | null): string {
  const [newest] = found
  if (!newest) return lastYear === null ? '还没有公开过' : `这一年没有公开，上一次是${lastYear}年`
  if (one.side) {
    const lines = found.flatMap(account => linesOf(account, one))
    return `${lines.length}笔，共${yuanText(sumFen(lines.map(({ amountFen }) => amountFen)))}`
  }
  return `公开了 ${found.length} 次，最近是${periodLabel(newest.content.period)}的`
}

/**
 * Returns the summary of every class of the rule 八类公开了没有, including those without a disclosure; `all` are the
 * accounts of every year.
 */
export const presentClasses = (accounts: readonly Account[], all: readonly Account[]): ClassLine[] =>
  FINANCE_CLASSES.classes.map(one => {
    const found = accountsOfClass(accounts, one)
    const [last] = found.length > 0 ? [] : accountsOfClass(all, one)
    const lastYear = last ? yearOf(last.content.period) : null
    const { code, name, meaning } = one
    return {
      code,
      name,
      meaning,
      text: classText(found, one, lastYear),
      missing: found.length === 0,
      lastYear,
    }
  })

interface DatedLine extends MoneyLine {
  period: string
}

/** Most bars by item, largest first; the smallest are combined into one. */
const MOST_BARS = 8

function itemBars(lines: readonly DatedLine[]) {
  const sums = new Map<string, number>()
  for (const { item, amountFen } of lines) sums.set(item, (sums.get(item) ?? 0) + amountFen)
  const sorted = [...sums].sort(([, a], [, b]) => b - a)
  const shown = sorted.length > MOST_BARS ? sorted.slice(0, MOST_BARS - 1) : sorted
  const rest = sorted.slice(shown.length)
  const values = shown.map(([item, fen]) => ({ id: item, label: item, fen }))
  const others = rest.length > 0 ? [{ id: '|', label: `其余 ${rest.length} 项`, fen: sumFen(rest.map(([, fen]) => fen)) }] : [] // prettier-ignore
  return sorted.length > 1 ? bars('lines-bars', '按事项看', [...values, ...others]) : null
}

/** Returns the filtered lines of an account: sentence, bars by item, every line, the total. */
function presentLines(accounts: readonly Account[], one: FinanceClass, when: string): PresentedBlock[] {
  const lines = accounts
    .flatMap(account => linesOf(account, one).map(line => ({ ...line, period: account.content.period })))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  const total = sumFen(lines.map(({ amountFen }) => amountFen))
  const rowId = uniqueId()
  return [
    {
      kind: 'summary' as const,
      id: 'lines-summary',
      label: '一句话',
      text: `${when}${one.name}${lines.length}笔，共${yuanText(total)}。`,
      figure: { label: one.name, text: yuan(total), unit: '元' },
    },
    itemBars(lines),
    {
      kind: 'table' as const,
      id: 'lines',
      label: `${one.name}明细`,
      unit: '元',
      columns: [
        { id: 'date', label: '日期', align: 'left' as const },
        { id: 'item', label: '事项', align: 'left' as const },
        { id: 'amount', label: '金额', align: 'right' as const, unit: '元' },
        { id: 'voucher', label: '凭证号', align: 'left' as const },
      ],
      rows: lines.map(({ date, item, amountFen, voucher }) => ({
        id: rowId(`${date}|${item}`),
        cells: [dateLabel(date), item, yuan(amountFen), voucher || '—'],
      })),
      totals: [{ id: 'total', label: '合计', value: yuan(total), unit: '元' }],
    },
  ].filter(block => block !== null)
}

/** Returns what the newest disclosure contains of a class recorded in registers. */
function presentNewest(newest: Account, one: FinanceClass): PresentedBlock[] {
  const { content } = newest
  const sheets = sheetsOf(newest, one)
  const told = sheets.length > 0 ? { ...content, blocks: sheets } : content
  const blockId = uniqueId()
  return [
    summarise(told),
    ...sheets.flatMap(sheet => presentSheet(sheet, blockId(sheet.sheet), content.period)),
  ]
}

/** Returns a class of the year, or of one period: the lines themselves, or the newest registers and statements. */
export function presentClass(
  accounts: readonly Account[],
  one: FinanceClass,
  when: string,
): PresentedBlock[] {
  const found = accountsOfClass(accounts, one)
  if (found.length === 0) return []
  return one.side ? presentLines(found, one, when) : presentNewest(found[0]!, one)
}

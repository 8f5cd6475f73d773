import { sumFen, yuan, yuanText } from '@shared/common/money'
import { periodLabel, periodRange } from '@shared/common/period'
import { statementTotals } from '@shared/content/statement'
import type { ContentBlock, NoticeContent } from '@shared/contract/disclosure/notice'
import type { PresentedBlock } from '@shared/contract/disclosure/presentation'
import { bars } from '@shared/presentation/blocks'
import { type FinanceBar, barId } from '@shared/presentation/financeBar'

type Money = Extract<ContentBlock, { type: 'money' }>
type ViewOf<Kind extends PresentedBlock['kind']> = Extract<PresentedBlock, { kind: Kind }>

/** A published account, as far as a year's page needs it. */
export interface Account {
  noticeId: string
  /** Name of the item. */
  name: string
  content: NoticeContent
}

interface Step {
  period: string
  label: string
  openingFen: number
  incomeFen: number
  expenseFen: number
  closingFen: number
}

export const moneyOf = ({ content }: Account): Money | undefined =>
  content.blocks.find((block): block is Money => block.type === 'money')

/** Returns the period without its year: 3月, 第一季度; 全年 for the whole year. */
const shortLabel = (period: string): string => periodLabel(period).replace(/^\d{4}年/, '') || '全年'

/** Returns the accounts with a statement, first period first. */
export const inOrder = (accounts: readonly Account[]): Account[] =>
  accounts
    .filter(moneyOf)
    .sort((a, b) => (periodRange(a.content.period).start < periodRange(b.content.period).start ? -1 : 1))

function stepOf(account: Account): Step {
  const block = moneyOf(account)!
  const { incomeFen, expenseFen } = statementTotals(block)
  const { openingFen, closingFen } = block
  const { period } = account.content
  return { period, label: shortLabel(period), openingFen, incomeFen, expenseFen, closingFen }
}

/** Returns the bars of a year; each bar's id holds its period and content, to which it links. */
function barsOf(
  id: string,
  label: string,
  values: readonly { period: string; what: FinanceBar['what']; label: string; fen: number }[],
): ViewOf<'bars'> | null {
  return bars(id, label, values.map(({ period, what, label: name, fen }) => ({ id: barId({ period, what }), label: name, fen }))) // prettier-ignore
}

const column = (id: string, label: string) => ({ id, label, align: 'right' as const, unit: '元' })

function tableOf(steps: readonly Step[]): ViewOf<'table'> {
  return {
    kind: 'table',
    id: 'year-table',
    label: '逐期收支',
    unit: '元',
    columns: [
      { id: 'period', label: '时间', align: 'left' },
      column('opening', '期初余额'),
      column('income', '收入'),
      column('expense', '支出'),
      column('closing', '期末余额'),
    ],
    rows: steps.map(({ label, openingFen, incomeFen, expenseFen, closingFen }) => ({
      id: label,
      cells: [label, ...[openingFen, incomeFen, expenseFen, closingFen].map(yuan)],
    })),
    totals: [
      {
        id: 'income',
        label: '收入合计',
        value: yuan(sumFen(steps.map(({ incomeFen }) => incomeFen))),
        unit: '元',
      },
      {
        id: 'expense',
        label: '支出合计',
        value: yuan(sumFen(steps.map(({ expenseFen }) => expenseFen))),
        unit: '元',
      },
    ],
  }
}

/** Returns a sentence for each balance that is not carried over 余额没有接上. */
function breaksOf(steps: readonly Step[]): string[] {
  return steps.slice(1).flatMap((step, at) => {
    const before = steps[at]!
    if (before.closingFen === step.openingFen) return []
    return [`${step.label}的期初余额${yuanText(step.openingFen)}，和${before.label}的期末余额${yuanText(before.closingFen)}接不上。`] // prettier-ignore
  })
}

function sentenceOf(steps: readonly Step[]): string {
  const [first, last] = [steps[0]!, steps.at(-1)!]
  const income = sumFen(steps.map(({ incomeFen }) => incomeFen))
  const expense = sumFen(steps.map(({ expenseFen }) => expenseFen))
  const span = steps.length > 1 ? `${first.label}到${last.label}` : first.label
  return `${span}公开了${steps.length}期，收入${yuanText(income)}，支出${yuanText(expense)}，期末结余${yuanText(last.closingFen)}。`
}

/**
 * Returns an item's year: sentence, income and expense, the balance, the table of the same numbers, and the
 * inconsistencies.
 */
export function presentYear(accounts: readonly Account[]): PresentedBlock[] {
  const steps = accounts.map(stepOf)
  if (steps.length === 0) return []
  const last = steps.at(-1)!
  const breaks = breaksOf(steps)
  const views: (PresentedBlock | null)[] = [
    {
      kind: 'summary',
      id: 'year',
      label: '一句话',
      text: sentenceOf(steps),
      figure: { label: '期末结余', text: yuan(last.closingFen), unit: '元' },
    },
    barsOf('year-flow', '每期收入和支出', steps.flatMap(({ period, label, incomeFen, expenseFen }) => [
      { period, what: 'income', label: `${label} 收入`, fen: incomeFen },
      { period, what: 'expense', label: `${label} 支出`, fen: expenseFen },
    ])), // prettier-ignore
    barsOf('year-balance', '每期期末余额', steps.map(({ period, label, closingFen }) => ({ period, what: 'balance', label, fen: closingFen }))), // prettier-ignore
    tableOf(steps),
    breaks.length > 0
      ? { kind: 'text' as const, id: 'year-breaks', label: '余额没有接上的', paragraphs: breaks }
      : null,
  ]
  return views.filter(block => block !== null)
}

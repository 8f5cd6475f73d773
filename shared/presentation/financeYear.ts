import { FINANCE_CLASSES, type FinanceClass } from '../data/financeClasses'
import { sumFen, yuan, yuanText } from '../domain/money'
import { periodLabel, periodRange } from '../domain/period'
import { statementTotals } from '../domain/statement'
import type { ContentBlock, NoticeContent } from '../schemas/notice'
import type { PresentedBlock } from '../schemas/presentation'

type Money = Extract<ContentBlock, { type: 'money' }>
type ViewOf<Kind extends PresentedBlock['kind']> = Extract<PresentedBlock, { kind: Kind }>

/** A published account, as far as a year needs it. */
export interface Account {
  noticeId: string
  /** Name of the item. */
  name: string
  content: NoticeContent
}

interface Step {
  label: string
  openingFen: number
  incomeFen: number
  expenseFen: number
  closingFen: number
}

const moneyOf = ({ content }: Account): Money | undefined =>
  content.blocks.find((block): block is Money => block.type === 'money')

/** The account's year without the year's own name: 3月, 第一季度; of the year as a whole 全年. */
const shortLabel = (period: string): string => periodLabel(period).replace(/^\d{4}年/, '') || '全年'

/** Accounts with a statement, first period first. */
export const inOrder = (accounts: readonly Account[]): Account[] =>
  accounts
    .filter(moneyOf)
    .sort((a, b) => (periodRange(a.content.period).start < periodRange(b.content.period).start ? -1 : 1))

function stepOf(account: Account): Step {
  const block = moneyOf(account)!
  const { incomeFen, expenseFen } = statementTotals(block)
  const { openingFen, closingFen } = block
  return { label: shortLabel(account.content.period), openingFen, incomeFen, expenseFen, closingFen }
}

function barsOf(
  id: string,
  label: string,
  values: readonly { label: string; fen: number }[],
): ViewOf<'bars'> {
  const longest = Math.max(...values.map(({ fen }) => Math.abs(fen)), 1)
  return {
    kind: 'bars',
    id,
    label,
    unit: '元',
    bars: values.map(({ label: name, fen }, at) => ({
      id: `${id}-${at}`,
      label: name,
      text: yuan(fen),
      permille: Math.round((Math.max(fen, 0) / longest) * 1_000),
    })),
  }
}

const column = (id: string, label: string) => ({ id, label, align: 'right' as const })

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
      { id: 'income', label: '收入合计', value: yuan(sumFen(steps.map(({ incomeFen }) => incomeFen))) },
      { id: 'expense', label: '支出合计', value: yuan(sumFen(steps.map(({ expenseFen }) => expenseFen))) },
    ],
  }
}

/** Balances that are not carried over 余额没有接上, each in a sentence. */
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

/** A matter's year: sentence, income and expense, the balance, the table with the same numbers, and what does not agree. */
export function presentYear(accounts: readonly Account[]): PresentedBlock[] {
  const steps = accounts.map(stepOf)
  if (steps.length === 0) return []
  const last = steps.at(-1)!
  const breaks = breaksOf(steps)
  return [
    {
      kind: 'summary',
      id: 'year',
      label: '一句话',
      text: sentenceOf(steps),
      figure: { label: '期末结余', text: yuan(last.closingFen), unit: '元' },
    },
    barsOf('year-flow', '每期收入和支出', steps.flatMap(({ label, incomeFen, expenseFen }) => [
      { label: `${label} 收入`, fen: incomeFen },
      { label: `${label} 支出`, fen: expenseFen },
    ])), // prettier-ignore
    barsOf('year-balance', '每期期末余额', steps.map(({ label, closingFen }) => ({ label, fen: closingFen }))), // prettier-ignore
    tableOf(steps),
    ...(breaks.length > 0
      ? [{ kind: 'text' as const, id: 'year-breaks', label: '余额没有接上的', paragraphs: breaks }]
      : []),
  ]
}

/** All that an account says by its names. */
const wordsOf = ({ name, content }: Account): string =>
  [name, content.title, ...content.blocks.flatMap(block => {
    if (block.type === 'nothing') return []
    return block.type === 'facts' ? [block.label, ...block.entries.map(({ label }) => label)] : [block.label]
  })].join(' ') // prettier-ignore

function answers(account: Account, { words, side }: FinanceClass): boolean {
  if (side) return moneyOf(account)?.lines.some(({ direction }) => direction === side) ?? false
  const text = wordsOf(account)
  return words.some(word => text.includes(word))
}

/** 八类公开了没有: which of the eight classes the year's accounts answer, and when last. */
export function presentClasses(accounts: readonly Account[]): ViewOf<'facts'> {
  const rows = FINANCE_CLASSES.classes.map(one => {
    const found = accounts.filter(account => answers(account, one))
    const periods = found.map(({ content }) => content.period).sort((a, b) => (periodRange(a).end < periodRange(b).end ? -1 : 1)) // prettier-ignore
    const newest = periods.at(-1)
    return {
      id: one.code,
      label: one.name,
      value: newest ? `公开了 ${found.length} 次，最近是${periodLabel(newest)}的` : '这一年没有公开',
      missing: newest === undefined,
    }
  })
  return { kind: 'facts', id: 'classes', label: '八类内容公开情况', rows }
}

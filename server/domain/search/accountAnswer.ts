import { sumFen, yuan, yuanText } from '@shared/common/money'
import { dateLabel, periodLabel, yearOf } from '@shared/common/period'
import { statementTotals } from '@shared/content/statement'
import type { ContentBlock, MoneyLine } from '@shared/contract/disclosure/notice'
import type { AnswerBar, AnswerLine } from '@shared/contract/reading/answer'
import type { KeyFigure } from '@shared/contract/reading/site'
import { type AccountQuestion, namedMost } from './meaning/accounts'

type Money = Extract<ContentBlock, { type: 'money' }>

/** A published statement of accounts 收支表. */
export interface Statement {
  noticeId: string
  period: string
  money: Money
}

interface Entry extends MoneyLine {
  noticeId: string
  period: string
}

/** What the accounts say to a question: computed from the published entries alone. */
export interface AccountAnswer {
  title: string
  /** Null where the asked month has no such entry. */
  figure: KeyFigure | null
  says: string
  bars: AnswerBar[]
  /** The period that the figure is of; empty where it was not disclosed. */
  period: string
  /** The statement that says so, and its entry where it is one. */
  noticeId: string
  entry: string | null
  /** The word of the question that the entries are named by; empty: whole sums. */
  word: string
  lines: AnswerLine[]
}

const shortPeriod = (period: string): string => periodLabel(period).replace(/^\d{4}年/, '') || '全年'
const isMonth = (period: string, month: number): boolean => period.slice(5) === String(month).padStart(2, '0')

/** Returns a day, its year only where that is not this one. */
const dayWords = (date: string, { thisYear }: AccountQuestion): string =>
  dateLabel(date).replace(new RegExp(`^${thisYear}年`), '')

const entryWords = ({ date, voucher }: MoneyLine, asked: AccountQuestion): string =>
  `${dayWords(date, asked)}${voucher ? `，凭证 ${voucher}` : ''}`

/** Returns the year before a title where it is not this one. */
const yearWords = (period: string, { thisYear }: AccountQuestion): string =>
  yearOf(period) === thisYear ? '' : `${yearOf(period)}年`

const lineOf =
  (asked: AccountQuestion) =>
  (entry: Entry): AnswerLine => ({
    noticeId: entry.noticeId,
    title: `${dayWords(entry.date, asked)} ${entry.item}`,
    text: entry.voucher ? `凭证 ${entry.voucher}` : shortPeriod(entry.period),
    amount: yuan(entry.amountFen),
    side: entry.direction === 'income' ? '收进' : '花出',
  })

/** A period of the year with its sum. */
interface Sum {
  period: string
  noticeId: string
  fen: number
}

function barsOf(sums: readonly Sum[]): AnswerBar[] {
  const most = Math.max(1, ...sums.map(({ fen }) => fen))
  return sums.map(({ period, fen }) => ({
    id: period,
    label: shortPeriod(period).replace(/月$/, ''),
    text: `${shortPeriod(period)} ${yuanText(fen)}`,
    permille: Math.max(0, Math.round((fen / most) * 1000)),
  }))
}

/** Says how a sum compares with the other ones of the year: the least, the most, the one before. */
function comparedWords(sums: readonly Sum[], at: number, done: string): string[] {
  const [here, before] = [sums[at]!, sums[at - 1]]
  const unit = /-\d\d$/.test(here.period) ? '个月' : '期'
  const others = sums.filter(({ fen }, index) => fen > 0 && index !== at)
  const extreme = (word: string, than: (fen: number) => boolean) =>
    others.length > 1 && others.every(({ fen }) => than(fen)) ? [`是这一年${done}得${word}的一${unit}`] : []
  return [
    ...extreme('最少', fen => here.fen < fen),
    ...extreme('最多', fen => here.fen > fen),
    ...(before && before.fen > 0 ? [`${shortPeriod(before.period)}是${yuanText(before.fen)}`] : []),
  ]
}

function sentence(parts: readonly string[]): string {
  return parts.length > 0 ? `${parts.join('，')}。` : ''
}

/** Returns the statement that is asked for: of the month, else the newest; null: the month was not disclosed. */
function askedStatement(year: readonly Statement[], { month }: AccountQuestion): Statement | null {
  if (month === null) return year.at(-1) ?? null
  return year.find(({ period }) => isMonth(period, month)) ?? null
}

function sumsOf(year: readonly Statement[], fenOf: (statement: Statement) => number): Sum[] {
  return year.map(one => ({ period: one.period, noticeId: one.noticeId, fen: fenOf(one) }))
}

const TITLES = { income: '收进的钱', expense: '花出的钱', balance: '底账上还有' } as const

/** Names the largest matters of a side. */
function largestWords({ lines }: Money, side: 'income' | 'expense'): string[] {
  const sums = new Map<string, number>()
  for (const { direction, item, amountFen } of lines) {
    if (direction === side) sums.set(item, (sums.get(item) ?? 0) + amountFen)
  }
  const largest = [...sums].sort(([, a], [, b]) => b - a).slice(0, 3)
  return largest.map(([item, fen]) => `${item}${yuanText(fen)}`)
}

/** Answers what came in, went out or is left over of a whole period. */
function wholeAnswer(year: readonly Statement[], asked: AccountQuestion): AccountAnswer | null {
  const { about } = asked
  const statement = askedStatement(year, asked)
  if (!about || !statement) return null
  const fenOf = ({ money }: Statement) => {
    const { incomeFen, expenseFen } = statementTotals(money)
    return { income: incomeFen, expense: expenseFen, balance: money.closingFen }[about]
  }
  const { noticeId, period, money } = statement
  const sums = sumsOf(year, fenOf)
  const before = sums[sums.findIndex(one => one.period === period) - 1]
  const last = before ? [`${shortPeriod(before.period)}底是${yuanText(before.fen)}`] : []
  const largest = about === 'balance' ? last : [`最多的是${largestWords(money, about).join('，')}`]
  const entries = money.lines
    .filter(({ direction }) => about === 'balance' || direction === about)
    .map((line): Entry => ({ ...line, noticeId, period }))
    .sort((a, b) => b.amountFen - a.amountFen)
  return {
    title: `${yearWords(period, asked)}${shortPeriod(period)}${TITLES[about]}`,
    figure: { label: '', text: yuan(fenOf(statement)), unit: '元' },
    says: entries.length > 0 ? sentence(largest) : '',
    bars: barsOf(sums),
    period,
    noticeId,
    entry: null,
    word: '',
    lines: entries.map(lineOf(asked)),
  }
}

/** The named entries of a year on one side of the accounts, period by period. */
interface Named {
  asked: AccountQuestion
  /** Newest first. */
  entries: Entry[]
  newest: Entry
  name: string
  sums: Sum[]
  together: string
}

function namedIn(year: readonly Statement[], asked: AccountQuestion, all: readonly Entry[]): Named | null {
  const newest = all.find(({ period }) => year.some(one => one.period === period))
  if (!newest) return null
  const entries = all.filter(({ direction }) => direction === newest.direction)
  const isOne = new Set(all.map(({ item }) => item)).size === 1
  const fenOf = (statement: Statement) =>
    sumFen(
      entries.filter(({ noticeId }) => noticeId === statement.noticeId).map(({ amountFen }) => amountFen),
    )
  const sums = sumsOf(year, fenOf)
  const whole = yuanText(sumFen(sums.map(({ fen }) => fen)))
  const together = `${yearOf(newest.period)}年已公开的一共${whole}`
  return { asked, entries, newest, name: isOne ? newest.item : `“${asked.words}”`, sums, together }
}

type Said = Omit<AccountAnswer, 'word' | 'lines'>

/** Answers for a month without such an entry; `here`: its statement, null where it was not disclosed. */
function missingAnswer({ asked, newest, name, sums, together }: Named, here: Sum | null): Said {
  const last = `最近一次是${entryWords(newest, asked)}，${yuanText(newest.amountFen)}`
  const why = here ? `${shortPeriod(here.period)}的账里没有这一项` : `${asked.month}月的账还没有公开`
  return {
    title: `${asked.month}月${name}`,
    figure: null,
    says: [why, last, together].map(part => sentence([part])).join(''),
    bars: barsOf(sums),
    period: here?.period ?? '',
    noticeId: here?.noticeId ?? newest.noticeId,
    entry: here ? null : entryWords(newest, asked),
  }
}

function periodAnswer({ asked, entries, newest, name, sums, together }: Named, here: Sum): Said {
  const [one, ...more] = entries.filter(({ period }) => period === here.period)
  const done = newest.direction === 'income' ? '收' : '花'
  return {
    title: `${yearWords(here.period, asked)}${shortPeriod(here.period)}${name}`,
    figure: { label: '', text: yuan(here.fen), unit: '元' },
    says: `${sentence(comparedWords(sums, sums.indexOf(here), done))}${sentence([together])}`,
    bars: barsOf(sums),
    period: here.period,
    noticeId: here.noticeId,
    entry: one && more.length === 0 ? entryWords(one, asked) : null,
  }
}

/** Answers for the entries that bear a name, a year's together and each for itself. */
function namedAnswer(
  year: readonly Statement[],
  asked: AccountQuestion,
  all: readonly Entry[],
): AccountAnswer | null {
  const named = namedIn(year, asked, all)
  if (!named) return null
  const wanted = asked.month === null ? named.newest.period : askedStatement(year, asked)?.period
  const here = named.sums.find(({ period }) => period === wanted) ?? null
  const said = here && here.fen > 0 ? periodAnswer(named, here) : missingAnswer(named, here)
  return { ...said, word: asked.words, lines: all.map(lineOf(asked)) }
}

const inOrder = (a: Statement, b: Statement) => (a.period < b.period ? -1 : Number(a.period > b.period))
const newerFirst = (a: Entry, b: Entry) => (a.date < b.date ? 1 : -Number(a.date > b.date))

/**
 * Answers a question from the published statements of accounts; null: it asks for nothing that they say. Without a
 * year, the newest year with accounts is meant.
 */
export function accountAnswer(
  statements: readonly Statement[],
  asked: AccountQuestion,
): AccountAnswer | null {
  const years = statements.map(({ period }) => yearOf(period))
  const wanted = asked.year ?? Math.max(...years)
  const year = statements.filter(({ period }) => yearOf(period) === wanted).sort(inOrder)
  if (year.length === 0) return null
  const entries = statements.flatMap(({ noticeId, period, money }) =>
    money.lines.map((line): Entry => ({ ...line, noticeId, period })),
  )
  if (asked.words === '') return wholeAnswer(year, asked)
  const found = namedMost(asked.words, entries, ({ item }) => item)
  return found.length > 0 ? namedAnswer(year, asked, found.sort(newerFirst)) : null
}

import type { ContentBlock, MoneyLine, NoticeContent } from '@shared/contract/disclosure/notice'
import { periodOf, periodRange } from '@shared/common/period'
import { yuan } from '@shared/common/money'
import { seededRandom, type Chance } from '../seededRandom'
import { afterPeriod, type SeedCalendar } from '../calendar'
import data from '../data/money.json'
import { handlerOf } from '../names'
import type { SeedVillage } from '../orgs'
import { VOUCHERS } from '../rows/vouchers'
import { textBlock, titled, type Entry, type Topic } from './topic'

type Money = Extract<ContentBlock, { type: 'money' }>
interface Kind {
  item: string
  low: number
  high: number
  chance: number
}

const subjectOf = (village: SeedVillage) =>
  village.kind === 'village' ? '村级财务收支公开' : '社区财务收支公开'

/** Returns an amount that ends in whole yuan, tenths or fen, like real bills. */
function amountFen(chance: Chance, kind: Kind): number {
  const yuanPart = chance.int(kind.low, kind.high)
  return yuanPart * 100 + chance.pick([0, 0, 0, 50, 80, chance.int(1, 99)])
}

function monthLines(village: SeedVillage, month: string): MoneyLine[] {
  const chance = seededRandom('finance', village.code, month)
  const lastDay = Number(periodRange(month).end.slice(8))
  const incomes = village.income.flatMap(source => data.income[source as keyof typeof data.income])
  const lineOf = (direction: MoneyLine['direction']) => (kind: Kind) => ({
    date: `${month}-${String(chance.int(2, lastDay - 1)).padStart(2, '0')}`,
    direction,
    item: kind.item,
    amountFen: amountFen(chance, kind),
  })
  const happened = (kinds: readonly Kind[]) => kinds.filter(kind => chance.happens(kind.chance))
  const lines = [...happened(incomes).map(lineOf('income')), ...happened(data.expense).map(lineOf('expense'))]
  return lines
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .map((line, index) => ({
      ...line,
      handler: handlerOf(village),
      voucher: `${month}-${String(index + 1).padStart(3, '0')}`,
    }))
}

function moneyBlock(openingFen: number, lines: MoneyLine[]): Money {
  const closingFen = lines.reduce(
    (balance, line) => balance + (line.direction === 'income' ? line.amountFen : -line.amountFen),
    openingFen,
  )
  return { type: 'money', label: '收支明细', openingFen, lines, closingFen }
}

function remarkOf(money: Money): string {
  const largest = [...money.lines]
    .sort((a, b) => b.amountFen - a.amountFen)
    .find(line => line.direction === 'expense')
  const spent = largest
    ? `本期最大的一笔支出是${largest.item}，${yuan(largest.amountFen)}元。`
    : '本期没有支出。'
  return `${spent}原始凭证可到村（居）委会查阅。`
}

function statementOf(village: SeedVillage, period: string, money: Money): NoticeContent {
  const review = seededRandom('review', village.code, period).pick(data.review)
  return {
    title: titled(period, subjectOf(village)),
    period,
    blocks: [
      money,
      { type: 'facts', label: '审核情况', entries: [{ label: '民主理财小组意见', value: review }] },
      textBlock(remarkOf(money)),
    ],
  }
}

/** Returns the line with the amount and the picture of its voucher, if there is one. */
function vouched(line: MoneyLine): MoneyLine {
  const receipt = VOUCHERS.receipts.find(({ item }) => item === line.item)
  return receipt ? { ...line, amountFen: receipt.amountFen, images: [receipt.image] } : line
}

/** Position from the end of the account with voucher pictures: the last that no street repeats, published or not. */
const VOUCHED = 3

/** Builds statements of consecutive periods: each opens with the previous closing balance. */
function statements(village: SeedVillage, periods: { key: string; months: string[] }[]): Entry[] {
  let balance = village.openingFen
  return periods.map(({ key, months }, at) => {
    const hasVouchers = village.code === VOUCHERS.village && at === periods.length - VOUCHED
    const booked = months.flatMap(month => monthLines(village, month))
    const money = moneyBlock(balance, hasVouchers ? booked.map(vouched) : booked)
    balance = money.closingFen
    const days = seededRandom('finance-day', village.code, key).int(3, 9)
    return {
      content: statementOf(village, key, money),
      publishAt: afterPeriod(key, days, village.code, 'finance'),
    }
  })
}

const monthsOfQuarter = (quarter: string, months: string[]) => {
  const { start, end } = periodRange(quarter)
  return months.filter(month => periodRange(month).start >= start && periodRange(month).end <= end)
}

const periodsOf = (village: SeedVillage, calendar: SeedCalendar) =>
  village.finance === 'monthly'
    ? calendar.months.map(month => ({ key: month, months: [month] }))
    : calendar.quarters.map(key => ({ key, months: monthsOfQuarter(key, calendar.months) }))

/** 村级财务收支: monthly if the village has monthly accounts, else quarterly; balances carry over. */
export const financeTopic: Topic = {
  code: 'finance',
  places: [{ area: '村级财务', path: ['财务收支', '村级财务收支情况'] }],
  write: (village, calendar) => statements(village, periodsOf(village, calendar)),
  streetPeriods: 1,
  unbroken: true,
}

/** Returns the village's balance at the end of a day, from the account that ends with it. */
export function closingAt(village: SeedVillage, calendar: SeedCalendar, end: string): number {
  const told = statements(village, periodsOf(village, calendar))
  const [money] = told.find(({ content }) => periodRange(content.period).end === end)?.content.blocks ?? []
  return money?.type === 'money' ? money.closingFen : village.openingFen
}

/** Builds the current month's unfinished statement up to yesterday; null without entries. */
export function runningMonth(village: SeedVillage, calendar: SeedCalendar): NoticeContent | null {
  const month = periodOf(calendar.today, 'monthly')
  const lines = monthLines(village, month).filter(line => line.date < calendar.today)
  const last = statements(village, periodsOf(village, calendar)).at(-1)?.content.blocks[0]
  if (lines.length === 0 || last?.type !== 'money') return null
  return statementOf(village, month, moneyBlock(last.closingFen, lines))
}

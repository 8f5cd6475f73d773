import { type StatementForm, sheetForm } from '@shared/facts/disclosure/sheets'
import { periodRange } from '@shared/common/period'
import { carriedSheet, filledRows, sheetTotals, sumOfRow } from '@shared/content/sheet'
import type { ContentBlock, SheetBlock, SheetRow } from '@shared/contract/disclosure/notice'
import { afterPeriod, type SeedCalendar } from '../calendar'
import data from '../data/registers.json'
import type { SeedVillage } from '../orgs'
import { closingAt } from './finance'
import { factsBlock, titled, type Entry, type Topic } from './topic'

const fen = (yuan: number): number => Math.round(yuan * 100)
const share = (amount: number, percent: number): number => Math.round((amount * percent) / 100)

const blockOf = (sheet: SheetBlock['sheet'], rows: SheetRow[]): SheetBlock => ({ type: 'sheet', sheet, label: sheetForm(sheet).name, rows }) // prettier-ignore

/** Computes the total of a row by its register's rule. */
function ruled(sheet: SheetBlock['sheet'], row: SheetRow): SheetRow {
  const form = sheetForm(sheet)
  return form.kind === 'register' && form.rule ? { ...row, [form.rule.total]: sumOfRow(form.rule, row) } : row
}

/** Removes the undefined fields of a row. */
const present = (row: Record<string, string | number | undefined>): SheetRow =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as SheetRow

const QUARTERS_OF_YEAR = 4
const quartersSince = (day: string, end: string): number =>
  (Number(end.slice(0, 4)) - Number(day.slice(0, 4))) * QUARTERS_OF_YEAR +
  Math.floor((Number(end.slice(5, 7)) - Number(day.slice(5, 7))) / 3)

const assetsAt = (end: string): SheetBlock =>
  blockOf('assets', data.assets.map(({ thing, sort, quantity, since, yuan, years, use }) => {
    const worn = Math.min(quartersSince(since, end), years * QUARTERS_OF_YEAR)
    const depreciationFen = Math.round((fen(yuan) * worn) / (years * QUARTERS_OF_YEAR))
    return ruled('assets', { thing, sort, quantity, since, originalFen: fen(yuan), depreciationFen, use })
  })) // prettier-ignore

const resources: SheetBlock = blockOf('resources', data.resources.map(({ yearYuan, ...row }) =>
  present({ ...row, yearFen: yearYuan === undefined ? undefined : fen(yearYuan) }))) // prettier-ignore

type Moved = (typeof data.claims)[number] & { dueOn?: string }

/** Builds a register of claims or debts over the quarters: each opens with the previous closing values. */
function movedThrough(
  sheet: 'claims' | 'debts',
  moved: readonly Moved[],
  quarters: readonly string[],
): SheetBlock[] {
  const row = ({ party, about, since, dueOn, yuan }: Moved) => present({ party, about, since, dueOn, openingFen: fen(yuan), increaseFen: 0, decreaseFen: 0, closingFen: fen(yuan) }) // prettier-ignore
  let block = blockOf(sheet, moved.map(row)) // prettier-ignore
  return quarters.map((quarter, at) => {
    const started = at === 0 ? block : carriedSheet({ block, period: quarters[at - 1]! }, quarter)
    const rows = started.rows.map(one => {
      const { pays } = moved.find(({ party, about }) => party === one.party && about === one.about)!
      return ruled(sheet, { ...one, decreaseFen: share(Number(one.openingFen), pays[at] ?? 0) })
    })
    block = { ...started, rows }
    return block
  })
}

const quarterOf = (period: string): number => Number(period.slice(-1))

/** Builds the leases over the quarters: rent due once a year, paid in parts. */
function leasesThrough(quarters: readonly string[]): SheetBlock[] {
  let owed = new Map<string, number>()
  return quarters.map(quarter => {
    const rows = data.leases.map(({ yearYuan, quarter: dueIn, day, pays, ...lease }) => {
      const since = (quarterOf(quarter) - dueIn + QUARTERS_OF_YEAR) % QUARTERS_OF_YEAR
      const arrearsFen = owed.get(lease.thing) ?? 0
      const dueFen = since === 0 ? fen(yearYuan) : 0
      const dueYear = Number(quarter.slice(0, 4)) - (quarterOf(quarter) < dueIn ? 1 : 0)
      const paidFen = share(arrearsFen + dueFen, pays[since] ?? 0)
      return ruled('leases', { ...lease, yearFen: fen(yearYuan), dueOn: `${dueYear}-${day}`, arrearsFen, dueFen, paidFen }) // prettier-ignore
    })
    owed = new Map(rows.map(row => [String(row.thing), Number(row.owedFen)]))
    return blockOf('leases', rows)
  })
}

interface Books {
  assets: SheetBlock
  claims: SheetBlock
  debts: SheetBlock
  leases: SheetBlock
  cashFen: number
}

const totalOf = (block: SheetBlock, field: string): number => sheetTotals(block)[field] ?? 0

/** Computes a column of the balance sheet from the books; the remainder is 未分配收益. */
function balanceOf(
  { assets, claims, debts, leases, cashFen }: Books,
  reserveFen: number,
): Map<string, number> {
  const form = sheetForm('balance-sheet') as StatementForm
  const given = new Map([
    ['cash', cashFen],
    ['receivable', totalOf(claims, 'closingFen') + totalOf(leases, 'owedFen')],
    ['fixed-original', totalOf(assets, 'originalFen')],
    ['fixed-worn', totalOf(assets, 'depreciationFen')],
    ['long-loan', totalOf(debts, 'closingFen')],
    ['capital', fen(data.capital)],
    ['reserve', reserveFen],
  ])
  const open = filledRows(form, given)
  return filledRows(form, given.set('undistributed', open.get('assets-total')! - open.get('both-total')!))
}

const statementRows = (
  form: StatementForm,
  now: ReadonlyMap<string, number>,
  before: ReadonlyMap<string, number>,
): SheetRow[] =>
  // prettier-ignore
  form.lines.map(({ code }) => ({ line: code, nowFen: now.get(code) ?? 0, beforeFen: before.get(code) ?? 0 }))

/** Returns a year's distribution, the newest at 0. */
function distributedIn(at: number): Map<string, number> {
  const form = sheetForm('income-distribution') as StatementForm
  return filledRows(form, new Map(Object.entries(data.year).map(([line, yuan]) => [line, fen(yuan[at]!)])))
}

/** Returns the 公积公益金 that makes last year's closing balance match its distribution. */
function reserveOf(quarters: readonly string[], books: readonly Books[]): number {
  const lastYear = quarters.findLastIndex(quarter => quarterOf(quarter) === QUARTERS_OF_YEAR)
  const equity = balanceOf(books.at(lastYear)!, 0).get('undistributed')!
  return equity - distributedIn(0).get('closing-undistributed')!
}

/** Builds the balance sheets of the quarters; the first year opens with the initial books. */
function balancesThrough(
  quarters: readonly string[],
  books: readonly Books[],
  foundFen: number,
): SheetBlock[] {
  const form = sheetForm('balance-sheet') as StatementForm
  const reserveFen = reserveOf(quarters, books)
  let before = balanceOf({ ...books[0]!, cashFen: foundFen }, reserveFen)
  return quarters.map((quarter, at) => {
    if (at > 0 && quarterOf(quarter) === 1) before = balanceOf(books[at - 1]!, reserveFen)
    return blockOf('balance-sheet', statementRows(form, balanceOf(books[at]!, reserveFen), before))
  })
}

const review = factsBlock({ 民主理财小组意见: '已逐行和账本核对，属实，同意公开。' })

const entryOf = (
  period: string,
  subject: string,
  blocks: ContentBlock[],
  days: number,
  village: SeedVillage,
): Entry => ({
  // prettier-ignore
  content: { title: titled(period, subject), period, blocks: [...blocks, review] },
  publishAt: afterPeriod(period, days, village.code, subject),
})

/** Offset in days; before the accounts of the period, so that those stay the newest. */
const SOON = 1

const written = (village: SeedVillage): boolean => village.code === data.village

const byQuarter = (
  code: string,
  path: string,
  subject: string,
  blocks: (village: SeedVillage, calendar: SeedCalendar) => ContentBlock[][],
): Topic => ({
  code,
  places: [{ area: '村级财务', path: [path] }],
  write: (village, calendar) =>
    written(village)
      ? blocks(village, calendar).map((own, at) => entryOf(calendar.quarters[at]!, subject, own, SOON, village)) // prettier-ignore
      : [],
  streetPeriods: 0,
  unbroken: true,
})

/** 各项资产: the register of assets and the balance sheet, whose cash equals that of the accounts. */
export const assetsTopic = byQuarter('assets', '各项资产', '集体资产和资产负债表', (village, calendar) => {
  const { quarters } = calendar
  const [claims, debts] = [movedThrough('claims', data.claims, quarters), movedThrough('debts', data.debts, quarters)] // prettier-ignore
  const leases = leasesThrough(quarters)
  const books = quarters.map((quarter, at): Books => {
    const { end } = periodRange(quarter)
    return { assets: assetsAt(end), claims: claims[at]!, debts: debts[at]!, leases: leases[at]!, cashFen: closingAt(village, calendar, end) } // prettier-ignore
  })
  const balances = balancesThrough(quarters, books, village.openingFen)
  return books.map(({ assets }, at) => [assets, balances[at]!])
})

/** 各类资源: the register of resources, and of leases with their rent payments. */
export const resourcesTopic = byQuarter(
  'resources',
  '各类资源',
  '集体资源和发包租赁',
  (_village, { quarters }) => leasesThrough(quarters).map(leases => [resources, leases]),
)

/** 债权债务. */
export const claimsTopic = byQuarter('claims', '债权债务', '集体债权债务', (_village, { quarters }) => {
  const debts = movedThrough('debts', data.debts, quarters)
  return movedThrough('claims', data.claims, quarters).map((claims, at) => [claims, debts[at]!])
})

const DISTRIBUTED = 12

/** 收益分配 of the last ended year. */
export const distributionTopic: Topic = {
  code: 'distribution',
  places: [{ area: '村级财务', path: ['收益分配'] }],
  write: (village, { today }) => {
    if (!written(village)) return []
    const year = String(Number(today.slice(0, 4)) - 1)
    const form = sheetForm('income-distribution') as StatementForm
    const block = blockOf('income-distribution', statementRows(form, distributedIn(0), distributedIn(1)))
    return [entryOf(year, '集体收益分配', [block], DISTRIBUTED, village)] // prettier-ignore
  },
  streetPeriods: 0,
}

import { sumFen, yuan, yuanText } from '@shared/common/money'
import { periodLabel, periodRange } from '@shared/common/period'
import { OTHERS } from '@shared/presentation/fold'
import { householdsOf } from '@shared/content/statement'
import type { PayoutBatch, PayoutScheme } from '@shared/contract/reading/payout'
import type { PresentedBlock } from '@shared/contract/disclosure/presentation'
import { bars } from '@shared/presentation/blocks'
import { EXCEPT_SMALL, SMALL_CELL } from '@shared/presentation/recipients'
import { type Payout, batchOf } from './gather'

export { type Listing, doubtsOf, gather, listsOf } from './gather'

type ViewOf<Kind extends PresentedBlock['kind']> = Extract<PresentedBlock, { kind: Kind }>

const NONE = '—'
const UNTOLD = `<${SMALL_CELL}`

interface Sum {
  /** Null for a group that is counted by persons only. */
  households: number | null
  persons: number
  fen: number
}

function sumOf(payouts: readonly Payout[]): Sum {
  const rows = payouts.filter(({ small }) => !small).map(({ row }) => row)
  const counted = rows.some(row => row.households === undefined)
  return {
    households: counted ? null : householdsOf(rows),
    persons: rows.reduce((sum, { persons }) => sum + persons, 0),
    fen: sumFen(rows.map(({ amountFen }) => amountFen)),
  }
}

const allSmall = (payouts: readonly Payout[]): boolean => payouts.every(({ small }) => small)

/** Returns households, persons and amount as text, with a note in place of figures that may not be shown. */
function textsOf(payouts: readonly Payout[]): Pick<PayoutBatch, 'households' | 'persons' | 'amount'> {
  if (allSmall(payouts)) return { households: UNTOLD, persons: UNTOLD, amount: NONE }
  const { households, persons, fen } = sumOf(payouts)
  return { households: households === null ? NONE : String(households), persons: String(persons), amount: yuan(fen) } // prettier-ignore
}

function groupedBy(payouts: readonly Payout[], keyOf: (payout: Payout) => string): [string, Payout[]][] {
  const groups = new Map<string, Payout[]>()
  for (const payout of payouts) {
    const known = groups.get(keyOf(payout))
    if (known) known.push(payout)
    else groups.set(keyOf(payout), [payout])
  }
  return [...groups]
}

const byPeriod = (payouts: readonly Payout[]) => groupedBy(payouts, ({ listing }) => listing.content.period)
const byNotice = (payouts: readonly Payout[]) => groupedBy(payouts, ({ listing }) => listing.noticeId)

/** Groups payouts by scheme, largest first; the combined rest comes last. */
const byScheme = (payouts: readonly Payout[]): [string, Payout[]][] =>
  groupedBy(payouts, ({ row }) => row.scheme).sort(
    ([a, own], [b, others]) =>
      Number(a === OTHERS) - Number(b === OTHERS) || sumOf(others).fen - sumOf(own).fen,
  )

/** Returns the period without its year, for a table of one year. */
const shortLabel = (period: string): string => periodLabel(period).replace(/^\d{4}年/, '') || '全年'

function sentenceOf(payouts: readonly Payout[]): string {
  const times = byNotice(payouts).length
  if (allSmall(payouts)) return `公开了${times}次，每次都少于${SMALL_CELL}户，人数和金额不单独说。`
  const { households, persons, fen } = sumOf(payouts)
  const count = households === null ? `${persons}人次` : `${households}笔、${persons}人次`
  const except = payouts.some(({ small }) => small) ? EXCEPT_SMALL : ''
  return `公开了${times}次，共${count}，合计${yuanText(fen)}${except}。`
}

const COLUMNS = [
  { id: 'households', label: '笔数', align: 'right' as const, unit: '笔' },
  { id: 'persons', label: '人次', align: 'right' as const, unit: '人次' },
  { id: 'amount', label: '金额', align: 'right' as const, unit: '元' },
]

interface Grouping {
  id: string
  label: string
  /** Heading of the first column. */
  head: string
  groups: readonly [string, Payout[]][]
  all: readonly Payout[]
}

function tableOf({ id, label, head, groups, all }: Grouping): ViewOf<'table'> {
  const except = all.some(({ small }) => small) ? EXCEPT_SMALL : ''
  const totals = textsOf(all)
  return {
    kind: 'table',
    id,
    label,
    unit: '元',
    columns: [{ id: 'name', label: head, align: 'left' }, ...COLUMNS],
    rows: groups.map(([name, payouts]) => {
      const { households, persons, amount } = textsOf(payouts)
      return { id: name, cells: [name, households, persons, amount] }
    }),
    totals: COLUMNS.map(column => ({
      id: column.id,
      label: `${column.label}合计${except}`,
      value: totals[column.id as keyof typeof totals],
      unit: column.unit,
    })).filter(({ value }) => /^[\d-]/.test(value)),
  }
}

/** Returns the year over all schemes: sentence, bars by scheme, and the same numbers by scheme and by period. */
export function presentPayouts(year: number, all: readonly Payout[]): PresentedBlock[] {
  if (all.length === 0) return []
  const schemes = byScheme(all)
  const told = schemes.filter(([, payouts]) => !allSmall(payouts))
  const periods = byPeriod(all).sort(([a], [b]) => (periodRange(a).end < periodRange(b).end ? -1 : 1))
  const named = periods.map(([period, payouts]): [string, Payout[]] => [shortLabel(period), payouts])
  const picture = told.length > 1 ? bars('payout-bars', '分项目图', told.map(([scheme, payouts]) => ({ id: scheme, label: scheme, fen: sumOf(payouts).fen }))) : null // prettier-ignore
  return [
    {
      kind: 'summary',
      id: 'payout',
      label: '一句话',
      text: `${year}年${sentenceOf(all)}`,
      figure: allSmall(all) ? null : { label: '公开的发放合计', text: yuan(sumOf(all).fen), unit: '元' },
    },
    ...(picture ? [picture] : []),
    tableOf({ id: 'payout-schemes', label: '按项目', head: '项目', groups: schemes, all }),
    tableOf({ id: 'payout-periods', label: '按时间', head: '时间', groups: named, all }),
  ]
}

function batchView([noticeId, payouts]: [string, Payout[]]): PayoutBatch {
  const { content, aboutName, publishedAt } = payouts[0]!.listing
  return {
    noticeId,
    title: content.title,
    period: content.period,
    periodLabel: periodLabel(content.period),
    batch: batchOf(content.title),
    aboutName,
    publishedAt,
    rows: payouts.map(payout => ({ standard: payout.row.standard ?? null, ...textsOf([payout]) })),
    ...textsOf(payouts),
  }
}

const newestFirst = (a: PayoutBatch, b: PayoutBatch): number =>
  periodRange(b.period).end.localeCompare(periodRange(a.period).end) ||
  b.publishedAt.localeCompare(a.publishedAt)

/** Returns the schemes, each batch with its notice. */
export const presentSchemes = (all: readonly Payout[]): PayoutScheme[] =>
  byScheme(all).map(([scheme, payouts]) => ({
    scheme,
    sentence: sentenceOf(payouts),
    batches: byNotice(payouts).map(batchView).sort(newestFirst),
  }))

/**
 * Processing fee 信息处理费 (国办函〔2020〕109号): counted by item or by page, never both for one application; each part of
 * the number has its own price (超额累进). The fee is recorded here, never collected.
 */
export type FeeBasis = 'items' | 'pages'

/** Part of a tariff: numbers up to `upTo` at `price` yuan each; null: no end. */
interface Tier {
  upTo: number | null
  price: number
}

/** A tariff; above the last tier each `growth.step` numbers cost `growth.price` yuan more each. */
interface Tariff {
  unit: string
  tiers: readonly Tier[]
  growth: { step: number; price: number } | null
  counted: string
  source: string
  since: string
  checkedOn: string
}

const MEASURES = {
  source: 'http://www.xinhui.gov.cn/zwgk/zdlyxxgk/hjbhxxgk/tzgg/content/post_2365222.html',
  since: '2021-01-01',
  checkedOn: '2026-12-01',
} as const

const TARIFFS: Readonly<Record<FeeBasis, Tariff>> = {
  items: {
    unit: '件',
    tiers: [
      { upTo: 10, price: 0 },
      { upTo: 30, price: 100 },
    ],
    growth: { step: 10, price: 100 },
    counted: '同一申请人一个自然月内累计申请的件数，适用于所有处理决定类型',
    ...MEASURES,
  },
  pages: {
    unit: '页',
    tiers: [
      { upTo: 30, price: 0 },
      { upTo: 100, price: 10 },
      { upTo: 200, price: 20 },
      { upTo: null, price: 40 },
    ],
    growth: null,
    counted: '单件申请的页数，A4 单面为 1 页，各件不累加；只告知获取途径的不收费',
    ...MEASURES,
  },
}

/** Most items or pages of one count, so that an answer has an end. */
export const FEE_MOST = 100_000

/** One part of the sum: numbers `from` to `to`, both included; `price` and `sum` in yuan. */
interface FeeStep {
  from: number
  to: number
  count: number
  price: number
  sum: number
}

/** `sum` in yuan. */
interface Fee {
  sum: number
  steps: FeeStep[]
}

/** The tier that holds the number `from`. */
function tierAt({ tiers, growth }: Tariff, from: number): Tier {
  const tier = tiers.find(({ upTo }) => upTo === null || from <= upTo)
  const last = tiers.at(-1)
  if (tier || !growth || !last?.upTo) return tier ?? { upTo: null, price: 0 }
  const level = Math.ceil((from - last.upTo) / growth.step)
  return { upTo: last.upTo + level * growth.step, price: last.price + level * growth.price }
}

/** Computes the fee for `n` items of an applicant's month, or for `n` pages of an application (0 to FEE_MOST). */
export function feeOf(basis: FeeBasis, n: number): Fee {
  if (!Number.isInteger(n) || n < 0 || n > FEE_MOST) throw new RangeError(`not a count: ${n}`)
  const steps: FeeStep[] = []
  for (let from = 1; from <= n;) {
    const { upTo, price } = tierAt(TARIFFS[basis], from)
    const to = Math.min(n, upTo ?? n)
    const count = to - from + 1
    steps.push({ from, to, count, price, sum: count * price })
    from = to + 1
  }
  return { sum: steps.reduce((total, { sum }) => total + sum, 0), steps }
}

import { scaled } from '@shared/presentation/document/figures'
import type { PartOf } from '@shared/presentation/document'

/** A stock 余额 or a flow 收入、支出; `from` and `to` in percent of the width. */
export interface Step {
  id: string
  label: string
  text: string
  kind: 'stock' | 'in' | 'out'
  from: number
  to: number
}

export interface Steps {
  steps: Step[]
  /** Where the axis begins, if not at zero: `43万元`. */
  cut: string | null
}

/** Figures are in ten-thousandths. */
const YUAN = 10_000
const WAN = 10_000 * YUAN
/** Both balances this many times the flows: drawn from zero, nobody would see these. */
const TOO_LARGE = 3

/** The round number below the balances at which the axis begins. */
function axisStart(low: number, flow: number): number {
  const step = Math.max(WAN, 10 ** Math.floor(Math.log10(flow)))
  return Math.max(0, (Math.floor(low / step) - 1) * step)
}

const figuresOf = (ids: readonly string[], texts: ReadonlyMap<string, string>): number[] | null => {
  const figures = ids.map(id => scaled(texts.get(id)))
  return figures.some(figure => figure === null) ? null : (figures as number[])
}

/**
 * Returns how the opening balance became the closing one, for a statement whose figures agree; null for other charts.
 * The opening balance is in the totals of the sheet.
 */
export function stepsOf(part: PartOf<'chart'>, sheet: PartOf<'sheet'> | undefined): Steps | null {
  const before = sheet?.totals.find(({ id }) => id === 'opening')
  const bar = (id: string) => part.bars.find(one => one.id === id)
  const [income, expense, closing] = [bar('income'), bar('expense'), bar('closing')]
  if (!before || !income || !expense || !closing) return null
  const texts = new Map([[before.id, before.text], ...part.bars.map(({ id, text }) => [id, text] as const)])
  const figures = figuresOf(['opening', 'income', 'expense', 'closing'], texts)
  if (!figures) return null
  const [o, i, e, c] = figures as [number, number, number, number]
  if (o + i - e !== c || i + e === 0) return null
  const low = Math.min(o, c)
  const start = low > TOO_LARGE * Math.max(i, e) ? axisStart(low, Math.max(i, e)) : Math.min(0, low)
  const at = (value: number) => Math.round(((value - start) / (o + i - start)) * 1000) / 10
  const zero = Math.max(0, at(0))
  return {
    steps: [
      { id: 'opening', label: before.label, text: before.text.replace(/元$/, ''), kind: 'stock', from: zero, to: at(o) },
      { id: income.id, label: income.label, text: `+${income.text}`, kind: 'in', from: at(o), to: at(o + i) },
      { id: expense.id, label: expense.label, text: `−${expense.text}`, kind: 'out', from: at(c), to: at(o + i) },
      { id: closing.id, label: closing.label, text: closing.text, kind: 'stock', from: zero, to: at(c) },
    ], // prettier-ignore
    cut: start > 0 ? `${start / WAN}万元` : null,
  }
}

import { scaled } from '@shared/presentation/document/figures'

/** Figures are in ten-thousandths. */
const WAN = 10_000 * 10_000
const LINES = [3, 2, 1, 0] as const
const ROUND = [1, 2, 5, 10]

/** A vertical axis that begins at 0: its lines in 万元, the highest first, and how high each figure is on it, in percent. */
interface Axis {
  lines: readonly string[]
  heights: readonly number[]
}

/** The axis of some figures; null where one of them is none or below 0, or all are 0. */
export function axisOf(texts: readonly string[]): Axis | null {
  const figures = texts.map(scaled)
  if (figures.some(figure => figure === null || figure < 0)) return null
  const values = figures as number[]
  const most = Math.max(0, ...values)
  if (most === 0) return null
  const least = most / LINES[0]
  const power = 10 ** Math.floor(Math.log10(least))
  const step = power * (ROUND.find(one => one * power >= least) ?? 10)
  return {
    lines: LINES.map(at => String(Number(((at * step) / WAN).toPrecision(6)))),
    heights: values.map(value => Math.round((value / step / LINES[0]) * 1000) / 10),
  }
}

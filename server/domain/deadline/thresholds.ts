import { NUMBER, numberOf } from './reading/numerals'

/** Amounts in a branch's words: 投入资金5万元以上. 以上 and 以下 include the amount itself (民法典 §1259). */

const AMOUNT = new RegExp(`([0-9]+(?:\\.[0-9]+)?|${NUMBER})(亿|万|千|百)?元`)
const SCALE: Readonly<Record<string, number>> = { 亿: 1e8, 万: 1e4, 千: 1e3, 百: 1e2 }

/** Returns the first amount in a normalised text, in yuan; null without one. */
export function amountIn(text: string): number | null {
  const found = AMOUNT.exec(text)
  if (!found) return null
  const figure = found[1] ?? ''
  const value = /^[0-9.]+$/.test(figure) ? Number(figure) : numberOf(figure)
  return Number.isFinite(value) ? value * (SCALE[found[2] ?? ''] ?? 1) : null
}

/** Checks whether an amount is in the range that the words set; null when they set none. */
export function amountFits(condition: string, amount: number): boolean | null {
  const limit = amountIn(condition)
  if (limit === null) return null
  if (/不满|低于|少于/.test(condition)) return amount < limit
  if (/超过|高于|大于/.test(condition)) return amount > limit
  if (condition.includes('以上')) return amount >= limit
  if (condition.includes('以下') || condition.includes('以内')) return amount <= limit
  return null
}

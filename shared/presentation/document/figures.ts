import { lastOf } from '../../common/lists'

const FIGURE = /^-?\d{1,3}(?:,\d{3})*(?:\.\d{1,4})?$|^-?\d+(?:\.\d{1,4})?$/
const SCALE = 10_000
const UNIT = /[元户人亩]$/

/** Reads a figure as the record writes it, in ten-thousandths so that sums are exact; null: it is no plain figure. */
export function scaled(text: string | null | undefined): number | null {
  const figure = (text ?? '').replace(UNIT, '')
  if (!FIGURE.test(figure)) return null
  const value = Math.round(Number(figure.replace(/,/g, '')) * SCALE)
  return Number.isSafeInteger(value) ? value : null
}

/** Writes a sum with as many decimals as `like`, one of its summands, and with its thousands marked. */
export function written(value: number, like: string): string {
  const decimals = (lastOf(like.split('.')) ?? '').length * Number(like.includes('.'))
  const [whole, part] = (Math.abs(value) / SCALE).toFixed(decimals).split('.')
  const marked = like.includes('.') ? whole!.replace(/\B(?=(\d{3})+$)/g, ',') : whole!
  return `${value < 0 ? '-' : ''}${marked}${part ? `.${part}` : ''}`
}

/** Adds up figures; what states no figure counts as nothing. */
export const sumOf = (texts: readonly (string | null | undefined)[]): number =>
  texts.reduce((sum: number, text) => sum + (scaled(text) ?? 0), 0)

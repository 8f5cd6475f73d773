/**
 * Formats money 金额: integer fen → `12,345.60`, always two decimals, without the unit (元 is in the table head).
 */
export function yuan(fen: number): string {
  if (!Number.isSafeInteger(fen)) throw new RangeError(`fen must be a safe integer: ${fen}`)
  const digits = String(Math.abs(fen)).padStart(3, '0')
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${fen < 0 ? '-' : ''}${whole}.${digits.slice(-2)}`
}

/** Formats money with its unit, for sentences: `12,345.60元`. */
export const yuanText = (fen: number): string => `${yuan(fen)}元`

export const sumFen = (amounts: readonly number[]): number => amounts.reduce((sum, fen) => sum + fen, 0)

/** Extracts the amounts in fen from a sentence, as `yuanText` writes them. */
export const amountsIn = (text: string): number[] =>
  (text.match(/-?\d{1,3}(?:,\d{3})*\.\d{2}(?=元)/g) ?? []).map(amount => Number(amount.replace(/[,.]/g, '')))

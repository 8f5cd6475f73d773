import { digitByDigit, wholeNumber } from '../../common/chineseNumerals'

/** Spells a telephone number; 一 becomes 幺, which cannot be misheard as 七. */
export const telephone = (digits: string): string => digitByDigit(digits).replace(/一/g, '幺')

/** Spells a count before a measure word: 两户, 两人 instead of 二. */
export const counted = (value: number): string => (value === 2 ? '两' : wholeNumber(value))

/** Spells an amount in fen: 1234560 → 一万二千三百四十五元六角; 5 → 五分. */
export function money(fen: number): string {
  if (fen < 0) return `负${money(-fen)}`
  const yuan = Math.floor(fen / 100)
  const jiao = Math.floor(fen / 10) % 10
  const cents = fen % 10
  const whole = yuan > 0 || fen === 0 ? `${counted(yuan)}元` : ''
  const tenths = jiao > 0 ? `${digitByDigit(String(jiao))}角` : whole && cents > 0 ? '零' : ''
  return `${whole}${tenths}${cents > 0 ? `${digitByDigit(String(cents))}分` : ''}`
}

/** Spells a decimal number: 12.5 → 十二点五. */
export function decimal(digits: string): string {
  const [whole = '0', behind = ''] = digits.split('.')
  const said = wholeNumber(Number(whole))
  return behind === '' ? said : `${said}点${digitByDigit(behind)}`
}

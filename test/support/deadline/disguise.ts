import { TRADITIONAL_PAIRS } from '../../../server/domain/chinese/traditional'

/** The ways a text is written that change no rule. */

const TRADITIONAL = new Map(
  TRADITIONAL_PAIRS.flatMap(line => line.match(/../gu) ?? [])
    .reverse()
    .map(pair => [pair.charAt(1), pair.charAt(0)]),
)
const FULL_WIDTH_SIGNS: Readonly<Record<string, string>> = {
  '(': '（',
  ')': '）',
  ',': '，',
  ';': '；',
  ':': '：',
}

export const toTraditional = (text: string): string =>
  [...text].map(char => TRADITIONAL.get(char) ?? char).join('')

export const toFullWidth = (text: string): string =>
  [...text]
    .map(char => {
      if (/[0-9]/.test(char)) return String.fromCodePoint((char.codePointAt(0) ?? 0) + 0xfee0)
      return FULL_WIDTH_SIGNS[char] ?? char
    })
    .join('')

/** A blank after every character whose index is in `places`. */
export const withBlanks = (text: string, places: readonly number[], blank: string): string =>
  [...text].map((char, index) => (places.includes(index) ? char + blank : char)).join('')

const DIGITS = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** 1–199 in Chinese: 二十, 一百零五, 一百一十. */
export function inChinese(n: number): string {
  if (n < 10) return DIGITS[n] ?? ''
  if (n < 20) return `十${n > 10 ? DIGITS[n - 10] : ''}`
  if (n < 100) return `${DIGITS[Math.floor(n / 10)]}十${n % 10 ? DIGITS[n % 10] : ''}`
  const rest = n - 100
  if (rest === 0) return '一百'
  if (rest < 10) return `一百零${DIGITS[rest]}`
  return `一百${rest < 20 ? '一' : ''}${inChinese(rest)}`
}

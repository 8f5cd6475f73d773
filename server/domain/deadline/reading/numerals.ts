/** Characters a number can be made of, with the usual OCR damage (l, I, | for 1; O, o, ○ for 0). */
const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  '○': 0,
  O: 0,
  o: 0,
  l: 1,
  I: 1,
  '|': 1,
  一: 1,
  壹: 1,
  二: 2,
  两: 2,
  贰: 2,
  三: 3,
  叁: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
}
const PLACES: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 }
const TENS: Readonly<Record<string, string>> = { 廿: '二十', 卅: '三十' }

/** A run of number characters; the value is `numberOf`. */
export const NUMBER = '[0-9零〇○OolI|一壹二两贰三叁四肆五伍六陆七柒八捌九玖十拾百佰千仟廿卅]{1,8}'

const ARABIC = /^[0-9OolI|]{1,4}$/
const ZERO = /[0零〇○Oo]/

const digitOf = (char: string): number => (/[0-9]/.test(char) ? Number(char) : (DIGITS[char] ?? Number.NaN))

const positional = (run: string): number => [...run].reduce((value, char) => value * 10 + digitOf(char), 0)

/** 二十, 一百零五, 两千: a place counts the one digit before it; anything else is no number. */
function placed(run: string): number {
  let total = 0
  let digit: number | null = null
  let lowest = Number.POSITIVE_INFINITY
  for (const char of run) {
    const place = PLACES[char]
    if (place === undefined) {
      if (digit !== null && digit !== 0) return Number.NaN
      digit = digitOf(char)
    } else {
      if (place >= lowest || digit === 0) return Number.NaN
      total += (digit ?? 1) * place
      digit = null
      lowest = place
    }
  }
  return total + (digit ?? 0)
}

/**
 * Value of a run of number characters: Arabic, Chinese (二十, 廿, 二〇, 贰拾), damaged (l0, 2O).
 * @returns NaN for what is not one whole number, e.g. 三五 (three to five)
 */
export function numberOf(run: string): number {
  if (ARABIC.test(run)) return positional(run)
  const spelled = [...run].map(char => TENS[char] ?? char).join('')
  if (/[十拾百佰千仟]/.test(spelled)) return /[0-9OolI|]/.test(spelled) ? Number.NaN : placed(spelled)
  if (spelled.length === 1) return positional(spelled)
  return ZERO.test(spelled) && spelled.length <= 4 ? positional(spelled) : Number.NaN
}

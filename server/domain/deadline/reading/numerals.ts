import { DIGIT_VALUES, PLACE_ZEROS, TENS } from '@shared/common/chineseNumerals'

/** Letters that a damaged copy has for 0 and 1. */
const DAMAGED: Readonly<Record<string, number>> = { O: 0, o: 0, l: 1, I: 1, '|': 1 }

/** A run of number characters; `numberOf` returns its value. */
export const NUMBER = '[0-9零〇○OolI|一壹二两贰三叁四肆五伍六陆七柒八捌九玖十拾百佰千仟廿卅]{1,8}'

const ARABIC = /^[0-9OolI|]{1,4}$/
const ZERO = /[0零〇○Oo]/

const digitOf = (char: string): number =>
  /[0-9]/.test(char) ? Number(char) : (DIGIT_VALUES[char] ?? DAMAGED[char] ?? Number.NaN)

const positional = (run: string): number => [...run].reduce((value, char) => value * 10 + digitOf(char), 0)

/** Reads positional Chinese numerals, 二十, 一百零五, 两千: a place counts the one digit before it; NaN otherwise. */
function placed(run: string): number {
  let total = 0
  let digit: number | null = null
  let lowest = Number.POSITIVE_INFINITY
  for (const char of run) {
    const zeros = PLACE_ZEROS[char]
    if (zeros === undefined) {
      if (digit !== null && digit !== 0) return Number.NaN
      digit = digitOf(char)
    } else {
      const place = 10 ** zeros
      if (place >= lowest || digit === 0) return Number.NaN
      total += (digit ?? 1) * place
      digit = null
      lowest = place
    }
  }
  return total + (digit ?? 0)
}

/**
 * Returns the value of a run of number characters: Arabic, Chinese (二十, 廿, 二〇, 贰拾), damaged (l0, 2O).
 * @returns NaN for anything but one whole number, e.g. 三五 (three to five)
 */
export function numberOf(run: string): number {
  if (ARABIC.test(run)) return positional(run)
  const spelled = [...run].map(char => TENS[char] ?? char).join('')
  if (/[十拾百佰千仟]/.test(spelled)) return /[0-9OolI|]/.test(spelled) ? Number.NaN : placed(spelled)
  if (spelled.length === 1) return positional(spelled)
  return ZERO.test(spelled) && spelled.length <= 4 ? positional(spelled) : Number.NaN
}

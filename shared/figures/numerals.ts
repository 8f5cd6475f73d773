import { DIGIT_VALUES, PLACE_ZEROS, TENS } from '../common/chineseNumerals'
import { type Decimal, added, decimalOf, shifted } from './decimal'

const MAGNITUDES: Readonly<Record<string, number>> = { 万: 4, 萬: 4, 亿: 8, 億: 8 }
/** Returns the value of a Chinese digit as a decimal. */
const digitOf = (char: string): Decimal | undefined => DIGIT_VALUES[char]?.toString()

const CHINESE_DIGITS = Object.keys(DIGIT_VALUES).join('')
const ARABIC = '[0-9]+(?:,[0-9]+)*(?:\\.[0-9]+)?'
const SCALES = `${Object.keys(PLACE_ZEROS).join('')}${Object.keys(MAGNITUDES).join('')}`

/** Matches a run of characters that may be one number: starts with a digit or 十, never with a bare 百 or 万. */
export const NUMERAL_RUN = new RegExp(
  `^(?:${ARABIC}|[${CHINESE_DIGITS}十拾廿卅])(?:${ARABIC}|[${CHINESE_DIGITS}${SCALES}廿卅])*`,
)
/**
 * Matches a point between Chinese digits (三点五) before a magnitude or a unit of measure, but not a time of day.
 */
const SPOKEN_POINT = new RegExp(
  `^([${CHINESE_DIGITS}十拾]+)点([${CHINESE_DIGITS}]+)(?=[万萬亿億元亩吨米倍公平%]|个百分点)`,
)
const SPOKEN_SHARE = new RegExp(`^([${CHINESE_DIGITS}十拾]+)点([${CHINESE_DIGITS}]+)`)
/** Ambiguous without context: 三万五 is 35,000 or 30,005, 一百五 is 150 or 105. */
export const LEFT_OPEN = new RegExp(`[百佰千仟万萬亿億][${CHINESE_DIGITS}]$`)

/** Matches an Arabic number or one character. */
const PARTS = new RegExp(`${ARABIC}|.`, 'g')
const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/
const PLAIN = /^\d+(?:\.\d+)?$/

type Token =
  | { is: 'number'; value: Decimal; arabic: string | null }
  | { is: 'zero' }
  | { is: 'place'; zeros: number }
  | { is: 'magnitude'; zeros: number }

function tokenOf(part: string): Token | null {
  if (/^[0-9]/.test(part)) {
    if (!GROUPED.test(part) && !PLAIN.test(part)) return null
    const plain = part.replace(/,/g, '')
    return { is: 'number', value: decimalOf(plain), arabic: plain }
  }
  const zeros = PLACE_ZEROS[part]
  if (zeros !== undefined) return { is: 'place', zeros }
  const magnitude = MAGNITUDES[part]
  if (magnitude !== undefined) return { is: 'magnitude', zeros: magnitude }
  const value = digitOf(part)
  if (value === undefined) return null
  return value === '0' ? { is: 'zero' } : { is: 'number', value, arabic: null }
}

/** State of reading: the value below ten thousand so far, and the value above. */
interface Reading {
  total: Decimal
  section: Decimal
  pending: (Token & { is: 'number' }) | null
  /** The last place and magnitude read, as numbers of zeros; each next one must be smaller. */
  place: number
  magnitude: number
  zero: boolean
}

/** True if the last digit has no place of its own: 一百五, 三万五, 3万5. */
function isLeftOpen({ place, magnitude, zero, pending }: Reading): boolean {
  if (!pending || zero) return false
  if (place < Infinity) return place > 1
  return magnitude < Infinity && pending.arabic?.length !== 4
}

function place(reading: Reading, zeros: number): boolean {
  const { pending, section } = reading
  if (zeros >= reading.place) return false
  if (!pending && (zeros !== 1 || section !== '0')) return false
  reading.section = added(section, shifted(pending?.value ?? '1', zeros))
  reading.pending = null
  reading.place = zeros
  reading.zero = false
  return true
}

function magnify(reading: Reading, zeros: number): boolean {
  if (reading.place < Infinity && isLeftOpen(reading)) return false
  const section = added(reading.section, reading.pending?.value ?? '0')
  if (zeros > reading.magnitude) {
    if (section !== '0' || reading.magnitude !== 4) return false
    reading.total = shifted(reading.total, zeros)
  } else {
    if (section === '0' || zeros === reading.magnitude) return false
    reading.total = added(reading.total, shifted(section, zeros))
  }
  Object.assign(reading, { section: '0', pending: null, place: Infinity, magnitude: zeros, zero: false })
  return true
}

function take(reading: Reading, token: Token): boolean {
  switch (token.is) {
    case 'number':
      if (reading.pending) return false
      reading.pending = token
      return true
    case 'zero':
      if (reading.pending) return false
      reading.zero = true
      return true
    case 'place':
      return place(reading, token.zeros)
    case 'magnitude':
      return magnify(reading, token.zeros)
  }
}

/** Reads a number digit by digit (二〇二六, 一二〇), if it has a zero or four digits. */
function positional(run: string): Decimal | null {
  const digits = [...run].map(digitOf)
  if (digits.length < 2 || digits.some(digit => digit === undefined)) return null
  return digits.length === 4 || digits.slice(1).includes('0') ? decimalOf(digits.join('')) : null
}

/**
 * Reads a run of number characters: 35,000 / 3.5万 / 3万5千 / 三万五千 / 叁万伍仟 / 二〇二六 / 1.2亿.
 * @returns null if the run is not certainly one number: 三五, 一百五, 3,50
 */
export function numberOf(run: string): Decimal | null {
  const spelled = [...run].map(char => TENS[char] ?? char).join('')
  const digitByDigit = positional(spelled)
  if (digitByDigit) return digitByDigit
  const reading: Reading = {
    total: '0',
    section: '0',
    pending: null,
    place: Infinity,
    magnitude: Infinity,
    zero: false,
  }
  for (const part of spelled.match(PARTS) ?? []) {
    const token = tokenOf(part)
    if (!token || !take(reading, token)) return null
  }
  if (isLeftOpen(reading)) return null
  return added(reading.total, added(reading.section, reading.pending?.value ?? '0'))
}

/**
 * Reads a spoken decimal at the start of a text, 三点五(万), or after 百分之 with nothing required behind it: its
 * plain form and its length in characters.
 */
export function spokenDecimal(text: string, isShare: boolean): { plain: string; length: number } | null {
  const found = (isShare ? SPOKEN_SHARE : SPOKEN_POINT).exec(text)
  const whole = found?.[1] ? numberOf(found[1]) : null
  if (!found || whole === null) return null
  const part = [...(found[2] ?? '')].map(char => digitOf(char) ?? '').join('')
  return { plain: `${whole}.${part}`, length: found[0].length }
}

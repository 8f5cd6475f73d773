import { flatMap, recordOf } from './lists'

/** Characters of each digit from 0 to 9, the plain one first. */
const FORMS = ['零〇○', '一壹', '二两贰貳', '三叁參', '四肆', '五伍', '六陆陸', '七柒', '八捌', '九玖']

/** Value of a Chinese digit 数字: 五, 伍 → 5. */
export const DIGIT_VALUES: Readonly<Record<string, number>> = recordOf(
  flatMap(FORMS, (chars, value) => [...chars].map((char): [string, number] => [char, value])),
)

/** Number of zeros that a place 数位 adds to the digit before it: 百, 佰 → 2. */
export const PLACE_ZEROS: Readonly<Record<string, number>> = { 十: 1, 拾: 1, 百: 2, 佰: 2, 千: 3, 仟: 3 }

/** Tens written as one character, spelled out. */
export const TENS: Readonly<Record<string, string>> = { 廿: '二十', 卅: '三十' }

const DIGITS = FORMS.map(chars => chars.charAt(0))
const PLACES = ['', '十', '百', '千']
const GROUPS = ['', '万', '亿', '万亿']

/** Spells digit by digit, e.g. a year or a decimal part: 2026 → 二零二六. */
export const digitByDigit = (digits: string): string =>
  [...digits].map(digit => DIGITS[Number(digit)] ?? digit).join('')

/** Spells up to four digits: 1050 → 一千零五十; `led`: digits precede them, so that 50 becomes 零五十. */
function groupOf(value: number, led: boolean): string {
  const digits = [...String(value).padStart(4, '0')].map(Number)
  let said = ''
  let zero = false
  digits.forEach((digit, at) => {
    if (digit === 0) {
      zero = zero || led || said !== ''
      return
    }
    said += `${zero ? '零' : ''}${DIGITS[digit]}${PLACES[3 - at]}`
    zero = false
  })
  return said
}

/** Spells a whole number: 12050 → 一万二千零五十. @throws RangeError beyond 10¹⁶ */
export function wholeNumber(value: number): string {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number that can be said: ${value}`)
  if (value < 0) return `负${wholeNumber(-value)}`
  if (value === 0) return '零'
  let said = ''
  for (let group = 3; group >= 0; group -= 1) {
    const part = Math.floor(value / 10_000 ** group) % 10_000
    if (part > 0) said += `${groupOf(part, said !== '')}${GROUPS[group]}`
  }
  return said.replace(/^一十/, '十').replace(/万亿(.*)亿/, '万$1亿')
}

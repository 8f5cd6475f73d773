const DIGITS = [...'零一二三四五六七八九']
const PLACES = ['', '十', '百', '千']
const GROUPS = ['', '万', '亿', '万亿']

/** Digit by digit: a year, the part behind the point. */
export const digitByDigit = (digits: string): string =>
  [...digits].map(digit => DIGITS[Number(digit)] ?? digit).join('')

/** As people say telephone numbers: 一 is 幺, so that nobody hears it as 七. */
export const telephone = (digits: string): string => digitByDigit(digits).replace(/一/g, '幺')

/** Up to four digits: 1050 → 一千零五十; `led`: something stands before them, so that 50 becomes 零五十. */
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

/** A whole number as it is said: 12050 → 一万二千零五十. @throws RangeError beyond 10¹⁶ */
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

/** 两户, 两人: before a measure word two is 两. */
export const counted = (value: number): string => (value === 2 ? '两' : wholeNumber(value))

/** Money in fen: 1234560 → 一万二千三百四十五元六角; 5 → 五分. */
export function money(fen: number): string {
  if (fen < 0) return `负${money(-fen)}`
  const yuan = Math.floor(fen / 100)
  const jiao = Math.floor(fen / 10) % 10
  const cents = fen % 10
  const whole = yuan > 0 || fen === 0 ? `${counted(yuan)}元` : ''
  const tenths = jiao > 0 ? `${DIGITS[jiao]}角` : whole && cents > 0 ? '零' : ''
  return `${whole}${tenths}${cents > 0 ? `${DIGITS[cents]}分` : ''}`
}

/** A number with a point: 12.5 → 十二点五. */
export function decimal(digits: string): string {
  const [whole = '0', behind = ''] = digits.split('.')
  const said = wholeNumber(Number(whole))
  return behind === '' ? said : `${said}点${digitByDigit(behind)}`
}

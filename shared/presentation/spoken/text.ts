import { HAN } from '../../common/characters'
import { digitByDigit, wholeNumber } from '../../common/chineseNumerals'
import { CODE_RULES, DIGIT_RULES, type Rule } from './digits'
import { counted, decimal, money } from './numbers'

const plain = (digits: string): string => digits.replace(/,/g, '')

/** Converts digits with at most two decimals to fen. */
const fenOf = (digits: string, times = 1): number => Math.round(Number(plain(digits)) * times * 100)

const NUMBER = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`
/** Measure words, before which two is 两 instead of 二. */
const MEASURES =
  '户|人|名|项|笔|个|次|条|份|张|件|亩|天|块|位|家|年期|平方|公里|米|吨|公斤|棵|头|台|辆|场|套|批'

/**
 * Rules for digits and signs, most specific first; the output has no digits, so no later rule matches it again.
 */
const RULES: readonly Rule[] = [
  [new RegExp(`([${HAN}])([*＊×]+)`, 'gu'), (_, name = '', stars = '') => name + '某'.repeat(stars.length)],
  [/<\s*(\d+)/g, (_, bound = '') => `少于${counted(Number(bound))}`],
  [/㎡|m²/g, () => '平方米'],
  [
    /(^|\D)((?:19|20)\d{2})([-/.])(\d{1,2})\3(\d{1,2})(?!\d)/g,
    (_, before = '', year = '', _sign, month = '', day = '') =>
      `${before}${spokenYear(year)}${spokenDay(month, day)}`,
  ],
  [
    /(^|\D)((?:19|20)\d{2})-(0[1-9]|1[0-2])(?![-\d])/g,
    (_, before = '', year = '', month = '') => `${before}${spokenYear(year)}${wholeNumber(Number(month))}月`,
  ],
  [
    /(^|\D)((?:19|20)\d{2})(年?度?)\s*[-–—~～至到]\s*(?=(?:19|20)\d{2}\s*年)/g,
    (_, before = '', year = '', unit = '') => `${before}${digitByDigit(year)}${unit}到`,
  ],
  [
    /([〔［[（(【])((?:19|20)\d{2})(?=[〕］\])）】])/g,
    (_, bracket = '', year = '') => `${bracket}${digitByDigit(year)}`,
  ],
  [/(\d{4})\s*年(?!度?期)/g, (_, year = '') => `${digitByDigit(year)}年`],
  [
    /(\d{1,2})\s*月(?:\s*(\d{1,2})\s*日)?/g,
    (_, month = '', day) => `${wholeNumber(Number(month))}月${day ? `${wholeNumber(Number(day))}日` : ''}`,
  ],
  [/([年月日])\s*[-–—~～]\s*(?=\S)/g, (_, unit = '') => `${unit}到`],
  [/(\d{1,2}):(\d{2})/g, (_, hour = '', minute = '') => clock(Number(hour), Number(minute))],
  ...DIGIT_RULES,
  [
    new RegExp(
      `(${NUMBER})\\s*[-–—~～]\\s*(?=(?:${NUMBER})\\s*(?:${MEASURES}|万?元|[%％]|岁|年|日|周|小时|分钟))`,
      'g',
    ),
    (_, digits = '') => `${large(plain(digits), () => decimal(plain(digits)))}到`,
  ],
  [
    new RegExp(`(-?)(${NUMBER})\\s*万元`, 'g'),
    (_, sign, digits = '') => (sign ? '负' : '') + money(fenOf(digits, 10_000)),
  ],
  [new RegExp(`(-?)(${NUMBER})\\s*元`, 'g'), (_, sign, digits = '') => (sign ? '负' : '') + yuan(digits)],
  [
    new RegExp(`(-?)(${NUMBER})\\s*[%％]`, 'g'),
    (_, sign, digits = '') => `${sign ? '负' : ''}百分之${decimal(plain(digits))}`,
  ],
  [/元\s*[/／]\s*/g, () => '元每'],
  [/(^|[\s：:，,。；、（(])[-−](?=\d)/g, (_, before = '') => `${before}负`],
  [new RegExp(`第\\s*(${NUMBER})\\s*`, 'g'), (_, digits = '') => `第${decimal(plain(digits))}`],
  [
    new RegExp(`(^|[^\\d.])(\\d+|\\d{1,3}(?:,\\d{3})+)\\s*(?=${MEASURES})`, 'g'),
    (_, before = '', digits = '') => before + large(plain(digits), counted),
  ],
  ...CODE_RULES,
  [new RegExp(NUMBER, 'g'), digits => large(plain(digits), () => decimal(plain(digits)))],
  [/[*＊]/g, () => '某'],
  [new RegExp(`([${HAN}]) +(?=[${HAN}])`, 'gu'), (_, before = '') => before],
]

const spokenYear = (year: string): string => `${digitByDigit(year)}年`

const spokenDay = (month: string, day: string): string =>
  `${wholeNumber(Number(month))}月${wholeNumber(Number(day))}日`

const yuan = (digits: string): string =>
  /\.\d{3,}$/.test(digits) || Number(plain(digits)) > Number.MAX_SAFE_INTEGER / 100
    ? `${large(plain(digits), () => decimal(plain(digits)))}元`
    : money(fenOf(digits))

/** Spells a run too long for a number digit by digit. */
const large = (digits: string, say: (value: number) => string): string =>
  Number(digits) > Number.MAX_SAFE_INTEGER ? digitByDigit(digits) : say(Number(digits))

const clock = (hour: number, minute: number): string =>
  `${counted(hour)}点${minute === 0 ? '' : `${minute < 10 ? '零' : ''}${wholeNumber(minute)}分`}`

/** Converts a text to speech 口语: amounts 一万二千元六角, dates 三月五日, 张* as 张某. The result has no digits. */
export const spokenText = (text: string): string =>
  RULES.reduce(
    (said, [pattern, say]) => said.replace(pattern, (...found: string[]) => say(...found)),
    text.normalize('NFC'),
  )

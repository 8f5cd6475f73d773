import { digitByDigit } from '../../common/chineseNumerals'
import { telephone } from './numbers'

/** A pattern and how its match is spoken; the spoken text has no digits, so no later rule matches it again. */
export type Rule = readonly [pattern: RegExp, say: (...found: string[]) => string]

/** Precedes a number that is not the continuation of another one. */
const BEFORE = String.raw`(^|[^\d.,])`
/** Area codes 区号: three digits for 010 and 02x, four for the rest. */
const AREA = String.raw`0(?:10|2\d|[3-9]\d\d)`
const SPLIT = String.raw`[-－—–‑ \u3000]`
const EXTENSION = String.raw`(?:${SPLIT}*转${SPLIT}*(\d{1,6})|[-－—–‑](\d{1,6}))?(?!\d)`

/** A local number or a service line. */
const SHORT = String.raw`(?:\d{3,4}[- ]\d{4}|\d{3,8})`
/** 政务服务便民热线, always read as a sequence. */
const CITIZENS_LINE = '12345'

/** Spells the groups of a telephone number as they are written: 0000 1101 → 零零零零，幺幺零幺. */
const inGroups = (number: string): string =>
  number
    .split(/\D+/)
    .filter(group => group !== '')
    .map(group => (group === CITIZENS_LINE ? digitByDigit(group) : telephone(group)))
    .join('，')

const extension = (...digits: (string | undefined)[]): string => {
  const found = digits.find(Boolean)
  return found ? `，转${telephone(found)}` : ''
}

/** Spells a field that is known to be a telephone number, in whatever way it is written. */
export const spokenPhone = (phone: string): string => {
  const [, area = '', number = phone, inner = ''] =
    new RegExp(String.raw`^[(（]?(${AREA})[)）]?(.*?)(?:转\s*(\d+))?$`).exec(phone.trim()) ?? []
  return [area, number].map(inGroups).filter(Boolean).join('，') + extension(inner)
}

/** Digits that are read one by one 逐位读: telephone numbers, card tails, codes. */
export const DIGIT_RULES: readonly Rule[] = [
  [
    new RegExp(
      String.raw`${BEFORE}(?:\+86${SPLIT}*)?[(（]?(${AREA})[)）]?${SPLIT}*(\d(?:${SPLIT}?\d){6,7})${EXTENSION}`,
      'g',
    ),
    (_, before = '', area = '', number = '', inner, other) =>
      `${before}${telephone(area)}，${inGroups(number)}${extension(inner, other)}`,
  ],
  [
    new RegExp(
      String.raw`${BEFORE}(?:\+?86${SPLIT}*)?((?:1[3-9]\d${SPLIT}?\d{4}|[48]00${SPLIT}?\d{3,4})${SPLIT}?\d{3,4})(?![\d.]|\s*(?:[元万亿户人]))`,
      'g',
    ),
    (found, before = '', number = '') => {
      const length = number.replace(/\D/g, '').length
      return length === (number.startsWith('1') ? 11 : 10) ? before + inGroups(number) : found
    },
  ],
  [
    new RegExp(
      String.raw`((?:电话|热线|专线|拨打|请打|致电|号码)(?:号码)?[：:是为]?\s*)(${SHORT}(?:\s*[、，,；;或和/／]\s*${SHORT})*)(?![\d.]|,\d)`,
      'g',
    ),
    (_, before = '', numbers = '') => before + numbers.replace(/\d+/g, inGroups),
  ],
  [
    new RegExp(String.raw`${BEFORE}(123\d\d)(?![\d.]|,\d|\s*(?:[元万亿户人名笔次个%％]))`, 'g'),
    (_, before = '', number = '') => before + inGroups(number),
  ],
  [
    /((?:尾号|[尾末后][\d一二三四五六七八九十两]+位(?:数字?|号码?)?)[是为：:]*\s*)(\d{2,8})(?!\d)/g,
    (_, before = '', number = '') => spelledPlaces(before) + telephone(number),
  ],
  [
    /(\d+)([*＊×xX•●]{2,})(\d+)/g,
    (_, head = '', hidden = '', tail = '') =>
      `${telephone(head)}，隐去${digitCount(hidden)}位，${telephone(tail)}`,
  ],
  [
    new RegExp(String.raw`${BEFORE}(\d+(?:-\d+){2,})(?![\d.])`, 'g'),
    (_, before = '', code = '') => before + code.split('-').map(digitByDigit).join('杠'),
  ],
  [
    new RegExp(String.raw`${BEFORE}(\d{5})(?=\s?(?:热线|专线|服务电话))`, 'g'),
    (_, before = '', number = '') => before + inGroups(number),
  ],
]

/** Long runs and leading zeros, which are no quantity; they follow the rules for amounts and counts. */
export const CODE_RULES: readonly Rule[] = [
  [
    new RegExp(String.raw`${BEFORE}(\d{7,})(?![\d.])`, 'g'),
    (_, before = '', number = '') => before + telephone(number),
  ],
  [
    new RegExp(String.raw`${BEFORE}(0\d+)(?![\d.]|,\d)`, 'g'),
    (_, before = '', code = '') => before + digitByDigit(code),
  ],
]

const spelledPlaces = (text: string): string => text.replace(/\d/g, digitByDigit)
const digitCount = ({ length }: string): string => (length < 10 ? digitByDigit(String(length)) : '多')

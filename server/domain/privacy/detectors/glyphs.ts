/**
 * Characters that a person reads as a digit, blank or dash, as the plain character; characters that nobody sees, as
 * nothing. Source: Unicode 15 (Nd, Default_Ignorable_Code_Point, NFKC) and the blocks listed below.
 */

const FULL_WIDTH_OFFSET = 0xfee0
const isFullWidth = (code: number): boolean => code >= 0xff01 && code <= 0xff5e

const DECIMAL = /^\p{Nd}$/u
const UNSEEN = /^[\p{DI}\p{Mn}\p{Me}\p{Cf}]$/u
const BLANK = /^[\p{Zs}\u2800]$/u
const DASH = /^[\u2010-\u2015\u2212\u2043\ufe58\ufe63\uff0d\u30fc]$/
const LINE_ENDS = '\u2028\u2029\u0085'

/** Digits without a decomposition: first code point, first value, number of characters. */
const ROWS: readonly (readonly [first: number, value: number, count: number])[] = [
  [0x2776, 1, 10],
  [0x2780, 1, 10],
  [0x278a, 1, 10],
  [0x24eb, 11, 10],
  [0x24f5, 1, 10],
  [0x24ff, 0, 1],
  [0x1f10b, 0, 1],
  [0x1f10c, 0, 1],
  [0x3021, 1, 9],
  [0x1d360, 1, 9],
  [0x2680, 1, 6],
  // Digits of the font Symbol, as word processors store them.
  [0xf030, 0, 10],
  // Digits in circles of the font Wingdings.
  [0xf080, 0, 11],
  [0xf08b, 0, 11],
]

function valueInRows(code: number): string | null {
  const row = ROWS.find(([first, , count]) => code >= first && code < first + count)
  return row ? String(row[1] + code - row[0]) : null
}

/** Returns the value of a decimal digit of any script: such digits come in tens. */
function decimalOf(code: number): string {
  let first = code
  while (DECIMAL.test(String.fromCodePoint(first - 1))) first -= 1
  return String((code - first) % 10)
}

/** Compatibility forms that replace a character; others, such as ㎡, keep their meaning only as they are. */
const SIMPLE_FORM = /^(?:\(?(?:\d{1,2}|[一二三四五六七八九])\)?[.,]?|[!-~])$/
const GREEK_AND_CYRILLIC: Readonly<Record<string, string>> = { Х: 'X', х: 'x', Χ: 'X', χ: 'x' }

function compatible(char: string): string {
  const form = char.normalize('NFKC')
  return form !== char && SIMPLE_FORM.test(form) ? form : (GREEK_AND_CYRILLIC[char] ?? char)
}

function read(char: string, code: number): string {
  if (DECIMAL.test(char)) return decimalOf(code)
  if (DASH.test(char)) return '-'
  if (isFullWidth(code)) return String.fromCharCode(code - FULL_WIDTH_OFFSET)
  if (BLANK.test(char)) return ' '
  if (LINE_ENDS.includes(char)) return '\n'
  return UNSEEN.test(char) ? '' : (valueInRows(code) ?? compatible(char))
}

const KNOWN = new Map<number, string>()
const MOST_KNOWN = 10_000

/** Returns a character outside ASCII and the Chinese characters in its plain form; '' when it is not seen. */
export function plainGlyph(char: string, code: number): string {
  const known = KNOWN.get(code)
  if (known !== undefined) return known
  const form = read(char, code)
  if (KNOWN.size < MOST_KNOWN) KNOWN.set(code, form)
  return form
}

const RAISED = /[\u00b2\u00b3\u00b9\u2070\u2074-\u2079\u2080-\u2089]/

/** Checks for a raised or lowered digit behind a number, as of a footnote or a power; within a number it is a digit. */
export const isNoteMark = (source: string, at: number): boolean =>
  RAISED.test(source[at] ?? '') &&
  /[\d\u3400-\u9fffA-Za-z]/.test(source[at - 1] ?? ' ') &&
  !/\d/.test(source[at + 1] ?? ' ') &&
  !RAISED.test(source[at + 1] ?? ' ')

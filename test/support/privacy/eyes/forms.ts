import { createHash } from 'node:crypto'
import type { Chance } from '../chance'

/** A way to write a number that a person still reads. */
export interface Form {
  id: string
  write(digits: string, chance: Chance): string
}

type Glyphs = (digit: string, chance: Chance) => string

const table =
  (forms: string | readonly string[]): Glyphs =>
  digit =>
    /\d/.test(digit) ? ([...forms][Number(digit)] ?? digit) : digit

const at =
  (zero: number): Glyphs =>
  digit =>
    /\d/.test(digit) ? String.fromCodePoint(zero + Number(digit)) : digit

const after =
  (mark: string): Glyphs =>
  digit =>
    digit + mark

const some =
  (swaps: Readonly<Record<string, string>>, share: number): Glyphs =>
  (digit, chance) =>
    swaps[digit] && chance.next() < share ? chance.pick([...swaps[digit]]) : digit

/** Every digit written with other characters. */
const WRITINGS: Readonly<Record<string, Glyphs>> = {
  plain: digit => digit,
  full: digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0),
  circled: table('⓪①②③④⑤⑥⑦⑧⑨'),
  negative: table('⓿❶❷❸❹❺❻❼❽❾'),
  double: table('⓪⓵⓶⓷⓸⓹⓺⓻⓼⓽'),
  sans: table('🄋➀➁➂➃➄➅➆➇➈'),
  super: table('⁰¹²³⁴⁵⁶⁷⁸⁹'),
  sub: table('₀₁₂₃₄₅₆₇₈₉'),
  keycap: after('\ufe0f\u20e3'),
  bold: at(0x1d7ce),
  doubleStruck: at(0x1d7d8),
  mono: at(0x1d7f6),
  segmented: at(0x1fbf0),
  arabic: at(0x660),
  persian: at(0x6f0),
  devanagari: at(0x966),
  thai: at(0xe50),
  chinese: table('零一二三四五六七八九'),
  chineseRound: table('〇一二三四五六七八九'),
  chineseRing: table('○一二三四五六七八九'),
  bank: table('零壹贰叁肆伍陆柒捌玖'),
  traditional: table('零壹貳參肆伍陸柒捌玖'),
  radio: table('洞幺两三四五六拐八勾'),
  circledHan: table('〇㊀㊁㊂㊃㊄㊅㊆㊇㊈'),
  mixed: (digit, chance) =>
    /\d/.test(digit) && chance.next() < 0.4 ? ('零一二三四五六七八九'[Number(digit)] ?? '') : digit,
  mixedRounds: (digit, chance) =>
    /\d/.test(digit) && chance.next() < 0.4 ? ('⓪①②③④⑤⑥⑦⑧⑨'[Number(digit)] ?? '') : digit,
  mixedFull: (digit, chance) =>
    chance.next() < 0.5 ? String.fromCharCode(digit.charCodeAt(0) + 0xfee0) : digit,
  strike: after('\u0336'),
  acute: after('\u0301'),
  underline: after('\u0332'),
  zeroWidth: after('\u200b'),
  joiner: after('\u2060'),
  tag: after('\u{e0061}'),
  filler: after('\u3164'),
  braille: after('\u2800'),
  halfFiller: after('\uffa0'),
  soft: after('\u00ad'),
  selector: after('\u{e0100}'),
  letterO: some({ 0: 'Oo' }, 1),
  letterL: some({ 1: 'lI|' }, 1),
  ocr: some({ 0: 'Oo〇○', 1: 'lI丨' }, 0.6),
  cyrillic: some({ 0: 'ОоΟ', 3: 'З' }, 0.7),
  ocrMore: some({ 0: 'OD', 1: 'l', 2: 'Z', 5: 'S', 8: 'B' }, 0.35),
  symbolFont: at(0xf030),
}

const LIMITED = new Set(['letterO', 'letterL', 'ocr', 'cyrillic', 'ocrMore', 'mixedFull'])

/** Marks between the digits or groups. */
const MARKS: Readonly<Record<string, string>> = {
  none: '', space: ' ', wide: '\u3000', dash: '-', long: '—', dot: '.', middle: '·', star: '*', tilde: '~',
  slash: '/', bar: '|', under: '_', plus: '+', equal: '=', hash: '#', comma: ',', hanComma: '，',
  pause: '、', colon: ':', semi: '；', stop: '。', back: '\\', angle: '›', arrow: '→', bullet: '•', square: '■',
  heart: '♥', emoji: '😀', quote: "'", ditto: '"', bang: '!', at: '@', amp: '&', caret: '^', ellipsis: '…',
  tab: '\t', line: '\n', twoLines: '\n\n', crlf: '\r\n', spacedDash: ' - ', spacedSlash: ' / ', brackets: ')(',
  corner: '】【', thin: '\u2009', nbsp: '\u00a0', figure: '\u2007', hangul: '\u3164', han: '杠', lineSep: '\u2028',
} // prettier-ignore

/** Sizes of the groups: one digit each, as on a card, or cut somewhere. */
const LAYOUTS: Readonly<Record<string, (digits: string, chance: Chance) => number[]>> = {
  single: digits => Array<number>(digits.length).fill(1),
  usual: digits => (digits.length === 11 ? [3, 4, 4] : digits.length >= 18 && digits.length !== 19 ? [6, 4, 4, 4, 2] : [4, 4, 4, 4, 4]), // prettier-ignore
  cut: (digits, chance) => {
    const first = chance.int(4, digits.length - 4)
    return [first, digits.length - first]
  },
}

const joined = (pieces: readonly string[], sizes: readonly number[], mark: string): string => {
  const parts: string[] = []
  let from = 0
  for (const size of sizes) {
    const part = pieces.slice(from, (from += size)).join('')
    if (part !== '') parts.push(part)
  }
  const rest = pieces.slice(from).join('')
  return [...parts, ...(rest === '' ? [] : [rest])].join(mark)
}

const written = (glyphs: Glyphs, mark: string, layout: keyof typeof LAYOUTS): Form['write'] => {
  const sizes = LAYOUTS[layout]!
  return (digits, chance) =>
    joined(
      [...digits].map(digit => glyphs(digit, chance)),
      sizes(digits, chance),
      mark,
    )
}

/** Ways that do more than exchange characters. */
const SPECIAL: readonly Form[] = [
  { id: 'override', write: digits => `\u202e${[...digits].reverse().join('')}\u202c` },
  { id: 'isolates', write: digits => [...digits].map(digit => `\u2068${digit}\u2069`).join('') },
  { id: 'boxes', write: digits => [...digits].map(digit => `[${digit}]`).join('') },
  { id: 'parens', write: digits => [...digits].map(digit => `(${digit})`).join('') },
  { id: 'hanParens', write: digits => [...digits].map(digit => `（${digit}）`).join('') },
  { id: 'enclosed', write: digits => [...digits].map(digit => (/[1-9]/.test(digit) ? '⑴⑵⑶⑷⑸⑹⑺⑻⑼'[Number(digit) - 1] : digit)).join('') },
  { id: 'stops', write: digits => [...digits].map(digit => (/[1-9]/.test(digit) ? '⒈⒉⒊⒋⒌⒍⒎⒏⒐'[Number(digit) - 1] : digit)).join('') },
  { id: 'twoMarks', write: (digits, chance) => [...digits].map(digit => digit + chance.pick(['', ' ', '-', '.', '~'])).join('') },
  { id: 'afterZeros', write: digits => `00${digits}` },
] // prettier-ignore

/** All forms: every writing alone, every mark in every layout, and a mixture of both. */
export const FORMS: readonly Form[] = [
  ...Object.entries(WRITINGS).map(([id, glyphs]) => ({ id, write: written(glyphs, '', 'single') })),
  ...Object.entries(MARKS).flatMap(([mark, words]) =>
    mark === 'none' || mark === 'hangul'
      ? []
      : (['single', 'usual', 'cut'] as const)
          .filter(
            layout => layout !== 'cut' || ['line', 'space', 'wide', 'nbsp', 'dash', 'crlf'].includes(mark),
          )
          .map(layout => ({
            id: `${mark}/${layout}`,
            write: written(WRITINGS['plain']!, words, layout),
          })),
  ),
  ...Object.entries(WRITINGS)
    .filter(([id]) => id !== 'plain' && !LIMITED.has(id))
    .flatMap(([id, glyphs]) =>
      ['space', 'dash', 'line', 'pause'].map(mark => ({
        id: `${id}+${mark}`,
        write: written(glyphs, MARKS[mark]!, mark === 'line' || mark === 'pause' ? 'single' : 'usual'),
      })),
    ),
  ...SPECIAL,
]

/** Half of the forms, by hash: they were not looked at while the detectors were made. */
export const isUnseen = ({ id }: Form): boolean =>
  createHash('sha256').update(`eyes ${id}`).digest()[0]! % 2 === 0

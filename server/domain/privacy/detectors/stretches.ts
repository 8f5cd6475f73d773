import { DIGIT_VALUES } from '@shared/common/chineseNumerals'

/** One character that is, or may be read as, a digit. */
interface Glyph {
  at: number
  value: string
  /** Written as 0–9 or as a Chinese digit, not as a letter that resembles a digit. */
  isDigit: boolean
}

/** Digits with nothing but marks between them; `gaps[i]` is between `glyphs[i]` and the next. */
export interface Stretch {
  glyphs: Glyph[]
  gaps: string[]
  /** All values, one character each. */
  digits: string
}

const SPOKEN: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(DIGIT_VALUES).map(([char, value]) => [char, String(value)])),
  参: '3',
  幺: '1',
  洞: '0',
  拐: '7',
  勾: '9',
}

/** Letters and marks that resemble a digit, as text recognition confuses them. */
const RESEMBLING: Readonly<Record<string, string>> = {
  ...{ O: '0', o: '0', О: '0', о: '0', Ο: '0', ο: '0', D: '0', Q: '0', l: '1', I: '1', i: '1', Ӏ: '1', І: '1', 丨: '1' },
  ...{ Z: '2', z: '2', З: '3', з: '3', Ʒ: '3', S: '5', s: '5', b: '6', G: '6', б: '6', B: '8', В: '8', q: '9', g: '9' },
} // prettier-ignore

const letters = (table: Readonly<Record<string, string>>): string => Object.keys(table).join('')
const GLYPH = new RegExp(`[\\dXx×${letters(SPOKEN)}${letters(RESEMBLING)}]`, 'g')
const GLYPH_OR_BAR = new RegExp(`[\\dXx×|!${letters(SPOKEN)}${letters(RESEMBLING)}]`, 'g')
const LETTER = /[A-Za-z\u0370-\u04ff]/

const LONGEST_GAP = 8
/** No letter, number or Chinese character, but for those that are said between digits. */
const GAP = /^(?:[^\p{L}\p{N}]*|[杠横点空减加划])$/u

const isResembling = (char: string): boolean => RESEMBLING[char] !== undefined

/** Checks that the letters around a letter all resemble digits: those of a word do not. */
function standsAlone(text: string, at: number): boolean {
  for (const step of [-1, 1]) {
    let next = at + step
    let passed = 0
    while (LETTER.test(text[next] ?? ' ') && passed < LONGEST_GAP) {
      if (!isResembling(text[next] ?? '')) return false
      next += step
      passed += 1
    }
    if (passed === LONGEST_GAP) return false
  }
  return true
}

function glyphAt(text: string, at: number): Glyph | null {
  const char = text[at] ?? ''
  if (/\d/.test(char)) return { at, value: char, isDigit: true }
  const spoken = SPOKEN[char]
  if (spoken !== undefined) return { at, value: spoken, isDigit: true }
  if (/[Xx×]/.test(char)) return LETTER.test(text[at + 1] ?? ' ') ? null : { at, value: 'X', isDigit: false }
  if (/[|!]/.test(char)) return { at, value: '1', isDigit: false }
  return standsAlone(text, at) ? { at, value: RESEMBLING[char] ?? '', isDigit: false } : null
}

const gapBefore = (text: string, last: Glyph, next: Glyph): string | null => {
  if (next.at - last.at - 1 > LONGEST_GAP) return null
  const gap = text.slice(last.at + 1, next.at)
  return gap === '' || GAP.test(gap) ? gap : null
}

function* stretchesBy(text: string, pattern: RegExp, least: number): Generator<Stretch> {
  let glyphs: Glyph[] = []
  let gaps: string[] = []
  const whole = (): Stretch => ({ glyphs, gaps, digits: glyphs.map(({ value }) => value).join('') })
  for (const { index } of text.matchAll(pattern)) {
    const glyph = glyphAt(text, index)
    if (!glyph) continue
    const last = glyphs.at(-1)
    const gap = last ? gapBefore(text, last, glyph) : null
    if (gap === null) {
      if (glyphs.length >= least) yield whole()
      glyphs = [glyph]
      gaps = []
    } else {
      gaps.push(gap)
      glyphs.push(glyph)
    }
  }
  if (glyphs.length >= least) yield whole()
}

/** Yields all stretches of at least `least` digits, in order; with a bar or an exclamation mark also read as 1. */
export function* stretchesOf(text: string, least: number): Generator<Stretch> {
  yield* stretchesBy(text, GLYPH, least)
  if (/\d[|!]|[|!]\d/.test(text)) yield* stretchesBy(text, GLYPH_OR_BAR, least)
}

/** Returns the stretch as it is shown after a right-to-left override. */
export const reversed = ({ glyphs, gaps, digits }: Stretch): Stretch => ({
  glyphs: glyphs.toReversed(),
  gaps: gaps.toReversed(),
  digits: [...digits].reverse().join(''),
})

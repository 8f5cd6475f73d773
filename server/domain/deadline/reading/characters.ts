import { foldWithOrigin } from '../../chinese/foldWithOrigin'
import { simplifyCharacter } from '../../chinese/simplify'

/**
 * A text prepared for parsing: `text` has one compatibility form, simplified characters and no blanks; `origin[i]` is
 * the index in `source` of character i, so words can be quoted as written.
 */
export interface Characters {
  text: string
  source: string
  origin: readonly number[]
}

const BLANK = /\s/
/** Ditto marks are preserved: their compatibility forms are prime signs. */
const DITTO = /[″〃”“"]/
/** List marks separate rules. */
const LIST_MARK = /[\u2460-\u24ff\u2776-\u2793●■□◆◇▲★•·]/
const FOLD: Readonly<Record<string, string>> = {
  '【': '(',
  '〔': '(',
  '[': '(',
  '{': '(',
  '「': '(',
  '】': ')',
  '〕': ')',
  ']': ')',
  '}': ')',
  '」': ')',
  '〈': '《',
  '〉': '》',
  '。': ';',
  '｡': ';',
  '!': ';',
  '﹑': '、',
  '､': '、',
  '—': '-',
  '–': '-',
  '―': '-',
  '~': '-',
  '〜': '-',
  '−': '-',
  '‐': '-',
  /** OCR: 曰 for 日, 幵 for 开. */
  曰: '日',
  幵: '开',
  毎: '每',
}

/** Pinyin after a character in a damaged copy: 日內(nèi). */
const PINYIN = /\([a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]{1,7}\)/gi

function forms(char: string): string {
  if (DITTO.test(char)) return '〃'
  if (LIST_MARK.test(char)) return ';'
  return [...char.normalize('NFKC')].map(form => FOLD[form] ?? simplifyCharacter(form)).join('')
}

/** Returns the characters whose index is kept. */
export function keep({ text, source, origin }: Characters, kept: (index: number) => boolean): Characters {
  const left = (_: unknown, index: number): boolean => kept(index)
  return { text: text.split('').filter(left).join(''), source, origin: origin.filter(left) }
}

function withoutPinyin(characters: Characters): Characters {
  const residue = new Set(
    [...characters.text.matchAll(PINYIN)].flatMap(({ index, 0: match }) =>
      Array.from(match, (_, i) => index + i),
    ),
  )
  return residue.size === 0 ? characters : keep(characters, index => !residue.has(index))
}

/** Prepares a text for parsing; drops blanks and line breaks. */
export function readCharacters(source: string): Characters {
  const read = (at: number) => ({ form: forms(source.charAt(at)).replace(BLANK, ''), length: 1 })
  return withoutPinyin({ source, ...foldWithOrigin(source, read) })
}

/** Returns the source's words for the characters from `start` to `end`, without layout blanks. */
export function wordsOf({ source, origin }: Characters, start: number, end: number): string {
  const indices = new Set(origin.slice(start, end))
  return [...indices].map(index => source.charAt(index)).join('')
}

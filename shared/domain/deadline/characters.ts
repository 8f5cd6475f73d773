import { simplify } from '../catalogue/text'

/**
 * A text prepared for reading: `text` has one compatibility form, simplified characters and no blanks;
 * `origin[i]` is the index in `source` that character i came from, so words can be given as they were written.
 */
export interface Characters {
  text: string
  source: string
  origin: readonly number[]
}

const BLANK = /[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/
/** Ditto marks stay apart: their compatibility forms are prime signs. */
const DITTO = /[″〃”“"]/
/** List marks part one rule from the next. */
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
  /** OCR: 曰 for 日. */
  曰: '日',
}

function forms(char: string): string {
  if (DITTO.test(char)) return '〃'
  if (LIST_MARK.test(char)) return ';'
  return [...char.normalize('NFKC')].map(form => FOLD[form] ?? simplify(form)).join('')
}

/** `lineBreak`: what a line break stands for; blanks are dropped. */
export function readCharacters(source: string, lineBreak = ''): Characters {
  const origin: number[] = []
  let text = ''
  for (let index = 0; index < source.length; index++) {
    const char = source.charAt(index)
    const read = lineBreak !== '' && char === '\n' ? lineBreak : forms(char).replace(BLANK, '')
    text += read
    for (let i = 0; i < read.length; i++) origin.push(index)
  }
  return { text, source, origin }
}

/** The words of the source for the characters from `start` to `end`, without layout blanks. */
export function wordsOf({ source, origin }: Characters, start: number, end: number): string {
  const indices = new Set(origin.slice(start, end))
  return [...indices].map(index => source.charAt(index)).join('')
}

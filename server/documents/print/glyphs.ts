import type { Print, PrintBlock } from './types'

/** Stands for a letter that the font does not have 打不出的字: the printers’ own sign for it. */
const LACKING = '〓'
/** Everything but what has no drawing anyway: blanks, and signs that steer. Letters of private areas 造字 may well be names. */
const DRAWN = /[^\p{Cc}\p{Cf}\p{Z}]/gu
/** Put on another letter; without it that letter still reads. */
const MARK = /\p{M}/u

/** Has the font of the paper this letter? */
export type Has = (codePoint: number) => boolean

/** The same with every text in it changed, however deep it lies. */
function eachText<T>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T
  if (Array.isArray(value)) return value.map((one: unknown) => eachText(one, change)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, eachText(one, change)])) as T
}

const noteOf = (letters: ReadonlySet<string>): PrintBlock => ({
  kind: 'paragraph',
  text: `“${LACKING}”是这张纸上打不出来的字，共 ${letters.size} 个，请看手机上的原文；张贴以前请用笔补上。`,
})

/** The text with a sign for each letter that the font lacks; such letters are added to `lacking`. */
const printable = (text: string, has: Has, lacking: Set<string>): string =>
  text.replace(DRAWN, letter => {
    if (has(letter.codePointAt(0)!)) return letter
    if (MARK.test(letter)) return ''
    lacking.add(letter)
    return LACKING
  })

/** What is printed, with a sign for each letter that the font lacks and a sentence that says so: never a silent box. */
export function inPrintableLetters(print: Print, has: Has): Print {
  const lacking = new Set<string>()
  const blocks = eachText(print.blocks, text => printable(text, has, lacking))
  const footer = printable(print.footer, has, lacking)
  return lacking.size === 0 ? print : { ...print, footer, blocks: [...blocks, noteOf(lacking)] }
}

/** Letters that the font lacks, each once, with the text in which it stands first. */
export function glyphsMissingIn(texts: readonly string[], has: Has): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const text of texts) {
    const lacking = new Set<string>()
    printable(text, has, lacking)
    for (const letter of lacking) if (!found.has(letter)) found.set(letter, text)
  }
  return found
}

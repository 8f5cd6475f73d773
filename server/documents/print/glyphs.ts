import type { Print, RecordPrint } from './types'

/** Printers' sign for a character missing in the font 打不出的字. */
const LACKING = '〓'
/**
 * Visible characters: everything but blanks and control characters. Private-use characters 造字 may be parts of
 * names.
 */
const DRAWN = /[^\p{Cc}\p{Cf}\p{Z}]/gu
/** A combining mark; without it the base letter remains readable. */
const MARK = /\p{M}/u

/** Checks whether the print font has the character. */
export type Has = (codePoint: number) => boolean

/** Returns a copy with every nested text changed. */
function eachText<T>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T
  if (Array.isArray(value)) return value.map((one: unknown) => eachText(one, change)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, eachText(one, change)])) as T
}

const noteOf = (letters: ReadonlySet<string>): string =>
  `“${LACKING}”是这张纸上打不出来的字，共 ${letters.size} 个，请看手机上的原文；张贴以前请用笔补上。`

/** Replaces characters missing in the font by the sign and adds them to `lacking`. */
const printable = (text: string, has: Has, lacking: Set<string>): string =>
  text.replace(DRAWN, letter => {
    if (has(letter.codePointAt(0)!)) return letter
    if (MARK.test(letter)) return ''
    lacking.add(letter)
    return LACKING
  })

/** Replaces missing characters in a print and adds a sentence that says so, instead of silent boxes. */
export function inPrintableLetters(print: Print, has: Has): Print {
  const lacking = new Set<string>()
  const blocks = eachText(print.blocks, text => printable(text, has, lacking))
  const footer = printable(print.footer, has, lacking)
  if (lacking.size === 0) return print
  return { ...print, footer, blocks: [...blocks, { kind: 'paragraph', text: noteOf(lacking) }] }
}

/** Does the same for a record; the sentence is set below its title, outside the record. */
export function recordInPrintableLetters(print: RecordPrint, has: Has): RecordPrint {
  const lacking = new Set<string>()
  const change = (text: string) => printable(text, has, lacking)
  const { masthead, heading, meta, document, trust, foot } = print
  const said = eachText({ heading, meta, document, trust, foot }, change)
  const head = { ...masthead, name: change(masthead.name), under: change(masthead.under) }
  return lacking.size === 0
    ? print
    : { ...print, ...said, masthead: head, meta: [...said.meta, noteOf(lacking)] }
}

/** Returns the characters missing in the font, each once, with the first text that contains it. */
export function glyphsMissingIn(texts: readonly string[], has: Has): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const text of texts) {
    const lacking = new Set<string>()
    printable(text, has, lacking)
    for (const letter of lacking) if (!found.has(letter)) found.set(letter, text)
  }
  return found
}

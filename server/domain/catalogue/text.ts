import { simplify } from '../chinese/simplify'
import { remembered } from './reading'

const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g
const BLANKS = /[\t\v\f\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g

/** Normalises blanks and line breaks and removes invisible characters. */
export const normaliseBlanks = (text: string): string =>
  text
    .replace(INVISIBLE, '')
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(BLANKS, ' ')

const isAsciiWord = (char: string): boolean => /[\x21-\x7e]/.test(char)

const keepsBlank = (before: string, after: string, rest: string): boolean => {
  if (!isAsciiWord(before) || !isAsciiWord(after)) return false
  const splitNumber =
    /\d/.test(before) && /^\d*(?:个|日|天|号|次|月|年|周|%|万|元)/.test(rest) && /\d/.test(after)
  return !splitNumber
}

const joinOnce = (text: string): string => {
  const flat = normaliseBlanks(text).trim()
  return flat.replace(/\s+/g, (_blank, offset: number) => {
    const rest = flat.slice(offset).trimStart()
    return keepsBlank(flat.charAt(offset - 1), rest.charAt(0), rest) ? ' ' : ''
  })
}

/**
 * Removes layout blanks: a blank or line break inside Chinese text or between a number and its word (`1 0个工作日` →
 * `10个工作日`); one blank remains between two Latin words.
 */
export const joinLayout = remembered(joinOnce)

const foldOnce = (text: string): string =>
  simplify(normaliseBlanks(text).normalize('NFKC')).replace(/\s+/g, '').toLowerCase()

/**
 * Folds a text for comparison only: compatibility forms (full-width, brackets), simplified characters, no blanks,
 * lower case.
 */
export const fold = remembered(foldOnce)

const OPENING = '(（[［【〔《〈“「『'
const CLOSING = ')）]］】〕》〉”」』'

const kindOf = (char: string, marks: string): number => {
  const at = marks.indexOf(char)
  return at < 0 ? -1 : Math.floor(at / 2) === 0 ? 0 : at <= 3 ? 1 : at
}

/** Marks the positions inside a pair of brackets; an unclosed bracket encloses nothing. */
function insideBrackets(text: string): boolean[] {
  const inside = Array<boolean>(text.length).fill(false)
  const open: { kind: number; at: number }[] = []
  for (let index = 0; index < text.length; index++) {
    const opening = kindOf(text.charAt(index), OPENING)
    const closing = kindOf(text.charAt(index), CLOSING)
    if (opening >= 0) open.push({ kind: opening, at: index })
    const start = closing < 0 ? -1 : open.findLastIndex(({ kind }) => kind === closing)
    if (start < 0) continue
    const from = open[start]?.at ?? index
    inside.fill(true, from, index + 1)
    open.length = start
  }
  return inside
}

/** Splits at the characters that `isSeparator` accepts, but not inside brackets or quotation marks. */
export function splitOutsideBrackets(
  text: string,
  isSeparator: (char: string, index: number) => boolean,
): string[] {
  const inside = insideBrackets(text)
  const parts: string[] = []
  let start = 0
  for (let index = 0; index < text.length; index++) {
    if (inside[index] || !isSeparator(text.charAt(index), index)) continue
    parts.push(text.slice(start, index))
    start = index + 1
  }
  parts.push(text.slice(start))
  return parts.map(part => part.trim()).filter(part => part !== '')
}

/** Checks that every opened bracket is closed. */
export function bracketsBalance(text: string): boolean {
  let depth = 0
  for (const char of text) {
    if (OPENING.includes(char)) depth++
    if (CLOSING.includes(char)) depth--
  }
  return depth === 0
}

/** Returns the edit distance, stopping beyond `limit`. */
export function editDistance(left: string, right: string, limit: number): number {
  if (Math.abs(left.length - right.length) > limit) return limit + 1
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (let i = 1; i <= left.length; i++) {
    const current = [i]
    for (let j = 1; j <= right.length; j++) {
      const change = left.charAt(i - 1) === right.charAt(j - 1) ? 0 : 1
      current.push(
        Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + change),
      )
    }
    previous = current
  }
  return previous[right.length] ?? limit + 1
}

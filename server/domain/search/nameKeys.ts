import { wordsOf } from '@shared/common/searchWords'
import { initialsOf } from './initials'
import { readingsOf } from './pinyin'

/** Readings of one name are combined up to this number: names with many characters of two readings are rare. */
const MOST_COMBINED = 4

/** Longest key; of a longer word of a query only so much counts. */
const LONGEST = 12

const combined = (parts: readonly (readonly string[])[]): string[] =>
  parts.reduce<string[]>(
    (before, part) => before.flatMap(one => part.map(other => one + other)).slice(0, MOST_COMBINED),
    [''],
  )

const beginningsOf = (text: string): string[] => {
  const letters = [...text].slice(0, LONGEST)
  return letters.map((_, at) => letters.slice(0, at + 1).join(''))
}

/**
 * Returns the keys by which a name is found: what each of its characters begins, in characters, in pinyin 全拼 and in
 * initials 首字母. 柳湾村 is found by 柳, 柳湾, 湾, liu, liuw, wancun, lw, wc and so on. Sorted, without duplicates.
 */
export function nameKeysOf(names: readonly string[]): string[] {
  const keys = names.flatMap(name => {
    const letters = [...wordsOf(name).join('')]
    return letters.flatMap((_, from) => {
      const end = letters.slice(from, from + LONGEST)
      return [end.join(''), ...combined(end.map(readingsOf)), ...combined(end.map(initialsOf))].flatMap(
        beginningsOf,
      )
    })
  })
  return [...new Set(keys)].sort()
}

const LATIN = /^[a-z0-9]+$/

/**
 * Returns the keys that a query asks for, one a word; pinyin written in several words is one. ü may be written v or u.
 */
export function keysAsked(query: string): string[] {
  const words = wordsOf(query).map(word => word.replace(/ü/g, 'u'))
  const read = words.map(word => (LATIN.test(word) ? word.replace(/v/g, 'u') : word))
  const keys = read.length > 1 && read.every(word => LATIN.test(word)) ? [read.join('')] : read
  return keys.map(key => [...key].slice(0, LONGEST).join(''))
}

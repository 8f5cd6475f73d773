import { initialsOf } from './initials'
import { wordsOf } from '@shared/common/searchWords'

const pairsOf = (letters: readonly string[]): [string, string][] =>
  letters.slice(1).map((letter, at) => [letters[at] ?? '', letter])

/** Returns the bigrams 二元词 of a word: every two neighbouring characters; the character itself for a word of one. */
export function bigramsOf(word: string): string[] {
  const letters = [...word]
  return letters.length === 1 ? letters : pairsOf(letters).map(pair => pair.join(''))
}

const initialPairs = (word: string): string[] =>
  pairsOf([...word]).flatMap(([one, other]) =>
    initialsOf(one).flatMap(first => initialsOf(other).map(second => `${first}${second}`)),
  )

/** Short code 短码: seven digits that identify a notice. */
const SHORT_CODE = /^\d{7}$/

/** Returns the grams that a hit must contain to match a word of a query. */
export const queryGrams = (word: string): string[] => (SHORT_CODE.test(word) ? [word] : bigramsOf(word))

/** The texts by which a notice is found. */
export interface Findable {
  shortCode: string
  title: string
  sentence: string
  item: { area: string; path: readonly string[] }
}

/**
 * Returns the search grams of a notice: every character and bigram of its texts, and the bigrams of its name's pinyin
 * initials 拼音首字母. Sorted, without duplicates.
 */
export function gramsOf({ shortCode, title, sentence, item }: Findable): string[] {
  const names = [title, item.area, ...item.path].flatMap(wordsOf)
  const words = [...names, ...wordsOf(sentence)]
  return [
    ...new Set([
      shortCode,
      ...words.flatMap(word => [...word, ...bigramsOf(word), ...queryGrams(word)]),
      ...names.flatMap(initialPairs),
    ]),
  ].sort()
}

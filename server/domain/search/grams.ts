import { initialsOf } from './initials'
import { wordsOf } from '@shared/common/searchWords'

const pairsOf = (letters: readonly string[]): [string, string][] =>
  letters.slice(1).map((letter, at) => [letters[at] ?? '', letter])

/** Bigrams 二元词 of a word, every two neighbouring characters; the character of a word of one. */
export function bigramsOf(word: string): string[] {
  const letters = [...word]
  return letters.length === 1 ? letters : pairsOf(letters).map(pair => pair.join(''))
}

const initialPairs = (word: string): string[] =>
  pairsOf([...word]).flatMap(([one, other]) =>
    initialsOf(one).flatMap(first => initialsOf(other).map(second => `${first}${second}`)),
  )

/** 短码: a word of seven digits stands for a notice, whole. */
const SHORT_CODE = /^\d{7}$/

/** The grams that a hit must all contain to have a word of a query. */
export const queryGrams = (word: string): string[] => (SHORT_CODE.test(word) ? [word] : bigramsOf(word))

/** The texts by which a notice is found. */
export interface Findable {
  shortCode: string
  title: string
  sentence: string
  item: { area: string; path: readonly string[] }
}

/**
 * Search grams of a notice: every character and every bigram of its texts, and the bigrams of initials 拼音首字母 of what
 * it is called. Sorted, without repeats.
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

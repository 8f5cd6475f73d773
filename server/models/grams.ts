const SEPARATORS = /[^\p{L}\p{N}]+/u

/** Words as they are compared: full-width letters folded, lower case. */
const folded = (value: string) => value.normalize('NFKC').toLowerCase()

/**
 * Search bigrams 二元词 of a text: every two neighbouring characters within a run of letters and digits.
 * A run of one character gives that character. Sorted, without repeats.
 */
export function gramsOf(...values: string[]): string[] {
  const grams = new Set<string>()
  for (const run of values.flatMap(value => folded(value).split(SEPARATORS)).filter(Boolean)) {
    const letters = [...run]
    for (const letter of letters) grams.add(letter)
    for (let at = 1; at < letters.length; at += 1) grams.add(`${letters[at - 1]}${letters[at]}`)
  }
  return [...grams].sort()
}

/** The grams that a hit must all contain: bigrams where a run has them, else its only character. */
export function queryGrams(query: string): string[] {
  const grams = new Set<string>()
  for (const run of folded(query).split(SEPARATORS).filter(Boolean)) {
    const letters = [...run]
    if (letters.length === 1) grams.add(run)
    for (let at = 1; at < letters.length; at += 1) grams.add(`${letters[at - 1]}${letters[at]}`)
  }
  return [...grams]
}

import spoken from './spoken.json'

const CANONICAL = new Map(
  spoken.words.flatMap(([canonical = '', ...variants]) => variants.map(word => [word, canonical] as const)),
)
const VARIANTS = new RegExp([...CANONICAL.keys()].sort((a, b) => b.length - a.length).join('|'), 'g')

/** Replaces spoken and regional words by one word each, for comparison of folded text only. */
export const plainWords = (folded: string): string =>
  folded.replace(VARIANTS, word => CANONICAL.get(word) ?? word)

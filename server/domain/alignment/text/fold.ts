import { simplify } from '../../chinese/simplify'

/** Pinyin with or without tone marks between or after characters: 招生 zhāoshēng. */
const PINYIN = /\p{Script=Latin}{2,}/gu
/** Latin words that are terms themselves. */
const TERMS = /^(?:app|ktv|gdp|pos|wifi|led|ppp|ipo|ets|etc|cpr|aed|vip)$/i

const SEPARATORS = /[\s"“”'‘’《》〈〉「」]/g

/**
 * Folds a name for comparison: width (NFKC), traditional to simplified characters, blanks, quotes and pinyin residue.
 * Values are never stored in this form.
 */
export function fold(text: string): string {
  const plain = text.normalize('NFKC')
  const words = /\p{Script=Han}/u.test(plain)
    ? plain.replace(PINYIN, word => (TERMS.test(word) ? word : ''))
    : plain
  return simplify(words.replace(SEPARATORS, ''))
}

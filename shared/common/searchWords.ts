import { SIGNS } from './characters'

/** Separators between words; combining marks of symbols and variation selectors belong to their sign. */
const SEPARATORS = new RegExp(`[${SIGNS}\\u20d0-\\u20f0\\ufe00-\\ufe0f]+`, 'u')

/** Normalises text for comparison: full-width letters folded, lower case. */
export const folded = (value: string): string => value.normalize('NFKC').toLowerCase()

/** Splits a query into words: runs of letters and digits. */
export const wordsOf = (value: string): string[] => folded(value).split(SEPARATORS).filter(Boolean)

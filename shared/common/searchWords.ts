import { SIGNS } from './characters'

/** What parts words; combining marks of symbols and variation selectors go with their sign. */
const SEPARATORS = new RegExp(`[${SIGNS}\\u20d0-\\u20f0\\ufe00-\\ufe0f]+`, 'u')

/** Words as they are compared: full-width letters folded, lower case. */
export const folded = (value: string): string => value.normalize('NFKC').toLowerCase()

/** Runs of letters and digits: what people call the words of a query. */
export const wordsOf = (value: string): string[] => folded(value).split(SEPARATORS).filter(Boolean)

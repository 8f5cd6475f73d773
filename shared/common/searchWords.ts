const SEPARATORS = /[^\p{L}\p{N}]+/u

/** Words as they are compared: full-width letters folded, lower case. */
export const folded = (value: string): string => value.normalize('NFKC').toLowerCase()

/** Runs of letters and digits: what people call the words of a query. */
export const wordsOf = (value: string): string[] => folded(value).split(SEPARATORS).filter(Boolean)

/** Returns a copy of the list with one entry replaced. */
export const replaceAt = <T>(list: readonly T[], index: number, value: T): T[] =>
  list.map((old, at) => (at === index ? value : old))

export const removeAt = <T>(list: readonly T[], index: number): T[] => list.filter((_, at) => at !== index)

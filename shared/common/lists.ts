/** List operations newer than ES2017, which the oldest phones do not have. */

/** Returns the last entry; undefined for an empty list. */
export const lastOf = <T>(list: readonly T[]): T | undefined => list[list.length - 1]

const isList = <R>(made: R | readonly R[]): made is readonly R[] => Array.isArray(made)

/** Joins what `make` returns for each entry, a list or a single value, into one list (ES2019). */
export function flatMap<T, R>(list: readonly T[], make: (entry: T, index: number) => R | readonly R[]): R[] {
  const joined: R[] = []
  list.forEach((entry, index) => {
    const made = make(entry, index)
    if (isList(made)) for (const part of made) joined.push(part)
    else joined.push(made)
  })
  return joined
}

/** Makes an object of its entries (ES2019); `__proto__` becomes a key like any other. */
export function recordOf<V>(entries: Iterable<readonly [PropertyKey, V]>): { [key: string]: V } {
  const record: { [key: string]: V } = {}
  for (const [key, value] of entries) {
    Object.defineProperty(record, key, { value, writable: true, enumerable: true, configurable: true })
  }
  return record
}

import { createHash } from 'node:crypto'

/** Enough of the hash that two items of one catalogue never meet. */
const KEY_CHARS = 20

/**
 * Stable keys of catalogue items: from area and item path, so that the same item keeps its key in the next version,
 * whatever its number. A path that stands more than once gets its ordinal from the second on.
 */
export function itemKeys(area: string, rows: readonly { path: readonly string[] }[]): string[] {
  const taken = new Set<string>()
  return rows.map(({ path }) => freshKey(area, path, taken))
}

/** The first key of an item that is not taken yet; takes it. */
export function freshKey(area: string, path: readonly string[], taken: Set<string>): string {
  const place = JSON.stringify([area, ...path])
  for (let count = 1; ; count += 1) {
    const named = count === 1 ? place : `${place}#${count}`
    const key = createHash('sha256').update(named).digest('hex').slice(0, KEY_CHARS)
    if (taken.has(key)) continue
    taken.add(key)
    return key
  }
}

/** Keys of a new version: an item under the same name as one of the version before keeps its key, whatever that is. */
export function keysAfter(
  area: string,
  rows: readonly { path: readonly string[] }[],
  before: readonly { key: string; path: readonly string[] }[],
): string[] {
  const waiting = new Map<string, string[]>()
  for (const { key, path } of before) {
    const name = JSON.stringify(path)
    waiting.set(name, [...(waiting.get(name) ?? []), key])
  }
  const known = rows.map(({ path }) => waiting.get(JSON.stringify(path))?.shift())
  const taken = new Set(known.filter(key => key !== undefined))
  return rows.map(({ path }, order) => known[order] ?? freshKey(area, path, taken))
}

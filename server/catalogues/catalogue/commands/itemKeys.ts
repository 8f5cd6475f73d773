import { createHash } from 'node:crypto'

/** Hash length in characters, enough against collisions within one catalogue. */
const KEY_CHARS = 20

/**
 * Derives stable keys of catalogue items from area and item path, so that an item keeps its key in the next version under any
 * number. A repeated path gets an ordinal from its second occurrence on.
 */
export function itemKeys(area: string, rows: readonly { path: readonly string[] }[]): string[] {
  const taken = new Set<string>()
  return rows.map(({ path }) => freshKey(area, path, taken))
}

/** Returns the first free key of an item and marks it as taken. */
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

/** Assigns the keys of a new version: an item with the same name in the version before keeps its key. */
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

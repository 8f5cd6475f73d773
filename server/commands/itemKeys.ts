import { createHash } from 'node:crypto'

/** Enough of the hash that two items of one catalogue never meet. */
const KEY_CHARS = 20

/**
 * Stable keys of catalogue items: from area and item path, so that the same item keeps its key in the next version,
 * whatever its number. A path that stands more than once gets its ordinal from the second on.
 */
export function itemKeys(area: string, rows: readonly { path: readonly string[] }[]): string[] {
  const seen = new Map<string, number>()
  return rows.map(({ path }) => {
    const place = JSON.stringify([area, ...path])
    const count = (seen.get(place) ?? 0) + 1
    seen.set(place, count)
    const named = count === 1 ? place : `${place}#${count}`
    return createHash('sha256').update(named).digest('hex').slice(0, KEY_CHARS)
  })
}

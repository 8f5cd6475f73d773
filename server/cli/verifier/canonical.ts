/** Canonical JSON of the independent verifier, RFC 8785. */

export type Row = Record<string, unknown>

export const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Keys in order all the way down: then JSON.stringify writes the canonical form. */
function isSorted(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true
  if (Array.isArray(value)) return value.every(isSorted)
  let last = ''
  for (const key in value) {
    if (key < last || !isSorted((value as Row)[key])) return false
    last = key
  }
  return true
}

/** Keys by UTF-16 code units, numbers and strings as ECMAScript writes them. */
export function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null || isSorted(value)) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  const row = value as Row
  const members = Object.keys(row).sort()
  return `{${members.map(key => `${JSON.stringify(key)}:${canonical(row[key])}`).join(',')}}`
}

export const same = (one: unknown, other: unknown): boolean =>
  canonical(one ?? null) === canonical(other ?? null)

export const hasKeys = (row: Row, keys: readonly string[]): boolean =>
  same(Object.keys(row).sort(), [...keys].sort())

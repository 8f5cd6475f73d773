/** A seeded source of choices: the same key gives the same choices on every machine. */
export interface Choices {
  next: () => number
  of: <T>(values: readonly T[]) => T
}

/** Seeds a generator (mulberry32 over an FNV-1a hash of the key). */
export function seededRandom(key: string): Choices {
  let state = [...key].reduce(
    (hash, char) => Math.imul(hash ^ (char.codePointAt(0) ?? 0), 16_777_619),
    2_166_136_261,
  )
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return { next, of: values => values[Math.floor(next() * values.length)] as (typeof values)[number] }
}

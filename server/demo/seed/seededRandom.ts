/** Seeded pseudo-random generator: the same key gives the same numbers on every machine. */
export interface Chance {
  /** Returns a whole number from `low` to `high`, both inclusive. */
  int(low: number, high: number): number
  /** Returns one of the values. */
  pick<T>(values: readonly T[]): T
  /** Returns `count` different values in shuffled order; all of them when there are fewer. */
  some<T>(values: readonly T[], count: number): T[]
  /** Returns true with a probability of `percent`. */
  happens(percent: number): boolean
}

/** Hashes a key with FNV-1a, 32 bit: keys that differ in one letter give unrelated numbers. */
function hash(key: string): number {
  let value = 0x811c9dc5
  for (const letter of key) {
    value ^= letter.codePointAt(0)!
    value = Math.imul(value, 0x01000193)
  }
  return value >>> 0
}

/** Creates a mulberry32 generator from the key: good enough for a demonstration, never used for secrets. */
export function seededRandom(...key: (string | number)[]): Chance {
  let state = hash(key.join('|'))
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  const some = <T>(values: readonly T[], count: number): T[] => {
    const rest = [...values]
    const chosen: T[] = []
    while (chosen.length < count && rest.length > 0) chosen.push(...rest.splice(int(0, rest.length - 1), 1))
    return chosen
  }
  return {
    int,
    some,
    pick: values => values[int(0, values.length - 1)]!,
    happens: percent => int(1, 100) <= percent,
  }
}

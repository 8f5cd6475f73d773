/** The places of the same thing in two lists; null on the side that lacks it. */
export interface Pair {
  before: number | null
  after: number | null
}

interface Sides<T> {
  before: readonly T[]
  after: readonly T[]
}

/** Collects the places of a list that are still free, by key, first place first. */
function placesByKey<T>(list: readonly T[], taken: ReadonlySet<number>, keyOf: (entry: T) => string | null) {
  const places = new Map<string, number[]>()
  list.forEach((entry, place) => {
    const key = taken.has(place) ? null : keyOf(entry)
    if (key === null) return
    const same = places.get(key)
    if (same) same.push(place)
    else places.set(key, [place])
  })
  return places
}

/**
 * Pairs the entries of two lists: in each round those with the same key, in their order, that no earlier round has
 * paired. Returns the pairs in the order of the later list, then what only the earlier list has.
 */
export function pairsOf<T>(
  { before, after }: Sides<T>,
  rounds: readonly ((entry: T, place: number) => string | null)[],
): Pair[] {
  const found = new Map<number, number>()
  const gone = new Set<number>()
  for (const keyOf of rounds) {
    const places = placesByKey(
      before.map((entry, place) => ({ entry, place })),
      gone,
      ({ entry, place }) => keyOf(entry, place),
    )
    after.forEach((entry, place) => {
      const key = found.has(place) ? null : keyOf(entry, place)
      const former = key === null ? undefined : places.get(key)?.shift()
      if (former === undefined) return
      found.set(place, former)
      gone.add(former)
    })
  }
  const kept = after.map((_, place): Pair => ({ before: found.get(place) ?? null, after: place }))
  const lost = before.map((_, place) => place).filter(place => !gone.has(place))
  return [...kept, ...lost.map((place): Pair => ({ before: place, after: null }))]
}

/** True if the entries that both lists have are in another order. */
export function isReordered(pairs: readonly Pair[]): boolean {
  const places = pairs.filter(({ before, after }) => before !== null && after !== null)
  return places.some(({ before }, index) => index > 0 && before! < places[index - 1]!.before!)
}

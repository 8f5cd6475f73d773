/** A field as read: its value and, in Chinese, every reason to doubt it. */
export interface Reading<T> {
  value: T
  doubts: string[]
}

export const sure = <T>(value: T): Reading<T> => ({ value, doubts: [] })

export const doubtful = <T>(value: T, ...doubts: string[]): Reading<T> => ({ value, doubts })

/** Maximum number of results that a memoised function caches before it clears them. */
const KEPT = 2_000

/**
 * Memoises a pure function: cells of a catalogue repeat the same few texts. Results are shared and must not be
 * changed.
 */
export function remembered<T>(answer: (text: string) => T): (text: string) => T {
  const known = new Map<string, { value: T }>()
  return text => {
    const found = known.get(text)
    if (found) return found.value
    if (known.size >= KEPT) known.clear()
    const value = answer(text)
    known.set(text, { value })
    return value
  }
}

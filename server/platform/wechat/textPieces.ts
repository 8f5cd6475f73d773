/** Maximum characters of one call to WeChat's text check (msgSecCheck, version 2; read 2026-11). */
export const MAX_PIECE = 2_500

/** Characters that two adjacent pieces share, so that a cut hides nothing. */
export const OVERLAP = 100

const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff

/** Returns a position at or just before `at` that does not split a surrogate pair. */
const wholeAt = (text: string, at: number): number => (isLow(text.charCodeAt(at)) ? at - 1 : at)

/**
 * Splits a text into overlapping pieces of at most `max` UTF-16 units: every substring of up to 99 characters is
 * complete in one of them.
 */
export function piecesOf(text: string, max: number): string[] {
  const pieces: string[] = []
  let from = 0
  while (text.length - from > max) {
    const to = wholeAt(text, from + max)
    pieces.push(text.slice(from, to))
    from = wholeAt(text, to - OVERLAP)
  }
  return [...pieces, text.slice(from)]
}

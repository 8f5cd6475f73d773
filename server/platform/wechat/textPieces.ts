/** Characters that WeChat's text check takes at once (msgSecCheck, version 2; read 2026-11). */
export const MAX_PIECE = 2_500

/** Characters that two neighbouring pieces have in common, so that nothing is hidden by the cut. */
export const OVERLAP = 100

const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff

/** A place that does not part a surrogate pair, at `at` or just before it. */
const wholeAt = (text: string, at: number): number => (isLow(text.charCodeAt(at)) ? at - 1 : at)

/** A text as overlapping pieces of at most `max` UTF-16 units: every stretch of up to 99 characters stands whole in one of them. */
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

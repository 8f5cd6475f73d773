import type { Corpus } from './corpus'
import type { AlignableItem } from './features'
import type { Meaning } from './meaning'
import { FEATURE_COUNT, readingsOf, type Reading } from './pairFeatures'

/** Linear model of a line and a row, and of a line that no row answers. Fitted by test/support/alignment/fit.ts. */
export interface Weights {
  /** By the order of FEATURE_NAMES. */
  rank: readonly number[]
  /** By the order of OWN_NAMES, the constant last. */
  own: readonly number[]
  /** Probability from which a line counts as the village's own: usually, and where the catalogue lists village matters. */
  ownFrom: readonly number[]
}

/** Scores of all rows for one line. */
export interface Ranking {
  readings: readonly Reading[]
  /** Linear scores, by row. */
  scores: Float64Array
  /** Index of the reading that gave the score, by row. */
  picked: Uint8Array
  /** Softmax of the scores, 0–1. */
  shares: Float64Array
  /** Row of the highest score; -1 = no rows. */
  top: number
}

function scoresOf(readings: readonly Reading[], rank: readonly number[], rows: number) {
  const scores = new Float64Array(rows).fill(Number.NEGATIVE_INFINITY)
  const picked = new Uint8Array(rows)
  readings.forEach(({ values }, reading) => {
    for (let at = 0; at < rows; at++) {
      let sum = 0
      for (let one = 0; one < FEATURE_COUNT; one++) sum += rank[one]! * values[at * FEATURE_COUNT + one]!
      if (sum <= scores[at]!) continue
      scores[at] = sum
      picked[at] = reading
    }
  })
  return { scores, picked }
}

function softmax(scores: Float64Array, top: number): Float64Array {
  const highest = top < 0 ? 0 : scores[top]!
  const shares = scores.map(score => Math.exp(score - highest))
  const sum = shares.reduce((all, one) => all + one, 0)
  return shares.map(one => one / sum)
}

/** Scores every row of the catalogue for a line. */
export function rankRows(
  item: AlignableItem,
  corpus: Corpus,
  { rank }: Weights,
  meaning: Meaning | null = null,
): Ranking {
  const readings = readingsOf(item, corpus, meaning)
  const { scores, picked } = scoresOf(readings, rank, corpus.rows.length)
  let top = -1
  scores.forEach((score, at) => {
    if (top < 0 || score > scores[top]!) top = at
  })
  return { readings, scores, picked, shares: softmax(scores, top), top }
}

import type { Features } from './features'
import { elementLikeness, facetLikeness, gramLikeness, type SharedConcepts, sharedConcepts } from './likeness'

/** What the lexicon of concepts says about a line and a row. */
export interface LexiconScore {
  /** 0 (nothing in common) to 1 (the same name). */
  score: number
  shared: SharedConcepts
  facet: number
  sameName: boolean
  /** Both name concepts, but none in common. */
  apart: boolean
}

/** Factor of the bigram score when both sides name different concepts: common characters are coincidence. */
const APART = 0.35

/** `common`, `total` and `rowTotal` are sums of bigram weights. */
export function lexiconScore(
  village: Features,
  catalogue: Features,
  [common, total, rowTotal]: readonly [common: number, total: number, rowTotal: number],
): LexiconScore {
  const shared = sharedConcepts(village, catalogue)
  const facet = facetLikeness(village, catalogue)
  const sameName = village.name === catalogue.name
  const apart = village.concepts.length > 0 && shared.pairs.length === 0
  const grams = gramLikeness(common, total, rowTotal)
  const matter = Math.max(0.85 * shared.likeness + 0.15 * grams, 0.95 * grams * (apart ? APART : 1))
  const score = sameName
    ? 1
    : matter * (0.6 + 0.4 * facet) + 0.1 * elementLikeness(village, catalogue) * (apart ? 0 : 1)
  return { score: Math.min(score, 1), shared, facet, sameName, apart }
}

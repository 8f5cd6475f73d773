import { NEAR_FACETS } from './lexicon'
import { type ConceptHit, type Features, isPartOf } from './features'

export interface ConceptPair {
  village: ConceptHit
  catalogue: ConceptHit
}

export interface SharedConcepts {
  /** Share of concepts in common, 0–1. */
  likeness: number
  pairs: ConceptPair[]
  /** One concept is a part of the other, or one side names more concepts. */
  wider: boolean
}

/** Factor when the village's concept is a part of the catalogue's: higher than the reverse. */
const PART = 0.75
const WHOLE = 0.6

function nearness(ours: ConceptHit, theirs: ConceptHit): number {
  const sure = Math.min(ours.weight, theirs.weight)
  if (ours.id === theirs.id) return sure
  if (isPartOf(ours.id, theirs.id)) return PART * sure
  return isPartOf(theirs.id, ours.id) ? WHOLE * sure : 0
}

/** Factor when the catalogue names two or more parts of the village's concept: nearly the whole. */
const PARTS_TOGETHER = 0.95

function bestPair(ours: ConceptHit, theirs: readonly ConceptHit[]): { near: number; hit: ConceptHit } | null {
  const parts = theirs.filter(hit => isPartOf(hit.id, ours.id))
  if (parts.length > 1) return { near: PARTS_TOGETHER * ours.weight, hit: parts[0]! }
  let best: { near: number; hit: ConceptHit } | null = null
  for (const hit of theirs) {
    const near = nearness(ours, hit)
    if (near > (best?.near ?? 0)) best = { near, hit }
  }
  return best
}

/** Checks whether one line lists several concepts: 低保、特困、临时救助对象. */
const isLump = ({ name }: Features): boolean => /[、,;，；]/.test(name)

/** Scores the concepts in common. A village often lists several in one line, so matches weigh more than the rest. */
export function sharedConcepts(village: Features, catalogue: Features): SharedConcepts {
  const pairs: ConceptPair[] = []
  let points = 0
  for (const ours of village.concepts) {
    const best = bestPair(ours, catalogue.concepts) ?? bestPair(ours, catalogue.context)
    if (!best) continue
    points += best.near
    pairs.push({ village: ours, catalogue: best.hit })
  }
  if (pairs.length === 0) return { likeness: 0, pairs, wider: false }
  const met = catalogue.concepts.filter(theirs => village.concepts.some(ours => nearness(ours, theirs) > 0))
  const ours = points / village.concepts.length
  const theirs = Math.min(points, met.length) / Math.max(1, catalogue.concepts.length)
  const wider =
    pairs.some(pair => pair.village.id !== pair.catalogue.id) ||
    (isLump(village) && village.concepts.length > pairs.length) ||
    (isLump(catalogue) && catalogue.concepts.length > met.length)
  return {
    likeness: Math.min(1, 0.65 * Math.max(ours, theirs) + 0.35 * Math.min(ours, theirs)),
    pairs,
    wider,
  }
}

/** Facet assumed for a village item without one: villages publish results. */
const USUAL = '审批'
const UNSAID = 0.6
const FAR = 0.1

/** Returns the similarity of the facets, 0–1. */
export function facetLikeness(village: Features, catalogue: Features): number {
  if (catalogue.facets.length === 0) return village.facets.length === 0 ? 0.8 : UNSAID
  const wanted = village.facets[0]?.id ?? USUAL
  const near = catalogue.facets.map(({ id, weight }) =>
    id === wanted ? weight : (NEAR_FACETS[wanted]?.[id] ?? FAR) * weight,
  )
  return Math.max(...near)
}

/** Returns the weighted share of common bigrams; `common` and the totals are sums of bigram weights. */
export function gramLikeness(common: number, village: number, catalogue: number): number {
  if (common === 0) return 0
  return 0.5 * (common / Math.min(village, catalogue)) + common / (village + catalogue)
}

const commonCount = (some: ReadonlySet<string>, others: ReadonlySet<string>): number => {
  let common = 0
  for (const one of some) if (others.has(one)) common += 1
  return common
}

/**
 * Returns the share of the village's elements, or of its name's words if it has none, found in the catalogue's
 * elements; 0–1.
 */
export function elementLikeness(village: Features, catalogue: Features): number {
  if (catalogue.elements.size === 0) return 0
  if (village.elements.size > 0) {
    const fewest = Math.min(village.elements.size, catalogue.elements.size)
    return commonCount(village.elements, catalogue.elements) / fewest
  }
  return village.grams.size === 0
    ? 0
    : (0.5 * commonCount(village.grams, catalogue.elementGrams)) / village.grams.size
}

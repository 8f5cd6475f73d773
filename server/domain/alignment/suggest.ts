import { type AlignableItem, type Features, featuresOf, rootOf } from './features'
import { elementLikeness, facetLikeness, gramLikeness, type SharedConcepts, sharedConcepts } from './likeness'
import { reasonsFor } from './reasons'

export type { AlignableItem } from './features'

/** Relation of the village item to the catalogue item. */
type Relation = 'same' | 'subset' | 'successor'

export interface Suggestion {
  catalogueId: string
  /** 0 (nothing in common) to 1 (the same name). */
  score: number
  relation: Relation
  /** Reasons in Chinese, for the clerk who decides. */
  reasons: string[]
}

export interface Alignment {
  villageId: string
  suggestions: Suggestion[]
  /** No catalogue item matches well enough: the item is specific to the village. */
  villageOnly: boolean
}

/** A catalogue item with the village items that may correspond to it. */
export interface Coverage {
  catalogueId: string
  suggestions: (Omit<Suggestion, 'catalogueId'> & { villageId: string })[]
  /** No village item matches well enough. */
  missing: boolean
}

/** Minimum score of a suggestion; measured on the labelled pairs in test/unit/alignment. */
const WORTH_SHOWING = 0.2
/** Minimum score of the best match; below it the item counts as specific to the village. */
export const CARRIES = 0.42
/** Score from which the names leave hardly any doubt. */
export const SURE = 0.75

/** Factor of the bigram score when both sides name different concepts: common characters are coincidence. */
const APART = 0.35

interface Corpus {
  rows: Features[]
  /** Weight of a bigram: rare ones weigh more. */
  weights: Map<string, number>
  /** Rows that contain a bigram. */
  places: Map<string, number[]>
  /** Rows by concept (with related ones) and by name: no other row can be similar. */
  kin: Map<string, number[]>
  named: Map<string, number[]>
  totals: number[]
}

/** Weight of a bigram found in no row. */
const UNSEEN = 1

const kinOf = ({ concepts, context }: Features) =>
  new Set([...concepts, ...context].map(hit => rootOf(hit.id)))

/** Indexes the rows by their keys. */
function placesBy(
  rows: readonly Features[],
  keysOf: (row: Features) => Iterable<string>,
): Map<string, number[]> {
  const places = new Map<string, number[]>()
  rows.forEach((row, at) => {
    for (const key of keysOf(row)) {
      const known = places.get(key)
      if (known) known.push(at)
      else places.set(key, [at])
    }
  })
  return places
}

function corpusOf(items: readonly AlignableItem[]): Corpus {
  const rows = items.map(featuresOf)
  const places = placesBy(rows, row => row.grams)
  const most = Math.log(rows.length + 1)
  const weights = new Map(
    [...places].map(([gram, { length }]) => [
      gram,
      0.3 + (0.7 * Math.log((rows.length + 1) / length)) / most,
    ]),
  )
  return {
    rows,
    weights,
    places,
    kin: placesBy(rows, kinOf),
    named: placesBy(rows, row => [row.name]),
    totals: rows.map(({ grams }) => sumOf(grams, weights)),
  }
}

function sumOf(grams: ReadonlySet<string>, weights: ReadonlyMap<string, number>): number {
  let sum = 0
  for (const gram of grams) sum += weights.get(gram) ?? UNSEEN
  return sum
}

interface Judged {
  at: number
  score: number
  shared: SharedConcepts
  facet: number
  sameName: boolean
}

/** Scores the rows that have anything in common with the village item. */
function judgeAll(village: Features, corpus: Corpus): Judged[] {
  const common = new Map<number, number>()
  const touch = (rows: readonly number[] | undefined, weight: number) => {
    for (const at of rows ?? []) common.set(at, (common.get(at) ?? 0) + weight)
  }
  for (const gram of village.grams) touch(corpus.places.get(gram), corpus.weights.get(gram) ?? 0)
  for (const root of kinOf(village)) touch(corpus.kin.get(root), 0)
  touch(corpus.named.get(village.name), 0)
  const total = sumOf(village.grams, corpus.weights)
  return [...common].map(([at, sum]) =>
    judge(village, corpus.rows[at]!, at, gramLikeness(sum, total, corpus.totals[at]!)),
  )
}

function judge(village: Features, catalogue: Features, at: number, grams: number): Judged {
  const shared = sharedConcepts(village, catalogue)
  const facet = facetLikeness(village, catalogue)
  const sameName = village.name === catalogue.name
  const apart = village.concepts.length > 0 && shared.pairs.length === 0
  const matter = Math.max(0.85 * shared.likeness + 0.15 * grams, 0.95 * grams * (apart ? APART : 1))
  const score = sameName
    ? 1
    : matter * (0.6 + 0.4 * facet) + 0.1 * elementLikeness(village, catalogue) * (apart ? 0 : 1)
  return { at, score: Math.round(Math.min(score, 1) * 1000) / 1000, shared, facet, sameName }
}

function relationOf({ pairs, wider }: SharedConcepts): Relation {
  if (pairs.some(pair => pair.village.former !== pair.catalogue.former)) return 'successor'
  return wider ? 'subset' : 'same'
}

const described = (village: Features, catalogue: Features, { score, shared, facet, sameName }: Judged) => ({
  score,
  relation: sameName ? ('same' as const) : relationOf(shared),
  reasons: reasonsFor(village, catalogue, { pairs: shared.pairs, facet, sameName }),
})

const inOrder = (a: Judged, b: Judged) => b.score - a.score || a.at - b.at

/**
 * Suggests alignments 对齐建议: ranks catalogue items for each village item, with a score and reasons. Decides
 * nothing: a clerk confirms or rejects. Clause 二(五): 依据本级目录指导村级建立公开事项清单.
 */
export function suggestAlignment(
  village: readonly AlignableItem[],
  catalogue: readonly AlignableItem[],
  top = 5,
): Alignment[] {
  const corpus = corpusOf(catalogue)
  return village.map(item => {
    const features = featuresOf(item)
    const judged = judgeAll(features, corpus).filter(row => row.score >= WORTH_SHOWING)
    judged.sort(inOrder)
    return {
      villageId: item.id,
      suggestions: judged.slice(0, top).map(row => {
        const found = corpus.rows[row.at]!
        return { catalogueId: found.item.id, ...described(features, found, row) }
      }),
      villageOnly: (judged[0]?.score ?? 0) < CARRIES,
    }
  })
}

/** Computes the coverage 覆盖情况, the reverse: for each catalogue item the village items that may correspond to it. */
export function suggestCoverage(
  village: readonly AlignableItem[],
  catalogue: readonly AlignableItem[],
  top = 5,
): Coverage[] {
  const corpus = corpusOf(catalogue)
  const best = catalogue.map((): { line: Features; judged: Judged }[] => [])
  for (const item of village) {
    const line = featuresOf(item)
    for (const judged of judgeAll(line, corpus)) {
      if (judged.score >= WORTH_SHOWING) best[judged.at]!.push({ line, judged })
    }
  }
  return corpus.rows.map((row, at) => {
    const ranked = best[at]!.sort((a, b) => b.judged.score - a.judged.score)
    return {
      catalogueId: row.item.id,
      suggestions: ranked.slice(0, top).map(({ line, judged }) => ({
        villageId: line.item.id,
        ...described(line, row, judged),
      })),
      missing: (ranked[0]?.judged.score ?? 0) < CARRIES,
    }
  })
}

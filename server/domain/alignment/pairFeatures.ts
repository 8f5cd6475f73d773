import type { Corpus } from './corpus'
import { kinOf, sumOf } from './corpus'
import { type AlignableItem, type Features, featuresOf } from './features'
import { type LexiconScore, lexiconScore } from './lexiconScore'
import { facetLikeness } from './likeness'
import { type Meaning, mattersByMeaning, rowsByMeaning } from './meaning'
import { mattersOf, type MatterMatch } from './phrases/match'
import { fold } from './text/fold'
import { repaired } from './text/repair'

/** Names of the features of a line and a row, in the order of the weights. */
export const FEATURE_NAMES = [
  'matter',
  'matterLog',
  'matterBest',
  'lineShare',
  'rowShare',
  'leafShare',
  'elementShare',
  'facet',
  'leafFacet',
  'lexicon',
  'concepts',
  'apart',
  'sameName',
  'meaningPath',
  'meaningElements',
  'meaningMatter',
  'meaningMatterLog',
] as const

export const FEATURE_COUNT = FEATURE_NAMES.length

/** A line, read for the comparison. */
export interface Reading {
  line: Features
  matters: readonly MatterMatch[]
  /** Matters by meaning; empty without a model. */
  meant: readonly MatterMatch[]
  /** Features of all rows, row by row. */
  values: Float64Array
}

/** Least mass of a matter, for its logarithm. */
const LEAST = 0.003
const LOG_LEAST = -Math.log(LEAST)

const tally = (
  grams: ReadonlySet<string>,
  places: ReadonlyMap<string, readonly number[]>,
  corpus: Corpus,
) => {
  const sums = new Float64Array(corpus.rows.length)
  for (const gram of grams) {
    const weight = corpus.weights.get(gram) ?? 0.5
    for (const at of places.get(gram) ?? []) sums[at]! += weight
  }
  return sums
}

interface MatterSums {
  mass: Float64Array
  best: Float64Array
}

/** Sums over the matters that the line may be about: share × link, and the highest likeness × link. */
function matterSums(matters: readonly MatterMatch[], { linked, rows }: Corpus): MatterSums {
  const mass = new Float64Array(rows.length)
  const best = new Float64Array(rows.length)
  for (const { matter, share, likeness } of matters) {
    for (const { at, sure } of linked.get(matter) ?? []) {
      mass[at]! += share * sure
      best[at] = Math.max(best[at]!, likeness * sure)
    }
  }
  return { mass, best }
}

/** Rows that share a bigram, a concept or the name with the line; for the others the lexicon says nothing. */
function related(line: Features, corpus: Corpus): Set<number> {
  const found = new Set<number>()
  const enter = (rows: readonly number[] | undefined) => {
    for (const at of rows ?? []) found.add(at)
  }
  for (const gram of line.grams) enter(corpus.places.get(gram))
  for (const root of kinOf(line)) enter(corpus.kin.get(root))
  enter(corpus.named.get(line.name))
  return found
}

const NOTHING = [0, 0, 0, 0]

const lexiconValues = ({ score, shared, apart, sameName }: LexiconScore) => [
  score,
  shared.likeness,
  apart ? 1 : 0,
  sameName ? 1 : 0,
]

interface Meant {
  matters: readonly MatterMatch[]
  /** Values of the features of meaning, by row; null without a model. */
  valuesOf: ((at: number) => readonly number[]) | null
}

const WITHOUT_MEANING: Meant = { matters: [], valuesOf: null }

function meantBy(item: AlignableItem, corpus: Corpus, meaning: Meaning | null): Meant {
  const rows = meaning && rowsByMeaning(item, corpus.items, meaning)
  if (!meaning || !rows) return WITHOUT_MEANING
  const matters = mattersByMeaning(item, meaning)
  const { mass } = matterSums(matters, corpus)
  const logOf = (at: number) => 1 + Math.log(LEAST + mass[at]!) / LOG_LEAST
  return { matters, valuesOf: at => [rows.path[at]!, rows.elements[at]!, mass[at]!, logOf(at)] }
}

function readOne(item: AlignableItem, corpus: Corpus, meant: Meant): Reading {
  const line = featuresOf(item)
  const matters = mattersOf(item.path.join(' '))
  const { mass, best } = matterSums(matters, corpus)
  const common = tally(line.grams, corpus.places, corpus)
  const leaf = tally(line.grams, corpus.leafPlaces, corpus)
  const elements = tally(line.grams, corpus.elementPlaces, corpus)
  const total = sumOf(line.grams, corpus.weights) || 1
  const near = related(line, corpus)
  const values = new Float64Array(corpus.rows.length * FEATURE_COUNT)
  corpus.rows.forEach((row, at) => {
    values.set(
      [
        mass[at]!,
        1 + Math.log(LEAST + mass[at]!) / LOG_LEAST,
        best[at]!,
        common[at]! / total,
        common[at]! / (corpus.totals[at]! || 1),
        leaf[at]! / (corpus.leafTotals[at]! || 1),
        elements[at]! / total,
        facetLikeness(line, row),
        leafFacet(line, row),
        ...(near.has(at)
          ? lexiconValues(lexiconScore(line, row, [common[at]!, total, corpus.totals[at]!]))
          : NOTHING),
        ...(meant.valuesOf?.(at) ?? NOTHING),
      ],
      at * FEATURE_COUNT,
    )
  })
  return { line, matters, meant: meant.matters, values }
}

const USUAL = '审批'

/** 1 = the row's first kind of information is the line's; 0 = another; 0.5 = the row names none. */
function leafFacet(line: Features, row: Features): number {
  const first = row.facets[0]?.id
  if (first === undefined) return 0.5
  return first === (line.facets[0]?.id ?? USUAL) ? 1 : 0
}

/** Reads a line as written and, where a character looks wrong, as repaired too. */
export function readingsOf(item: AlignableItem, corpus: Corpus, meaning: Meaning | null = null): Reading[] {
  const path = item.path.map(fold)
  const mended = path.map(level => repaired(level, corpus.vocabularies) ?? level)
  const isRepaired = mended.some((level, at) => level !== path[at])
  const meant = meantBy(item, corpus, meaning)
  const written = readOne(item, corpus, meant)
  return isRepaired ? [written, readOne({ ...item, path: mended }, corpus, meant)] : [written]
}

/** What the lexicon says about one row, for relation and reasons. */
export function lexiconOf({ line }: Reading, corpus: Corpus, at: number): LexiconScore {
  const row = corpus.rows[at]!
  let common = 0
  for (const gram of line.grams) if (row.grams.has(gram)) common += corpus.weights.get(gram) ?? 0
  return lexiconScore(line, row, [common, sumOf(line.grams, corpus.weights) || 1, corpus.totals[at]!])
}

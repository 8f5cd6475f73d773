import type { AlignableItem } from './features'
import { dot, nearestIndex } from './nearest'
import { MATTERS } from './phrases/bank'
import { type Best, LEAST_SHARE, type MatterMatch, sharesOf } from './phrases/match'

/** What a text is compared as: a question and a phrase, or a catalogue row that is found. */
type MeaningKind = 'query' | 'passage'

/** Unit vectors of texts from a model; the alignment takes them as data and runs without them too. */
export interface Meaning {
  vector(kind: MeaningKind, text: string): Float32Array | undefined
}

/** Texts of a comparison whose vectors are wanted. */
export interface MeaningTexts {
  query: string[]
  passage: string[]
}

const lineText = ({ path }: AlignableItem): string => path.join(' ')
const rowText = ({ area = '', path }: AlignableItem): string => `${area} ${path.join(' ')}`.trim()
const elementText = ({ path, elements = [] }: AlignableItem): string =>
  `${path.join(' ')}：${elements.join('、')}`.slice(0, 200)

const PHRASES = MATTERS.flatMap(({ names, former, say }, matter) => [
  ...names.map(text => ({ matter, text, former: false })),
  ...former.map(text => ({ matter, text, former: true })),
  ...say.map(text => ({ matter, text, former: false })),
])

export function meaningTexts(
  village: readonly AlignableItem[],
  catalogue: readonly AlignableItem[],
): MeaningTexts {
  return {
    query: [...new Set([...PHRASE_TEXTS, ...village.map(lineText)])],
    passage: [...new Set(catalogue.flatMap(row => [rowText(row), elementText(row)]))],
  }
}

const PHRASE_TEXTS = PHRASES.map(({ text }) => text)

const TEMPERATURE = 0.008

/** Matters of a text by the nearest phrase in meaning; empty without a vector. */
export function mattersByMeaning(item: AlignableItem, meaning: Meaning): MatterMatch[] {
  const line = meaning.vector('query', lineText(item))
  if (!line) return []
  const best = new Map<number, Best>()
  for (const { at, likeness } of nearestIndex(meaning, PHRASE_TEXTS).near(line)) {
    const { matter, text, former } = PHRASES[at]!
    if (likeness > (best.get(matter)?.likeness ?? 0)) {
      best.set(matter, { matter, likeness, phrase: text, former })
    }
  }
  return sharesOf([...best.values()], TEMPERATURE).filter(({ share }) => share > LEAST_SHARE)
}

function standardised(values: Float64Array): Float64Array {
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length
  const spread = Math.sqrt(values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / values.length)
  return values.map(one => (spread > 0 ? (one - mean) / spread : 0))
}

interface RowVectors {
  path: (Float32Array | undefined)[]
  elements: (Float32Array | undefined)[]
}

const known = new WeakMap<Meaning, WeakMap<readonly AlignableItem[], RowVectors>>()

/** Vectors of the rows of a catalogue, looked up once. */
function rowVectors(rows: readonly AlignableItem[], meaning: Meaning): RowVectors {
  const ofMeaning = known.get(meaning) ?? new WeakMap<readonly AlignableItem[], RowVectors>()
  known.set(meaning, ofMeaning)
  const found = ofMeaning.get(rows) ?? {
    path: rows.map(row => meaning.vector('passage', rowText(row))),
    elements: rows.map(row => meaning.vector('passage', elementText(row))),
  }
  ofMeaning.set(rows, found)
  return found
}

/** Cosines of a line with all rows, by path and by elements, standardised over the rows; null without vectors. */
export function rowsByMeaning(
  item: AlignableItem,
  rows: readonly AlignableItem[],
  meaning: Meaning,
): { path: Float64Array; elements: Float64Array } | null {
  const line = meaning.vector('query', lineText(item))
  if (!line) return null
  const cosines = (vectors: readonly (Float32Array | undefined)[]) =>
    standardised(Float64Array.from(vectors, vector => (vector ? dot(line, vector) : 0)))
  const { path, elements } = rowVectors(rows, meaning)
  return { path: cosines(path), elements: cosines(elements) }
}

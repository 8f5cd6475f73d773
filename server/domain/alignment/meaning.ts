import type { AlignableItem } from './features'
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
    query: [...new Set([...PHRASES.map(({ text }) => text), ...village.map(lineText)])],
    passage: [...new Set(catalogue.flatMap(row => [rowText(row), elementText(row)]))],
  }
}

/** Likeness of two vectors of length 1. */
export function dot(one: Float32Array, other: Float32Array): number {
  let sum = 0
  for (let at = 0; at < one.length; at++) sum += one[at]! * other[at]!
  return sum
}

const TEMPERATURE = 0.008

/** Matters of a text by the nearest phrase in meaning; empty without a vector. */
export function mattersByMeaning(item: AlignableItem, meaning: Meaning): MatterMatch[] {
  const line = meaning.vector('query', lineText(item))
  if (!line) return []
  const best = new Map<number, Best>()
  for (const { matter, text, former } of PHRASES) {
    const vector = meaning.vector('query', text)
    const likeness = vector ? dot(line, vector) : 0
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

/** Cosines of a line with all rows, by path and by elements, standardised over the rows; null without vectors. */
export function rowsByMeaning(
  item: AlignableItem,
  rows: readonly AlignableItem[],
  meaning: Meaning,
): { path: Float64Array; elements: Float64Array } | null {
  const line = meaning.vector('query', lineText(item))
  if (!line) return null
  const cosines = (textOf: (row: AlignableItem) => string) =>
    standardised(
      Float64Array.from(rows, row => {
        const vector = meaning.vector('passage', textOf(row))
        return vector ? dot(line, vector) : 0
      }),
    )
  return { path: cosines(rowText), elements: cosines(elementText) }
}

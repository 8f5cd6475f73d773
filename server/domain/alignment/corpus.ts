import { type AlignableItem, type Features, featuresOf, rootOf } from './features'
import { linksOf, type RowLinks } from './phrases/link'
import { MATTERS } from './phrases/bank'
import { fold } from './text/fold'
import { vocabularyOf, type Vocabulary } from './text/repair'

/** A catalogue, indexed for the comparison with many lines. */
export interface Corpus {
  items: readonly AlignableItem[]
  rows: Features[]
  /** Weight of a bigram: rare ones weigh more. */
  weights: Map<string, number>
  /** Rows that contain a bigram in the path, and in area or elements. */
  places: Map<string, number[]>
  elementPlaces: Map<string, number[]>
  leafPlaces: Map<string, number[]>
  /** Rows by concept (with related ones) of the lexicon, and by name. */
  kin: Map<string, number[]>
  named: Map<string, number[]>
  totals: number[]
  leafTotals: number[]
  /** Rows by matter of the phrase bank with the sureness of the link. */
  linked: Map<number, { at: number; sure: number }[]>
  /** Sureness of the surest link of a matter to any row. */
  carried: Float32Array
  links: RowLinks[]
  /** Share of rows that are a village's own matter: a reference list for villages is made of them. */
  ownShare: number
  /** Of this catalogue, and of the phrase bank. */
  vocabularies: readonly Vocabulary[]
}

/** Weight of a bigram found in no row. */
const UNSEEN = 1

export const kinOf = ({ concepts, context }: Features) =>
  new Set([...concepts, ...context].map(hit => rootOf(hit.id)))

/** Indexes rows by their keys. */
function placesBy<Row>(rows: readonly Row[], keysOf: (row: Row) => Iterable<string>): Map<string, number[]> {
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

export function sumOf(grams: ReadonlySet<string>, weights: ReadonlyMap<string, number>): number {
  let sum = 0
  for (const gram of grams) sum += weights.get(gram) ?? UNSEEN
  return sum
}

function linkedBy(links: readonly RowLinks[]): Pick<Corpus, 'linked' | 'carried'> {
  const linked: Corpus['linked'] = new Map()
  const carried = new Float32Array(MATTERS.length)
  links.forEach((row, at) => {
    for (const [matter, sure] of row) {
      const known = linked.get(matter)
      if (known) known.push({ at, sure })
      else linked.set(matter, [{ at, sure }])
      if (sure > carried[matter]!) carried[matter] = sure
    }
  })
  return { linked, carried }
}

const isOwn = (links: RowLinks): boolean => {
  const [surest] = [...links].sort(([, one], [, other]) => other - one)
  return surest !== undefined && MATTERS[surest[0]]!.own
}

const namesOf = (items: readonly AlignableItem[]) =>
  items.flatMap(({ path, area = '', elements = [] }) => [area, ...path, ...elements])

let ofBank: Vocabulary | undefined
const bankVocabulary = (): Vocabulary =>
  (ofBank ??= vocabularyOf(
    MATTERS.flatMap(({ names, former, say }) => [...names, ...former, ...say]).map(fold),
  ))

export function corpusOf(items: readonly AlignableItem[]): Corpus {
  const rows = items.map(featuresOf)
  const places = placesBy(rows, row => row.grams)
  const most = Math.log(rows.length + 1)
  const weights = new Map(
    [...places].map(([gram, { length }]) => [
      gram,
      0.3 + (0.7 * Math.log((rows.length + 1) / length)) / most,
    ]),
  )
  const leaves = rows.map(({ leafGrams }) => leafGrams)
  const links = items.map(linksOf)
  return {
    items,
    rows,
    weights,
    places,
    elementPlaces: placesBy(rows, row => row.elementGrams),
    leafPlaces: placesBy(leaves, grams => grams),
    kin: placesBy(rows, kinOf),
    named: placesBy(rows, row => [row.name]),
    totals: rows.map(({ grams }) => sumOf(grams, weights)),
    leafTotals: leaves.map(grams => sumOf(grams, weights)),
    links,
    ownShare: links.filter(isOwn).length / Math.max(1, links.length),
    ...linkedBy(links),
    vocabularies: [vocabularyOf(namesOf(items).map(fold)), bankVocabulary()],
  }
}

import { fold } from '../text/fold'
import { gramsIn, gramWeight } from '../text/grams'
import { plainWords } from '../text/spoken'
import { MATTERS, type Matter } from './bank'
import { withoutStopWords } from './stopWords'

/** How a text resembles one matter. */
export interface MatterMatch {
  /** Index into MATTERS. */
  matter: number
  /** Likeness of the best phrase, 0–1. */
  likeness: number
  /** Share of all matters, 0–1. */
  share: number
  /** The best phrase, as written in the bank. */
  phrase: string
  /** The phrase is the name of an earlier policy. */
  former: boolean
}

interface Phrase {
  matter: number
  text: string
  kind: 'name' | 'former' | 'say'
  weight: number
}

interface Index {
  phrases: Phrase[]
  grams: Map<string, Gram>
}

/** A run of characters with the phrases and the matters that use it. */
interface Gram {
  /** Rare ones weigh more. */
  weight: number
  phrases: number[]
  matters: number[]
}

/** The form in which lines and phrases are compared. */
const comparable = (text: string): string => withoutStopWords(plainWords(fold(text)))

const KINDS = [
  ['names', 'name'],
  ['former', 'former'],
  ['say', 'say'],
] as const

const phrasesOf = (matter: Matter, at: number) =>
  KINDS.flatMap(([field, kind]) => matter[field].map(text => ({ matter: at, text, kind, weight: 0 })))

/** A gram weighs by the number of matters that use it. */
function rarity(matters: number): number {
  const most = Math.log(MATTERS.length + 1)
  return 0.1 + (0.9 * Math.log((MATTERS.length + 1) / matters)) / most
}

function createIndex(): Index {
  const phrases: Phrase[] = MATTERS.flatMap(phrasesOf)
  const grams = new Map<string, Gram>()
  const sets = phrases.map(({ text }) => gramsIn(plainWords(fold(text))))
  sets.forEach((set, at) => {
    const { matter } = phrases[at]!
    for (const gram of set) {
      const known = grams.get(gram) ?? { weight: 0, phrases: [], matters: [] }
      known.phrases.push(at)
      if (known.matters.at(-1) !== matter) known.matters.push(matter)
      grams.set(gram, known)
    }
  })
  for (const [text, gram] of grams) gram.weight = gramWeight(text) * rarity(gram.matters.length)
  sets.forEach((set, at) => {
    for (const gram of set) phrases[at]!.weight += grams.get(gram)!.weight
  })
  return { phrases, grams }
}

let made: Index | undefined
const index = () => (made ??= createIndex())

/** Weight of a gram that no phrase has. */
const UNSEEN = 0.35
/** Part of the line's weight and of the phrase's in the denominator: a long line may hold a short phrase. */
const LINE_PART = 0.4
/** Temperature of the shares. */
const TEMPERATURE = 0.06
export const LEAST_SHARE = 0.004

export type Best = Omit<MatterMatch, 'share'>

/** Part of the best phrase in the likeness; the rest is the share of the line that the matter's words cover. */
const BEST_PART = 0.55

interface Sums {
  /** Weight in common, by phrase. */
  common: Float32Array
  /** Weight in common with any phrase, by matter. */
  covered: Float32Array
  /** Phrases that share a gram with the text. */
  touched: number[]
  /** Weight of the whole text. */
  whole: number
}

function sumsOf(text: string, { phrases, grams }: Index): Sums {
  const sums: Sums = {
    common: new Float32Array(phrases.length),
    covered: new Float32Array(MATTERS.length),
    touched: [],
    whole: 0,
  }
  for (const run of gramsIn(comparable(text))) {
    const gram = grams.get(run)
    sums.whole += gram?.weight ?? UNSEEN * gramWeight(run)
    if (gram) addGram(sums, gram)
  }
  return sums
}

function addGram({ common, covered, touched }: Sums, { weight, phrases, matters }: Gram): void {
  for (const at of phrases) {
    if (common[at] === 0) touched.push(at)
    common[at]! += weight
  }
  for (const at of matters) covered[at]! += weight
}

/** Likeness of the text to each matter that shares a gram with it, unsorted. */
export function likenessesOf(text: string): Best[] {
  const from = index()
  const { common, covered, touched, whole } = sumsOf(text, from)
  const likeness = new Float32Array(MATTERS.length)
  const best = new Int32Array(MATTERS.length).fill(-1)
  for (const at of touched) {
    const { matter, weight } = from.phrases[at]!
    const one = common[at]! / (LINE_PART * whole + (1 - LINE_PART) * weight)
    if (one <= likeness[matter]!) continue
    likeness[matter] = one
    best[matter] = at
  }
  const found: Best[] = []
  best.forEach((at, matter) => {
    if (at < 0) return
    const { text: phrase, kind } = from.phrases[at]!
    const like = BEST_PART * likeness[matter]! + ((1 - BEST_PART) * covered[matter]!) / whole
    found.push({ matter, likeness: like, phrase, former: kind === 'former' })
  })
  return found
}

/** Shares of likenesses by a softmax. */
export function sharesOf(best: readonly Best[], temperature = TEMPERATURE): MatterMatch[] {
  const top = best.reduce((most, { likeness }) => Math.max(most, likeness), 0)
  const sum = best.reduce((all, { likeness }) => all + Math.exp((likeness - top) / temperature), 0)
  const shareOf = ({ likeness }: Best) => Math.exp((likeness - top) / temperature) / sum
  return best
    .filter(one => shareOf(one) > LEAST_SHARE)
    .map(one => ({ ...one, share: shareOf(one) }))
    .sort((a, b) => b.share - a.share)
}

/** Matters that the text may be about, with their shares; the likeliest first. */
export const mattersOf = (text: string): MatterMatch[] => sharesOf(likenessesOf(text))

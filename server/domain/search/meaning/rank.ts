import { corpusOf, type Corpus } from '../../alignment/corpus'
import type { Meaning } from '../../alignment/meaning'
import { dot } from '../../alignment/nearest'
import { MATTERS } from '../../alignment/phrases/bank'
import alignWeights from '../../alignment/model/weights.json'
import alignWithModel from '../../alignment/model/weightsWithModel.json'
import { type Ranking, rankRows } from '../../alignment/ranker'
import { explain } from '../../alignment/explain'
import { fold } from '../../alignment/text/fold'
import { gramsIn, gramWeight } from '../../alignment/text/grams'
import { repaired, vocabularyOf, type Vocabulary } from '../../alignment/text/repair'
import { plainWords } from '../../alignment/text/spoken'
import { shareSpelt } from '../readings'
import { lettersOf, type Question, readQuestion } from './question'
import { asItem, passagesOf, type Subject, SUBJECT_KINDS } from './subject'
import weights from './weights.json'

/** Names of the features of a question and a subject, in the order of the weights. */
export const FEATURES = [
  'matter',
  'name',
  'text',
  'row',
  'head',
  'rows',
  ...SUBJECT_KINDS.slice(1),
  'meaning×term',
  'how×power',
  'phone×office',
  'progress×case',
  'figure×notice',
] as const

interface Words {
  name: ReadonlySet<string>
  rows: readonly ReadonlySet<string>[]
  all: ReadonlySet<string>
}

/** Subjects, indexed for questions. */
export interface Searchable {
  subjects: readonly Subject[]
  corpus: Corpus
  words: readonly Words[]
  /** Number of subjects that have a gram. */
  counts: ReadonlyMap<string, number>
  vocabularies: readonly Vocabulary[]
}

const gramsOf = (text: string): Set<string> => gramsIn(plainWords(fold(text)))

function wordsOf({ name, area = '', path = [], sentence, lines }: Subject): Words {
  const names = gramsOf([name, area, ...path].join('\n'))
  const rows = [sentence, ...lines.map(({ label, value }) => `${label}\n${value}`)].map(gramsOf)
  const all = new Set(names)
  for (const row of rows) for (const gram of row) all.add(gram)
  return { name: names, rows, all }
}

const SAID = MATTERS.flatMap(({ names, former, say }) => [...names, ...former, ...say])
let said: Vocabulary | undefined

/** Indexes what may be found. */
export function searchable(subjects: readonly Subject[]): Searchable {
  const words = subjects.map(wordsOf)
  const counts = new Map<string, number>()
  for (const { all } of words) for (const gram of all) counts.set(gram, (counts.get(gram) ?? 0) + 1)
  const names = subjects.flatMap(({ name, path = [], lines }) => [
    name,
    ...path,
    ...lines.flatMap(({ label, value }) => [label, value]),
  ])
  said ??= vocabularyOf(SAID.map(fold))
  const vocabularies = [vocabularyOf(names.map(fold)), said]
  return { subjects, corpus: corpusOf(subjects.map(asItem)), words, counts, vocabularies }
}

/** Weights of a question's grams: rare ones weigh more. */
function weighed(text: string, { counts, subjects }: Searchable): Map<string, number> {
  const found = new Map<string, number>()
  for (const gram of gramsOf(text)) {
    found.set(gram, gramWeight(gram) * Math.log(1 + subjects.length / (1 + (counts.get(gram) ?? 0))))
  }
  return found
}

function covered(grams: ReadonlyMap<string, number>, within: ReadonlySet<string>): number {
  let [sum, all] = [0, 0]
  for (const [gram, weight] of grams) {
    all += weight
    if (within.has(gram)) sum += weight
  }
  return all > 0 ? sum / all : 0
}

const most = (numbers: readonly number[]): number => numbers.reduce((best, one) => Math.max(best, one), 0)

function standardised(values: readonly number[]): number[] {
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length
  const spread = Math.sqrt(values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / values.length)
  return values.map(one => (spread > 0 ? (one - mean) / spread : 0))
}

function meant(words: string, { subjects }: Searchable, meaning: Meaning | null) {
  const none = subjects.map(() => 0)
  const asked = meaning?.vector('query', words)
  if (!meaning || !asked) return { head: none, rows: none }
  const like = (text: string) => {
    const vector = meaning.vector('passage', text)
    return vector ? dot(asked, vector) : 0
  }
  const passages = subjects.map(passagesOf)
  return {
    head: standardised(passages.map(({ head }) => like(head))),
    rows: standardised(passages.map(({ head, rows }) => most([head, ...rows].map(like)))),
  }
}

/** Linear score of the alignment that counts as one here. */
const MATTER_UNIT = 5

/** The words without blanks, as they are compared by meaning. */
export const plainOf = ({ words }: Question): string => words.replace(/ /g, '')

/** The subjects as items of a catalogue that a line may be about. */
const asLine = (question: Question, { corpus }: Searchable, meaning: Meaning | null): Ranking =>
  rankRows({ id: '', path: [plainOf(question)] }, corpus, meaning ? alignWithModel : alignWeights, meaning)

/** Features of a question and every subject. */
export function featuresOf(
  question: Question,
  within: Searchable,
  meaning: Meaning | null,
  matters = asLine(question, within, meaning).scores,
): number[][] {
  const { words, asks } = question
  const plain = plainOf(question)
  const repair = repaired(fold(plain), within.vocabularies)
  const readings = [words, ...(repair === null ? [] : [repair])].map(text => weighed(text, within))
  const { head, rows } = meant(plain, within, meaning)
  const both = (yes: boolean, kind: boolean) => (yes && kind ? 1 : 0)
  return within.subjects.map(({ kind }, at) => {
    const { name, rows: lines, all } = within.words[at]!
    const best = (sets: readonly ReadonlySet<string>[]) =>
      most(readings.flatMap(grams => sets.map(set => covered(grams, set))))
    return [
      matters[at]! / MATTER_UNIT,
      best([name]),
      best([all]),
      best(lines),
      head[at]!,
      rows[at]!,
      ...SUBJECT_KINDS.slice(1).map(one => (one === kind ? 1 : 0)),
      both(asks.has('meaning'), kind === 'term'),
      both(asks.has('how'), kind === 'power'),
      both(asks.has('phone'), kind === 'office'),
      both(asks.has('progress'), kind === 'case'),
      both(asks.has('amount') || asks.has('count') || asks.has('who'), kind === 'notice'),
    ]
  })
}

/** Words that letters spell: in the subjects' names and rows first, else in the ways in which people name matters. */
function wordsSpelt(letters: string, { subjects }: Searchable): string | null {
  const names = subjects.flatMap(({ name, path = [] }) => [name, ...path])
  const rows = subjects.flatMap(({ lines }) => lines.flatMap(({ label, value }) => [label, value]))
  for (const texts of [names, SAID, rows]) {
    let [best, share] = [null as string | null, 0]
    for (const text of texts) {
      const found = shareSpelt(text, letters) ?? 0
      if (found > share) [best, share] = [text, found]
    }
    if (best !== null) return best
  }
  return null
}

/** What a question is ranked by: as written, or as its letters spell; null where they spell nothing. */
export function asked(question: string, within: Searchable): Question | null {
  const letters = lettersOf(question)
  if (letters === null) return readQuestion(question)
  const words = wordsSpelt(letters, within)
  return words === null ? null : { words, asks: new Set(), spelt: words }
}

export interface Ranked {
  subject: Subject
  /** Softmax share, 0–1. */
  score: number
  /** Why, in Chinese. */
  why: string
}

/** Share below which a subject has next to nothing to do with the question. */
const LEAST = 0.001

/** Ranks subjects by the meaning of a question 意思相近, the nearest first. */
export function rankSubjects(
  question: Question,
  within: Searchable,
  most: number,
  meaning: Meaning | null = null,
): Ranked[] {
  const { subjects, corpus } = within
  if (subjects.length === 0) return []
  const fitted = meaning ? weights.withModel : weights.withoutModel
  const ranking = asLine(question, within, meaning)
  const scores = featuresOf(question, within, meaning, ranking.scores).map(features =>
    features.reduce((sum, one, at) => sum + one * fitted[at]!, 0),
  )
  const top = scores.reduce((best, one) => Math.max(best, one), Number.NEGATIVE_INFINITY)
  const powers = scores.map(score => Math.exp(score - top))
  const all = powers.reduce((sum, one) => sum + one, 0)
  const spelt = question.spelt === undefined ? '' : `拼音像“${question.spelt}”，`
  return [...subjects.keys()]
    .sort((a, b) => scores[b]! - scores[a]! || a - b)
    .slice(0, most)
    .map(at => ({
      subject: subjects[at]!,
      score: powers[at]! / all,
      why: `${spelt}${explain(ranking, corpus, at).reasons[0] ?? ''}`,
    }))
    .filter(({ score }) => score >= LEAST)
}

/**
 * Fits the weights of the alignment: `npx tsx test/support/alignment/fit.ts` writes server/domain/alignment/model/weights.json;
 * with the file of vectors of all texts as argument weightsWithModel.json.
 * Softmax regression over the rows of each line; logistic regression for the lines that no row answers, trained with
 * whole areas of the catalogue left out too, so that a public matter that a street lacks is not forced onto a wrong row.
 */
import { writeFileSync } from 'node:fs'
import { type Corpus, corpusOf } from '../../../server/domain/alignment/corpus'
import { ownFeatures, OWN_NAMES } from '../../../server/domain/alignment/ownership'
import { FEATURE_COUNT, FEATURE_NAMES, readingsOf } from '../../../server/domain/alignment/pairFeatures'
import { rankRows } from '../../../server/domain/alignment/ranker'
import { type AlignableItem } from '../../../server/domain/alignment/suggest'
import type { Meaning } from '../../../server/domain/alignment/meaning'
import { MODEL_NAME } from '../../../server/platform/worker/inference/models'
import { meaningOf, VectorFile } from '../../../server/platform/worker/inference/vectorFile'
import { labelledPairs, catalogueOf } from './labelled'
import { minimise } from './minimise'
import { hashOfSets, isUnseen, loadSet, SET_NAMES, type SetLine } from './sets'

let meaning: Meaning | null = null

const RANK_PENALTY = 0.003
const OWN_PENALTY = 0.002
/** Weight of a line whose area was left out of the catalogue. */
const LEFT_OUT = 0.2

interface Example {
  item: AlignableItem
  corpus: Corpus
  right: ReadonlySet<number>
  /** Area of the accepted row. */
  area: string | null
}

function examplesOf(
  lines: readonly SetLine[],
  catalogue: readonly AlignableItem[],
  corpus: Corpus,
): Example[] {
  const places = new Map(catalogue.map(({ id }, at) => [id, at]))
  return lines.map((line, at) => ({
    item: { id: `v${at}`, path: line.path, area: line.area },
    corpus,
    right: new Set(line.accept.map(([id]) => places.get(id)!)),
    area: catalogue[places.get(line.accept[0]?.[0] ?? '') ?? -1]?.area ?? null,
  }))
}

function examples(): Example[] {
  const sets = SET_NAMES.flatMap(name => {
    const set = loadSet(name)
    const seen = set.lines.filter((line, at) => !isUnseen(name, set, line, at))
    return seen.length === 0 ? [] : examplesOf(seen, set.catalogue, corpusOf(set.catalogue))
  })
  const pairs = (['town', 'county', 'reference'] as const).flatMap(name => {
    const catalogue = catalogueOf(name)
    const lines = [...labelledPairs('pairs'), ...labelledPairs('fresh')].filter(
      pair => pair.catalogue === name,
    )
    return examplesOf(
      lines.map(({ path, area, match, relation }) => ({
        path,
        area,
        group: relation,
        accept: match.map(id => [id, relation] as [string, string]),
      })),
      catalogue,
      corpusOf(catalogue),
    )
  })
  return [...sets, ...pairs]
}

function fitRank(all: readonly Example[]): number[] {
  const lines = all
    .filter(({ right }) => right.size > 0)
    .map(({ item, corpus, right }) => ({
      right,
      rows: corpus.rows.length,
      values: readingsOf(item, corpus, meaning).map(({ values }) => values),
    }))
  const found = minimise(FEATURE_COUNT, 180, 0.2, 1, weights => {
    const slope = weights.map(weight => RANK_PENALTY * weight)
    for (const { right, rows, values } of lines) {
      addRankSlope(slope, weights, right, rows, values, lines.length)
    }
    return slope
  })
  return [...found]
}

function addRankSlope(
  slope: Float64Array,
  weights: Float64Array,
  right: ReadonlySet<number>,
  rows: number,
  readings: readonly Float64Array[],
  lines: number,
): void {
  const scores = new Float64Array(rows).fill(Number.NEGATIVE_INFINITY)
  const picked = new Int8Array(rows)
  readings.forEach((values, reading) => {
    for (let at = 0; at < rows; at++) {
      let sum = 0
      for (let one = 0; one < FEATURE_COUNT; one++) sum += weights[one]! * values[at * FEATURE_COUNT + one]!
      if (sum > scores[at]!) {
        scores[at] = sum
        picked[at] = reading
      }
    }
  })
  const top = scores.reduce((most, one) => Math.max(most, one), Number.NEGATIVE_INFINITY)
  const powers = scores.map(score => Math.exp(score - top))
  let [all, good] = [0, 0]
  powers.forEach((power, at) => {
    all += power
    if (right.has(at)) good += power
  })
  for (let at = 0; at < rows; at++) {
    const error = (powers[at]! / all - (right.has(at) ? powers[at]! / good : 0)) / lines
    if (Math.abs(error) < 1e-9) continue
    const values = readings[picked[at]!]!
    for (let one = 0; one < FEATURE_COUNT; one++) slope[one]! += error * values[at * FEATURE_COUNT + one]!
  }
}

interface OwnExample {
  values: number[]
  own: 0 | 1
  weight: number
}

function ownExamples(all: readonly Example[], rank: readonly number[]): OwnExample[] {
  const weights = { rank, own: [] }
  const found: OwnExample[] = []
  const smaller = new Map<Corpus, Map<string, Corpus>>()
  for (const { item, corpus, right, area } of all) {
    found.push({
      values: ownFeatures(rankRows(item, corpus, weights, meaning), corpus),
      own: right.size > 0 ? 0 : 1,
      weight: 1,
    })
    if (area === null) continue
    const known = smaller.get(corpus) ?? new Map<string, Corpus>()
    smaller.set(corpus, known)
    const rest = known.get(area) ?? corpusOf(corpus.items.filter(row => row.area !== area))
    known.set(area, rest)
    if (rest.rows.length > 0) {
      found.push({
        values: ownFeatures(rankRows(item, rest, weights, meaning), rest),
        own: 1,
        weight: LEFT_OUT,
      })
    }
  }
  return found
}

function fitOwn(all: readonly Example[], rank: readonly number[]): number[] {
  const lines = ownExamples(all, rank)
  const total = lines.reduce((sum, { weight }) => sum + weight, 0)
  const found = minimise(OWN_NAMES.length, 1500, 0.05, 0, weights => {
    const slope = weights.map(weight => OWN_PENALTY * weight)
    for (const { values, own, weight } of lines) {
      const sum = values.reduce((sum, value, at) => sum + value * weights[at]!, 0)
      const error = ((1 / (1 + Math.exp(-sum)) - own) * weight) / total
      values.forEach((value, at) => (slope[at]! += error * value))
    }
    return slope
  })
  return [...found]
}

const short = (list: readonly number[]) => list.map(one => Math.round(one * 1e4) / 1e4)

const named = (names: readonly string[], list: readonly number[]) =>
  names.map((name, at) => `${name} ${list[at]!.toFixed(2)}`).join(', ')

async function fit(vectors: string | undefined): Promise<void> {
  meaning = vectors === undefined ? null : meaningOf(await VectorFile.open(vectors, MODEL_NAME))
  const all = examples()
  const rank = short(fitRank(all))
  const own = short(fitOwn(all, rank))
  process.stdout.write(`${all.length} lines\n${named(FEATURE_NAMES, rank)}\n${named(OWN_NAMES, own)}\n`)
  const file = meaning ? 'weightsWithModel' : 'weights'
  writeFileSync(
    `server/domain/alignment/model/${file}.json`,
    `${JSON.stringify({ sets: hashOfSets(), rank, own }, null, 2)}\n`,
  )
}

void fit(process.argv[2])

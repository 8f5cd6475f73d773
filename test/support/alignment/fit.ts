/**
 * Fits the weights of the alignment: `npx tsx test/support/alignment/fit.ts` writes server/domain/alignment/model/weights.json;
 * with the argument `model`, after `node config/setup/bundleServer.mjs`, weightsWithModel.json.
 * Softmax regression over the rows of each line; logistic regression for the lines that no row answers, trained with
 * the line's matter and with its whole area left out of the catalogue too, so that a public matter that a street lacks is not
 * forced onto a wrong row and the few own lines of the sets are not all that it is learnt from.
 */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { type Corpus, corpusOf } from '../../../server/domain/alignment/corpus'
import { ownFeatures, OWN_NAMES } from '../../../server/domain/alignment/ownership'
import { FEATURE_COUNT, FEATURE_NAMES, readingsOf } from '../../../server/domain/alignment/pairFeatures'
import { rankRows } from '../../../server/domain/alignment/ranker'
import { type AlignableItem, LISTS_VILLAGE_ROWS } from '../../../server/domain/alignment/suggest'
import { type Meaning, meaningTexts } from '../../../server/domain/alignment/meaning'
import { modelsFolder } from '../../../server/platform/config/modelsFolder'
import { prepareMeaning } from '../../../server/platform/worker/inference/prepareMeaning'
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
  /** Place of the line among all; its fold. */
  line: number
  values: number[]
  own: 0 | 1
  weight: number
}

/** Catalogues without some of their rows, made once. */
const smaller = new Map<Corpus, Map<string, Corpus>>()

function without(corpus: Corpus, key: string, isOut: (row: AlignableItem) => boolean): Corpus {
  const known = smaller.get(corpus) ?? new Map<string, Corpus>()
  smaller.set(corpus, known)
  const rest = known.get(key) ?? corpusOf(corpus.items.filter(row => !isOut(row)))
  known.set(key, rest)
  return rest
}

const rootOf = ({ area, path: [root] }: AlignableItem) => `${area} ${root}`

/** The catalogue without the area of the accepted row, and without the matters of all accepted rows. */
function leftOut({ corpus, right, area }: Example): Corpus[] {
  if (area === null) return []
  const roots = new Set([...right].map(at => rootOf(corpus.items[at]!)))
  return [
    without(corpus, area, row => row.area === area),
    without(corpus, [...roots].join('|'), row => roots.has(rootOf(row))),
  ].filter(({ rows }) => rows.length > 0)
}

function ownExamples(all: readonly Example[], rank: readonly number[]): OwnExample[] {
  const weights = { rank, own: [], ownFrom: [] }
  const valuesOf = (item: AlignableItem, corpus: Corpus) =>
    ownFeatures(rankRows(item, corpus, weights, meaning), corpus)
  return all.flatMap((example, line) => [
    {
      line,
      values: valuesOf(example.item, example.corpus),
      own: example.right.size > 0 ? (0 as const) : (1 as const),
      weight: 1,
    },
    ...leftOut(example).map(rest => ({
      line,
      values: valuesOf(example.item, rest),
      own: 1 as const,
      weight: LEFT_OUT,
    })),
  ])
}

function fitOwn(lines: readonly OwnExample[]): number[] {
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

const FOLDS = 5

/** Read from the calibration, where about 94 % of the own lines are found; the second from few lines only. */
const OWN_FROM = { weights: [0.64, 0.91], weightsWithModel: [0.75, 0.86] }

/** Recall and precision of the whole catalogues' own lines by threshold, each line judged by weights fitted without its fold. */
function calibration(lines: readonly OwnExample[]): string {
  const judged = Array.from({ length: FOLDS }, (_, fold) => {
    const weights = fitOwn(lines.filter(({ line }) => line % FOLDS !== fold))
    return lines
      .filter(({ line, weight }) => line % FOLDS === fold && weight === 1)
      .map(({ values, own }) => ({
        own,
        listed: values[OWN_NAMES.indexOf('villageCatalogue')]! >= LISTS_VILLAGE_ROWS,
        chance: 1 / (1 + Math.exp(-values.reduce((sum, value, at) => sum + value * weights[at]!, 0))),
      }))
  }).flat()
  return [false, true]
    .map(
      listed => `${listed ? 'village rows' : 'none'}: ${curve(judged.filter(one => one.listed === listed))}`,
    )
    .join('\n')
}

function curve(judged: readonly { own: 0 | 1; chance: number }[]): string {
  const owns = judged.filter(({ own }) => own === 1).length
  return [0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9]
    .map(from => {
      const said = judged.filter(({ chance }) => chance >= from)
      const right = said.filter(({ own }) => own === 1).length
      return `${from}: ${((100 * right) / owns).toFixed(1)} / ${((100 * right) / said.length).toFixed(1)}`
    })
    .join(', ')
}

const short = (list: readonly number[]) => list.map(one => Math.round(one * 1e4) / 1e4)

const named = (names: readonly string[], list: readonly number[]) =>
  names.map((name, at) => `${name} ${list[at]!.toFixed(2)}`).join(', ')

async function meaningFor(all: readonly Example[]): Promise<Meaning> {
  const texts = meaningTexts(
    all.map(({ item }) => item),
    all.flatMap(({ corpus }) => corpus.items),
  )
  const prepared = await prepareMeaning(texts, modelsFolder(), path.resolve('dist/server/inference.js'))
  if ('missing' in prepared) throw new Error(prepared.missing)
  return prepared.meaning
}

async function fit(withModel: boolean): Promise<void> {
  const all = examples()
  meaning = withModel ? await meaningFor(all) : null
  const rank = short(fitRank(all))
  const lines = ownExamples(all, rank)
  const own = short(fitOwn(lines))
  process.stdout.write(
    `${all.length} lines\n${named(FEATURE_NAMES, rank)}\n${named(OWN_NAMES, own)}\nrecall / precision by threshold: ${calibration(lines)}\n`,
  )
  const file = meaning ? 'weightsWithModel' : 'weights'
  writeFileSync(
    `server/domain/alignment/model/${file}.json`,
    `${JSON.stringify({ sets: hashOfSets(), rank, own, ownFrom: OWN_FROM[file] }, null, 2)}\n`,
  )
}

void fit(process.argv[2] === 'model')

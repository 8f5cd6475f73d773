/**
 * `npx tsx test/support/catalogue/columns/fit.ts`: fits the model of columns over header words and cells of the
 * seen documents of the trials, and writes its weights. Says first what a model of two thirds of the words knows of the
 * other third.
 */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import {
  type ColumnWeights,
  columnFeatures,
  kindProbabilities,
} from '../../../../server/domain/catalogue/header/columnModel'
import { SEEN_DOCUMENTS } from '../trials'
import { hand } from '../trials/kind'
import { type Choices, seededRandom } from '../trials/random'
import { type Field, type Leaf, type ListStyle, leavesOf, wordLeaves } from '../trials/sheet'
import { HEADER_POOLS } from './words'

const OUT = path.resolve(__dirname, '../../../../server/domain/catalogue/header/columnWeights.json')
const KINDS = Object.keys(HEADER_POOLS)
const STYLES: readonly ListStyle[] = ['lines', 'numbers', 'bullets', 'semicolons', 'commas']
const OTHER = [
  '办公室',
  '12345',
  '已更新',
  '',
  '无',
  '见附件',
  '全文发布',
  '王某',
  '第十九条',
  '0574-65120011',
]

interface Sample {
  features: ReturnType<typeof columnFeatures>
  kind: number
  word: string
}

/** Texts below a header of a kind, from one document. */
function valuesOf(kind: string, choices: Choices): string[] {
  const { rows } = choices.of(SEEN_DOCUMENTS)
  if (kind === 'extra') return rows.map(() => choices.of(OTHER)).filter(text => text !== '')
  if (kind === 'class') return rows.map(({ path: [first = ''] }) => first)
  const own = hand({
    elements: choices.of(STYLES),
    basis: choices.of(STYLES),
    boxGap: choices.of(['\n', ' ', '、']),
  })
  const field = kind as Field
  const words = field === 'audience' || field === 'mode' || field === 'levels'
  const leaf = choices.of(words ? wordLeaves[field](own) : leavesOf(field, rows, own)) as Leaf | undefined
  return leaf ? rows.map((item, at) => leaf.text(item, at)).filter(text => text !== '') : []
}

const isHeldOut = (word: string): boolean => createHash('sha256').update(word).digest()[0]! % 3 === 0

function samplesOf(count: number): Sample[] {
  return KINDS.flatMap((kind, at) =>
    (HEADER_POOLS[kind] ?? []).flatMap(word =>
      Array.from({ length: count }, (_, nth) => {
        const choices = seededRandom(`${kind} ${word} ${nth}`)
        const values = nth % 3 === 0 ? [] : valuesOf(kind, choices)
        return { features: columnFeatures(word, values), kind: at, word }
      }),
    ),
  )
}

const RATE = 0.5
const ROUNDS = 300
const DECAY = 2e-4

/** Fits by gradient descent on the whole set, with weight decay. */
function fitted(samples: readonly Sample[], sets: string): ColumnWeights {
  const model: ColumnWeights = { sets, kinds: KINDS, weights: {} }
  for (const { features } of samples) {
    for (const [name] of features) model.weights[name] ??= KINDS.map(() => 0)
  }
  for (let round = 0; round < ROUNDS; round++) {
    const slopes = new Map<string, number[]>()
    for (const { features, kind } of samples) {
      const errors = kindProbabilities(model, features).map(
        (probability, at) => probability - Number(at === kind),
      )
      for (const [name, value] of features) {
        const slope = slopes.get(name) ?? KINDS.map(() => 0)
        errors.forEach((error, at) => (slope[at] = (slope[at] ?? 0) + (error * value) / samples.length))
        slopes.set(name, slope)
      }
    }
    for (const [name, slope] of slopes) {
      const weights = model.weights[name] ?? []
      slope.forEach(
        (step, at) => (weights[at] = (weights[at] ?? 0) * (1 - DECAY) - RATE * KINDS.length * step),
      )
    }
  }
  const rounded = Object.entries(model.weights).map(([name, weights]) => [
    name,
    weights.map(weight => Number(weight.toFixed(2))),
  ])
  return { ...model, weights: Object.fromEntries(rounded) as Record<string, number[]> }
}

const sets = createHash('sha256')
  .update(JSON.stringify(HEADER_POOLS))
  .update(readFileSync(path.resolve(__dirname, '../../../fixtures/catalogue/trials.json')))
  .digest('hex')
const samples = samplesOf(6)
const model = fitted(
  samples.filter(({ word }) => !isHeldOut(word)),
  sets,
)
const judged = samples
  .filter(({ word }) => isHeldOut(word))
  .map(({ features, kind, word }) => {
    const probabilities = kindProbabilities(model, features)
    const probability = Math.max(...probabilities)
    return { word, right: probabilities.indexOf(probability) === kind, sure: probability >= 0.8 }
  })
const sure = judged.filter(one => one.sure)
process.stdout.write(
  `${judged.filter(({ right }) => right).length} of ${judged.length} columns under words held out are right; of those said surely ${sure.filter(({ right }) => right).length} of ${sure.length}\n`,
)
process.stdout.write(
  `${[...new Set(sure.filter(({ right }) => !right).map(({ word }) => word))].join('、')}\n`,
)
writeFileSync(OUT, `${JSON.stringify(fitted(samples, sets))}\n`)

/**
 * Fits the weights of the search by meaning on the tuned half of the questions: `npx tsx test/support/search/fit.ts` writes
 * server/domain/search/meaning/weights.json. Softmax regression over the subjects of each question.
 */
import { writeFileSync } from 'node:fs'
import { FEATURES, featuresOf, asked, searchable } from '../../../server/domain/search/meaning/rank'
import type { Meaning } from '../../../server/domain/alignment/meaning'
import { meaningOfQuestions } from './meaning'
import { minimise } from '../alignment/minimise'
import { askedQuestions, villagesAsked } from './questions'

const PENALTY = 0.01

interface Example {
  rows: number[][]
  right: boolean[]
}

function slopeOf(weights: Float64Array, { rows, right }: Example): Float64Array {
  const scores = rows.map(row => row.reduce((sum, one, at) => sum + one * weights[at]!, 0))
  const top = Math.max(...scores)
  const powers = scores.map(score => Math.exp(score - top))
  const all = powers.reduce((sum, one) => sum + one, 0)
  const good = powers.reduce((sum, one, at) => sum + (right[at] ? one : 0), 0)
  const slope = new Float64Array(weights.length)
  powers.forEach((power, at) => {
    const error = power / all - (right[at] ? power / good : 0)
    rows[at]!.forEach((one, feature) => (slope[feature]! += error * one))
  })
  return slope
}

function fit(examples: readonly Example[]): number[] {
  const found = minimise(FEATURES.length, 400, 0.1, 1, weights => {
    const slope = weights.map(weight => PENALTY * weight)
    for (const example of examples) {
      slopeOf(weights, example).forEach((one, at) => (slope[at]! += one / examples.length))
    }
    return slope
  })
  return [...found].map(one => Math.round(one * 1000) / 1000)
}

async function main(): Promise<void> {
  const all = askedQuestions()
  const subjects = villagesAsked()
  const questions = all.filter(({ half }) => half === 'tuned')
  const villages = Object.fromEntries(
    Object.entries(subjects).map(([name, some]) => [name, searchable(some)]),
  )
  const examples = (meaning: Meaning | null): Example[] =>
    questions.flatMap(({ village, question, right }) => {
      const within = villages[village]!
      const read = asked(question, within)
      if (!read) return []
      return [{ rows: featuresOf(read, within, meaning), right: within.subjects.map(right) }]
    })
  const meaning = await meaningOfQuestions(all, subjects)
  if (!meaning) throw new Error('the model is missing')
  const weights = { withModel: fit(examples(meaning)), withoutModel: fit(examples(null)) }
  console.log(
    FEATURES.map((name, at) => `${name} ${weights.withModel[at]} ${weights.withoutModel[at]}`).join('\n'),
  )
  const file = 'server/domain/search/meaning/weights.json'
  const source = 'fitted by test/support/search/fit.ts on the tuned half of test/fixtures/search'
  writeFileSync(file, `${JSON.stringify({ source, features: FEATURES, ...weights }, null, 2)}\n`)
}

void main()

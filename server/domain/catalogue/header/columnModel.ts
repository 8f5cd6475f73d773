import { looksLikeChannels } from '../fields/channels'
import { isLevelText } from '../fields/levels'
import { isModeText } from '../fields/mode'
import { looksLikeSubjects } from '../fields/subjects'
import { isTickCell } from '../fields/ticks'
import { isNumberText, looksLikeDeadline } from '../likeness'
import { fold, joinLayout } from '../text'
import type { RoleKind } from './roles'
import weights from './columnWeights.json'

/** Fitted weights: one row for each feature, one number for each kind. `sets` is the hash of what they were fitted on. */
export interface ColumnWeights {
  sets: string
  kinds: string[]
  weights: Record<string, number[]>
}

type Feature = readonly [name: string, value: number]

const share = (values: readonly string[], test: (value: string) => boolean): number =>
  values.filter(test).length / values.length

const TESTS: Readonly<Record<string, (value: string) => boolean>> = {
  number: isNumberText,
  deadline: looksLikeDeadline,
  basis: text => /《|〔|令第/.test(text),
  subjects: looksLikeSubjects,
  channels: looksLikeChannels,
  boxes: text => /[■□☑☐▲△●○]/u.test(text),
  tick: isTickCell,
  mode: isModeText,
  audience: text => /社会|特定|公众|群体|村民/.test(fold(text)),
  levels: isLevelText,
  list: text => joinLayout(text).split(/[、；;●①]|\d[.．]/).length > 2 || text.includes('\n'),
  short: text => joinLayout(text).length <= 6,
  long: text => joinLayout(text).length > 24,
  phone: text => /\d{7,}|\d{3,4}-\d/.test(text),
}

const contentFeatures = (values: readonly string[]): Feature[] => {
  if (values.length === 0) return [['no values', 1]]
  const shares = Object.entries(TESTS).map(([name, test]): Feature => [name, share(values, test)])
  return [...shares, ['different', new Set(values).size / values.length]]
}

const BRACKETED = /[([【〔][^)\]】〕]*[)\]】〕]?/g

/** Returns the features of a column: the characters of its header word, and shares of kinds of values below it. */
export function columnFeatures(header: string, values: readonly string[]): Feature[] {
  const word = fold(header).replace(BRACKETED, '')
  const characters = [...new Set(word)].map((char): Feature => [`字${char}`, 1])
  const last: Feature[] = word === '' ? [['no word', 1]] : [[`末${word.slice(-1)}`, 1]]
  return [['always', 1], ...characters, ...last, ...contentFeatures(values)]
}

/** Returns the probability of each kind under the weights, in the order of its kinds. */
export function kindProbabilities(model: ColumnWeights, features: readonly Feature[]): number[] {
  const scores = model.kinds.map((_, kind) =>
    features.reduce((sum, [name, value]) => sum + value * (model.weights[name]?.[kind] ?? 0), 0),
  )
  const top = Math.max(...scores)
  const powers = scores.map(score => Math.exp(score - top))
  const total = powers.reduce((sum, power) => sum + power, 0)
  return powers.map(power => power / total)
}

/** Returns the likeliest kind of a column whose header word is in no list, and its probability. */
export function likelyKind(
  header: string,
  values: readonly string[],
): { kind: RoleKind; probability: number } {
  const probabilities = kindProbabilities(weights, columnFeatures(header, values))
  const probability = Math.max(...probabilities)
  return { kind: (weights.kinds[probabilities.indexOf(probability)] ?? 'unknown') as RoleKind, probability }
}

import { readCharacters } from './characters'
import { amountFits, amountIn } from '../thresholds'
import type { DeadlineRule } from '../types'

const PARTING = /[,、;和或及与]+/
const ENDING = /(?:的?(?:事项|情况|信息|项目|工作)|的)$/

const normal = (words: string): string => readCharacters(words).text
const core = (words: string): string => words.replace(ENDING, '')

function share(condition: string, given: string): boolean {
  const wanted = core(given)
  return condition
    .split(PARTING)
    .map(core)
    .some(part => part.length > 1 && wanted.length > 1 && (part.includes(wanted) || wanted.includes(part)))
}

/** Checks whether the given words name the branch: by an amount, by the whole, or by one of its parts. */
function namesCondition(condition: string, given: string): boolean {
  const [left, right] = [normal(condition), normal(given)]
  if (right === '') return false
  const amount = amountIn(right)
  const fits = amount === null ? null : amountFits(left, amount)
  if (fits !== null) return fits
  return left.includes(right) || right.includes(left) || share(left, right)
}

/** A rule with its index in the text. */
export interface Candidate {
  rule: DeadlineRule
  index: number
}

/**
 * Returns the applicable rules: those of the branch that `condition` names, else those without a condition. A text
 * whose only rule has a condition is about that branch. Empty: the branch must be named.
 */
export function holdingRules(rules: readonly DeadlineRule[], condition?: string): Candidate[] {
  const all = rules.map((rule, index) => ({ rule, index }))
  const given = condition?.trim()
  const named = given ? all.filter(({ rule }) => rule.condition && namesCondition(rule.condition, given)) : []
  if (named.length > 0) return named
  const open = all.filter(({ rule }) => !rule.condition)
  if (open.some(({ rule }) => rule.kind !== 'other-law')) return open
  const branches = all.filter(({ rule }) => rule.condition)
  return !given && branches.length === 1 ? branches : open
}

import { PASSED } from '@shared/facts/power/terms'
import { stepOf } from '@shared/power/graph'
import { livePath } from './visits'
import type { CaseState } from './types'
import { byAmount, wayFrom } from './ways'

export const isAmount = (fen: number): boolean => Number.isSafeInteger(fen) && fen >= 0

const passedVotes = (state: CaseState) =>
  livePath(state).flatMap(({ step: id, finished }) => {
    const step = stepOf(state.item, id)
    return step?.vote && finished.result === PASSED ? [{ id, rule: step.vote.amountChanged }] : []
  })

/** Has a vote passed that holds the amount fixed? */
export const isFixedByVote = (state: CaseState): boolean =>
  passedVotes(state).some(({ rule }) => rule === 'refuse')

/**
 * Where a case has to go back to when its amount changes: to the first vote that is then taken again, or to the first
 * branch that would have led elsewhere. Null: what was done still holds.
 */
export function anewFrom(state: CaseState, amountFen: number): string | null {
  const again = new Set(passedVotes(state).map(({ id }) => id))
  const first = livePath(state).find(({ step: id, finished }) => {
    const step = stepOf(state.item, id)
    if (!step) return false
    return (
      again.has(id) ||
      (byAmount(step) && wayFrom(state, step, finished.result, amountFen)?.to !== finished.to)
    )
  })
  return first?.step ?? null
}

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

/** Checks whether a passed vote fixes the amount. */
export const isFixedByVote = (state: CaseState): boolean =>
  passedVotes(state).some(({ rule }) => rule === 'refuse')

/**
 * Returns the step to which a changed amount sends the case back: the first vote to be repeated, or the first branch
 * that would differ. Null: all done steps remain valid.
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

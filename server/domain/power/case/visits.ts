import type { PowerStep } from '@shared/contract/power/item'
import { reachable, stepOf } from '@shared/power/graph'
import type { CaseState, Finish, Visit } from './types'

/** Returns the current visit 现在走到这里; null once the case is closed. */
export function currentVisit({ visits, closed }: CaseState): Visit | null {
  const last = visits.at(-1)
  return !closed && last && !last.finished && !last.undone ? last : null
}

export function currentStep(state: CaseState): PowerStep | null {
  const visit = currentVisit(state)
  return visit && stepOf(state.item, visit.step)
}

type Finished = Visit & { finished: Finish }

export const isFinished = (visit: Visit): visit is Finished => visit.finished !== null

/** Returns the finished steps that count, in order. */
export const livePath = ({ visits }: CaseState): Finished[] =>
  visits.filter(isFinished).filter(({ undone }) => undone === null)

export const entered = (step: string, on: string): Visit => ({
  step,
  enteredOn: on,
  claimedBy: null,
  finished: null,
  undone: null,
})

export const withCurrent = (state: CaseState, change: Partial<Visit>): CaseState => ({
  ...state,
  visits: state.visits.map((visit, at) => (at === state.visits.length - 1 ? { ...visit, ...change } : visit)),
})

/** Returns to an earlier step; that step and all possible successors must be repeated. */
export function returnTo(
  state: CaseState,
  to: string,
  on: string,
  why: NonNullable<Visit['undone']>,
): CaseState {
  const anew = reachable(state.item, to)
  const visits = state.visits.map(visit =>
    visit.undone === null && anew.has(visit.step) ? { ...visit, undone: why } : visit,
  )
  return { ...state, visits: [...visits, entered(to, on)] }
}

export {
  BLANK,
  EMPTY_YEAR,
  NOT_ADOPTED,
  cellOf,
  joinLetters,
  letterOf,
  lettersOn,
  lettersReader,
  stateOf,
  withCell,
  withoutAdoption,
} from './cells'
export { closedBy } from './closing'
export type { OpenObligation } from './closing'
export { eventDraft, mayLieAhead, openDrafts } from './drafts'

export { NO_PLAN, planOf, triggersOf } from './plan'
export { drawCells, frameHash } from './sample'
export type { Drawable } from './sample'
export { daysLeft, doneStatus, obligationState, isDone, isUndone, wasExcused } from './state'
export type { ObligationFacts, ObligationStatus } from './state'
export type * from './types'

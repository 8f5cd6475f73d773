import { daysBetween } from '@shared/common/period'
import { DUE_SOON } from '@shared/facts/disclosure/obligationRules'
import type { ObligationCauseKind, ObligationState } from '@shared/contract/disclosure/obligation'

/** Stored status of an obligation: facts only, nothing that changes with the date. */
export type ObligationStatus = 'open' | 'unresolved' | 'done' | 'late' | 'not-applicable'

export interface ObligationFacts {
  status: ObligationStatus
  dueOn: string | null
}

/** Returns the calendar days to the due date, negative after it. */
export const daysLeft = (dueOn: string, today: string): number => daysBetween(today, dueOn)

export const isDone = ({ status }: { status: ObligationStatus }): boolean =>
  status === 'done' || status === 'late'

export const isUndone = ({ status }: { status: ObligationStatus }): boolean =>
  status === 'open' || status === 'unresolved'

const STARTED_BY_EVENT: readonly ObligationCauseKind[] = ['event', 'milestone', 'notice']

/** Checks whether a person excused the obligation, which is reversible; not for an ended rule or a removed event. */
export const wasExcused = (obligation: {
  status: ObligationStatus
  byRule: boolean
  causeKind: ObligationCauseKind
  eventId: string | null
}): boolean =>
  obligation.status === 'not-applicable' &&
  !obligation.byRule &&
  (obligation.eventId !== null || !STARTED_BY_EVENT.includes(obligation.causeKind))

const OPEN_STATES: Record<Exclude<ObligationStatus, 'open'>, ObligationState> = {
  unresolved: 'unresolved-rule',
  done: 'done-on-time',
  late: 'done-late',
  'not-applicable': 'not-applicable',
}

/** Returns the state on a day; without an obligation: no event has started the clock. */
export function obligationState(obligation: ObligationFacts | null, today: string): ObligationState {
  if (!obligation) return 'not-yet-triggered'
  if (obligation.status !== 'open') return OPEN_STATES[obligation.status]
  if (obligation.dueOn === null) return 'running'
  if (obligation.dueOn < today) return 'overdue'
  return daysLeft(obligation.dueOn, today) <= DUE_SOON.days ? 'due-soon' : 'running'
}

/** Returns `done` up to the due date, that day included; without a due date nothing is late. */
export const doneStatus = (dueOn: string | null, doneOn: string): 'done' | 'late' =>
  dueOn !== null && doneOn > dueOn ? 'late' : 'done'

import { DUE_SOON } from '@shared/facts/disclosure/obligationRules'
import type { ObligationCauseKind, ObligationState } from '@shared/contract/disclosure/obligation'

/** What is stored of a duty: facts, never anything that a day alone would change. */
export type ObligationStatus = 'open' | 'unresolved' | 'done' | 'late' | 'not-applicable'

export interface ObligationFacts {
  status: ObligationStatus
  dueOn: string | null
}

const DAY = 86_400_000

/** Calendar days to the due date, negative once it is over. */
export const daysLeft = (dueOn: string, today: string): number =>
  Math.round((Date.parse(dueOn) - Date.parse(today)) / DAY)

export const isDone = ({ status }: { status: ObligationStatus }): boolean =>
  status === 'done' || status === 'late'

export const isUndone = ({ status }: { status: ObligationStatus }): boolean =>
  status === 'open' || status === 'unresolved'

const STARTED_BY_EVENT: readonly ObligationCauseKind[] = ['event', 'milestone', 'notice']

/** Taken off by a person's word, who may take it back: not by a rule that ended, nor with the event that had started it. */
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

/** State on a day; no duty at all: nothing has started the clock. */
export function obligationState(obligation: ObligationFacts | null, today: string): ObligationState {
  if (!obligation) return 'not-yet-triggered'
  if (obligation.status !== 'open') return OPEN_STATES[obligation.status]
  if (obligation.dueOn === null) return 'running'
  if (obligation.dueOn < today) return 'overdue'
  return daysLeft(obligation.dueOn, today) <= DUE_SOON.days ? 'due-soon' : 'running'
}

/** Done by the due date, that day included; without a due date nothing can be late. */
export const doneStatus = (dueOn: string | null, doneOn: string): 'done' | 'late' =>
  dueOn !== null && doneOn > dueOn ? 'late' : 'done'

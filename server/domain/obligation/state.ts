import { DUE_SOON } from '@shared/facts/disclosure/obligationRules'
import type { DutyCauseKind, DutyState } from '@shared/contract/disclosure/obligation'

/** What is stored of a duty: facts, never anything that a day alone would change. */
export type DutyStatus = 'open' | 'unresolved' | 'done' | 'late' | 'not-applicable'

export interface DutyFacts {
  status: DutyStatus
  dueOn: string | null
}

const DAY = 86_400_000

/** Calendar days to the due date, negative once it is over. */
export const daysLeft = (dueOn: string, today: string): number =>
  Math.round((Date.parse(dueOn) - Date.parse(today)) / DAY)

export const isDone = ({ status }: { status: DutyStatus }): boolean => status === 'done' || status === 'late'

export const isUndone = ({ status }: { status: DutyStatus }): boolean =>
  status === 'open' || status === 'unresolved'

const STARTED_BY_EVENT: readonly DutyCauseKind[] = ['event', 'milestone', 'notice']

/** Taken off by a person's word, who may take it back: not by a rule that ended, nor with the event that had started it. */
export const wasExcused = (duty: {
  status: DutyStatus
  byRule: boolean
  causeKind: DutyCauseKind
  eventId: string | null
}): boolean =>
  duty.status === 'not-applicable' &&
  !duty.byRule &&
  (duty.eventId !== null || !STARTED_BY_EVENT.includes(duty.causeKind))

const OPEN_STATES: Record<Exclude<DutyStatus, 'open'>, DutyState> = {
  unresolved: 'unresolved-rule',
  done: 'done-on-time',
  late: 'done-late',
  'not-applicable': 'not-applicable',
}

/** State on a day; no duty at all: nothing has started the clock. */
export function dutyState(duty: DutyFacts | null, today: string): DutyState {
  if (!duty) return 'not-yet-triggered'
  if (duty.status !== 'open') return OPEN_STATES[duty.status]
  if (duty.dueOn === null) return 'running'
  if (duty.dueOn < today) return 'overdue'
  return daysLeft(duty.dueOn, today) <= DUE_SOON.days ? 'due-soon' : 'running'
}

/** Done by the due date, that day included; without a due date nothing can be late. */
export const doneStatus = (dueOn: string | null, doneOn: string): 'done' | 'late' =>
  dueOn !== null && doneOn > dueOn ? 'late' : 'done'

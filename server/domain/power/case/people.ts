import { CASE_REASON } from '@shared/facts/power/caseRules'
import { powerRoleLabel } from '@shared/facts/power/terms'
import type { PowerStep } from '@shared/contract/power/item'
import { stepOf } from '@shared/power/graph'
import { type CaseFault, broken } from './fault'
import { currentVisit, isFinished } from './visits'
import type { CaseActor, CaseState } from './types'

const length = (text: string) => [...text.trim()].length

export const reasonFaults = (reason: string): CaseFault[] =>
  broken(
    [length(reason) < CASE_REASON.least, 'reason-missing'],
    [length(reason) > CASE_REASON.most, 'reason-long'],
  )

/**
 * Returns the names of the steps that this person did and that exclude the person from the given one 四眼. Undone
 * work counts too.
 */
export function ownSteps({ item, visits }: CaseState, step: PowerStep, by: string): string[] {
  const own = visits
    .filter(isFinished)
    .filter(visit => step.notBy.includes(visit.step) && visit.finished.by === by)
  return [...new Set(own.map(visit => stepOf(item, visit.step)?.name ?? visit.step))]
}

/** Returns the reasons why the actor is not eligible for the step. */
export function fitFaults(state: CaseState, step: PowerStep, actor: CaseActor): CaseFault[] {
  const own = ownSteps(state, step, actor.id)
  return broken(
    [!actor.roles.includes(step.actor), 'role-wrong', `由${powerRoleLabel(step.actor)}办`],
    [own.length > 0, 'four-eyes', own.map(name => `“${name}”`).join('、')],
  )
}

/** Returns a fault unless the actor has claimed the current step. */
export function claimFaults(state: CaseState, actor: CaseActor): CaseFault[] {
  const claimedBy = currentVisit(state)?.claimedBy ?? null
  return broken(
    [claimedBy === null, 'not-claimed'],
    [claimedBy !== null && claimedBy !== actor.id, 'claimed-by-other'],
  )
}

/** Checks whether the actor is responsible for the case as a whole 负责人. */
export const isResponsible = ({ item }: CaseState, { roles }: CaseActor): boolean =>
  roles.includes(item.responsible.role)

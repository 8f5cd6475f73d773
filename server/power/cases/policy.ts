import { definePolicies } from '@server/platform/access/policies'
import { POWER_ROLES, type PowerRoleFact } from '@shared/facts/power/terms'
import { type CaseActor, currentStep, isFinished, currentVisit } from '@server/domain/power/case'
import {
  type Actor,
  type OrgTarget,
  type Refusal,
  guides,
  holds,
  holdsAbove,
  isSelfGoverning,
} from '@server/platform/access/actor'
import type { PowerItem } from '@shared/contract/power/item'
import type { CaseContext } from './queries/powerCases'
import { type PowerPlace, mayListCases } from '@server/power/lists'
import { orgTarget } from '@server/people/orgs'

const isCommittee = (actor: Actor, org: OrgTarget): boolean => holds(actor, org.code, 'editor', 'head')

function holdsRole(actor: Actor, org: OrgTarget, { held, at, side }: PowerRoleFact): boolean {
  if (!isSelfGoverning(org)) return false
  if (side === 'supervision' && isCommittee(actor, org)) return false
  if (at === 'village') return holds(actor, org.code, ...held)
  const above = org.path.at(-2)
  return at === 'street'
    ? above !== undefined && holds(actor, above, ...held)
    : holdsAbove(actor, org, ...held)
}

/** Returns the actor's part in the cases of a village: roles of steps, and whether the actor may stop a case. */
export const caseActorOf = (actor: Actor, org: OrgTarget): CaseActor => ({
  id: actor.id,
  roles: POWER_ROLES.filter(role => holdsRole(actor, org, role)).map(({ code }) => code),
  supervises: (holds(actor, org.code, 'supervisor') && !isCommittee(actor, org)) || guides(actor, org),
})

/** The fields of a case that policies read. */
export interface CaseTarget {
  org: OrgTarget
  /** Role of the current step; of the first step before the case is opened; null once it is closed. */
  actorRole: string | null
  responsibleRole: string
  openedBy: string | null
  claimedBy: string | null
  /** Ids of those excluded from the step by the four-eyes rule 四眼. */
  notBy: readonly string[]
}

const mayRole = (actor: Actor, { org, actorRole }: CaseTarget): boolean =>
  actorRole !== null && caseActorOf(actor, org).roles.includes(actorRole)

const isResponsible = (actor: Actor, { org, responsibleRole }: CaseTarget): boolean =>
  caseActorOf(actor, org).roles.includes(responsibleRole)

export const mayReadCase = (actor: Actor, { org }: CaseTarget): Refusal | null => mayListCases(actor, org)

export const mayOpenCase = (actor: Actor, target: CaseTarget): Refusal | null =>
  mayRole(actor, target) ? null : 'forbidden'

export function mayClaimStep(actor: Actor, target: CaseTarget): Refusal | null {
  if (!mayRole(actor, target)) return 'forbidden'
  return target.notBy.includes(actor.id) ? 'four-eyes' : null
}

/** Allows the assignee to do the step; an unclaimed step is open to everyone with its role. */
export function mayDoStep(actor: Actor, target: CaseTarget): Refusal | null {
  const refusal = mayClaimStep(actor, target)
  if (refusal) return refusal
  return target.claimedBy === null || target.claimedBy === actor.id ? null : 'forbidden'
}

export const mayHandOver = (actor: Actor, target: CaseTarget): Refusal | null =>
  (target.claimedBy === actor.id && mayRole(actor, target)) || isResponsible(actor, target)
    ? null
    : 'forbidden'

export const mayResumeCase = (actor: Actor, target: CaseTarget): Refusal | null =>
  mayRole(actor, target) || isResponsible(actor, target) ? null : 'forbidden'

/** Allows the person who opened the case, while still working here, and the person responsible for it. */
export const mayCancelCase = (actor: Actor, target: CaseTarget): Refusal | null =>
  (target.openedBy === actor.id && mayListCases(actor, target.org) === null) || isResponsible(actor, target)
    ? null
    : 'forbidden'

/**
 * Allows the guiding street, or a supervisor who is not a committee member, to comment on or stop a case
 * 监督意见、监督叫停.
 */
export function mayStopCase(actor: Actor, { org }: CaseTarget): Refusal | null {
  if (caseActorOf(actor, org).supervises) return null
  return holds(actor, org.code, 'supervisor') && isCommittee(actor, org) ? 'committee-member' : 'forbidden'
}

/** Allows the guiding street to ask about split alarms and to record its answer. */
export const mayAnswerSplit = (actor: Actor, village: OrgTarget): Refusal | null =>
  isSelfGoverning(village) && guides(actor, village) ? null : 'forbidden'

/** Returns the policy target for opening a case of an item. */
export const openingTarget = ({ org }: PowerPlace, item: PowerItem): CaseTarget => ({
  org: orgTarget(org),
  actorRole: item.steps[0]?.actor ?? null,
  responsibleRole: item.responsible.role,
  openedBy: null,
  claimedBy: null,
  notBy: [],
})

export function caseTarget({ row: { state }, org }: CaseContext): CaseTarget {
  const step = currentStep(state)
  const before = state.visits.filter(isFinished).filter(visit => step?.notBy.includes(visit.step))
  return {
    org: orgTarget(org),
    actorRole: step?.actor ?? null,
    responsibleRole: state.item.responsible.role,
    openedBy: state.openedBy,
    claimedBy: currentVisit(state)?.claimedBy ?? null,
    notBy: before.map(({ finished }) => finished.by),
  }
}

/** Actions of this room. An action that is not listed is refused to everyone. */
export const POLICIES = {
  'case.list': mayListCases,
  'case.read': mayReadCase,
  'case.open': mayOpenCase,
  'case.claim': mayClaimStep,
  'case.hand-over': mayHandOver,
  'case.finish': mayDoStep,
  'case.vote': mayDoStep,
  'case.amount': mayDoStep,
  'case.pause': mayDoStep,
  'case.resume': mayResumeCase,
  'case.remark': mayStopCase,
  'case.stop': mayStopCase,
  'case.lift': mayStopCase,
  'case.cancel': mayCancelCase,
  'splitAlarm.answer': mayAnswerSplit,
} as const

export type Action = keyof typeof POLICIES

export const { authorize, can, refusalOf } = definePolicies(POLICIES)

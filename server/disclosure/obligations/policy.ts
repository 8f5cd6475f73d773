import { definePolicies } from '@server/platform/access/policies'
import {
  type Actor,
  type OrgTarget,
  type Refusal,
  guides,
  holds,
  holdsAbove,
  isSelfGoverning,
  refusedUnless,
} from '@server/platform/access/actor'

/**
 * Allows a village its own obligations, a street those of its villages, the district office all; administrators none.
 */
export const mayReadObligations = (actor: Actor, org: OrgTarget): Refusal | null =>
  refusedUnless(
    holds(actor, org.code, 'editor', 'head', 'supervisor', 'street-clerk') ||
      guides(actor, org) ||
      holdsAbove(actor, org, 'district-office'),
  )

/** Allows the organisation's writers and the guiding street, which pays and approves, to record events. */
export const mayRecordEvent = (actor: Actor, org: OrgTarget): Refusal | null =>
  refusedUnless(holds(actor, org.code, 'editor', 'head', 'street-clerk') || guides(actor, org))

/** Allows only the head and the guiding street to mark 不适用; the matrix shows the reason. */
export const mayMarkObligation = (actor: Actor, org: OrgTarget): Refusal | null =>
  refusedUnless(holds(actor, org.code, 'head') || guides(actor, org))

/** Allows verified residents to urge their own village. */
export const mayNudge = (actor: Actor, org: OrgTarget): Refusal | null =>
  holds(actor, org.code, 'villager') ? null : 'not-resident'

export const mayRemindOfObligation = (actor: Actor, org: OrgTarget): Refusal | null =>
  refusedUnless(guides(actor, org))

/** Allows the village's head and the street that keeps its accounts to set the village's conditions. */
export const maySetConditions = (actor: Actor, org: OrgTarget): Refusal | null =>
  refusedUnless(isSelfGoverning(org) && mayMarkObligation(actor, org) === null)

/** Actions of this room. An action that is not listed is refused to everyone. */
export const POLICIES = {
  'obligation.list': mayReadObligations,
  'triggerEvent.record': mayRecordEvent,
  'triggerEvent.retract': mayRecordEvent,
  'obligation.mark': mayMarkObligation,
  'obligation.remind': mayRemindOfObligation,
  'obligation.nudge': mayNudge,
  'obligation.set-conditions': maySetConditions,
  'matrix.read': mayReadObligations,
  'matrix.export': mayReadObligations,
} as const

export type Action = keyof typeof POLICIES

export const { authorize, can, refusalOf } = definePolicies(POLICIES)

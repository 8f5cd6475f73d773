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

/** A village sees its own, the street its villages', the district office all; administrators none. */
export const mayReadObligations = (actor: Actor, org: OrgTarget): Refusal | null =>
  refusedUnless(
    holds(actor, org.code, 'editor', 'head', 'supervisor', 'street-clerk') ||
      guides(actor, org) ||
      holdsAbove(actor, org, 'district-office'),
  )

/** Who writes for the organisation says what happened there, and the street that pays and approves. */
export const mayRecordEvent = (actor: Actor, org: OrgTarget): Refusal | null =>
  refusedUnless(holds(actor, org.code, 'editor', 'head', 'street-clerk') || guides(actor, org))

/** 不适用 is the head's word or the guiding street's; it stands in the matrix with its reason. */
export const mayMarkObligation = (actor: Actor, org: OrgTarget): Refusal | null =>
  refusedUnless(holds(actor, org.code, 'head') || guides(actor, org))

export const mayRemindOfObligation = (actor: Actor, org: OrgTarget): Refusal | null =>
  refusedUnless(guides(actor, org))

/** What a village says of itself, by its head or by the street that keeps its accounts. */
export const maySetConditions = (actor: Actor, org: OrgTarget): Refusal | null =>
  refusedUnless(isSelfGoverning(org) && mayMarkObligation(actor, org) === null)

/** The actions of this room. Deny by default: an action that is not listed is refused to everyone. */
export const POLICIES = {
  'duty.list': mayReadObligations,
  'duty.record': mayRecordEvent,
  'duty.retract': mayRecordEvent,
  'duty.mark': mayMarkObligation,
  'duty.remind': mayRemindOfObligation,
  'duty.set-conditions': maySetConditions,
  'desk.read': mayReadObligations,
  'desk.export': mayReadObligations,
} as const

export type Action = keyof typeof POLICIES

export const { authorize, can, refusalOf } = definePolicies(POLICIES)

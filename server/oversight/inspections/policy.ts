import { definePolicies } from '@server/platform/access/policies'
import {
  type Actor,
  type OrgTarget,
  type Refusal,
  isSelfGoverning,
  holds,
  holdsAbove,
  refusedUnless,
} from '@server/platform/access/actor'

/** 抽查 is the street's and the district office's, over whoever stands below. */
export const mayInspect = (actor: Actor, org: OrgTarget): Refusal | null =>
  refusedUnless(
    !isSelfGoverning(org) &&
      (holds(actor, org.code, 'street-clerk', 'head') || holdsAbove(actor, org, 'district-office')),
  )

/** The actions of this room. Deny by default: an action that is not listed is refused to everyone. */
export const POLICIES = {
  'inspection.read': mayInspect,
  'inspection.draw': mayInspect,
  'inspection.record': mayInspect,
} as const

export type Action = keyof typeof POLICIES

export const { authorize, can, refusalOf } = definePolicies(POLICIES)

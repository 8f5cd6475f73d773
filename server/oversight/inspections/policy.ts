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

/** Allows street and district to inspect the organisations below them 抽查. */
export const mayInspect = (actor: Actor, org: OrgTarget): Refusal | null =>
  refusedUnless(
    !isSelfGoverning(org) &&
      (holds(actor, org.code, 'street-clerk', 'head') || holdsAbove(actor, org, 'district-office')),
  )

/** Policies of the feature's actions. Denies by default: an unlisted action is refused to everyone. */
export const POLICIES = {
  'inspection.read': mayInspect,
  'inspection.draw': mayInspect,
  'inspection.record': mayInspect,
} as const

export type Action = keyof typeof POLICIES

export const { authorize, can, refusalOf } = definePolicies(POLICIES)

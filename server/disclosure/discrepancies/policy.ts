import { definePolicies } from '@server/platform/access/policies'
import {
  type Actor,
  type OrgTarget,
  type Refusal,
  guides,
  holds,
  holdsAbove,
  isSelfGoverning,
} from '@server/platform/access/actor'

/** Staff of the organisation, the street that guides it, and the district above see the list. */
export const mayListDiscrepancies = (actor: Actor, org: OrgTarget): Refusal | null =>
  holds(actor, org.code, 'editor', 'head', 'supervisor', 'street-clerk') ||
  guides(actor, org) ||
  holdsAbove(actor, org, 'district-office')
    ? null
    : 'forbidden'

/** The street comments, orders a correction or accepts what the village said; it never answers for it. */
export const mayGuideDiscrepancy = (actor: Actor, village: OrgTarget): Refusal | null =>
  guides(actor, village) ? null : 'forbidden'

/** Only the village explains itself. */
export const mayAnswerDiscrepancy = (actor: Actor, village: OrgTarget): Refusal | null =>
  isSelfGoverning(village) && holds(actor, village.code, 'editor', 'head') ? null : 'forbidden'

/** The actions of this room. Deny by default: an action that is not listed is refused to everyone. */
export const POLICIES = {
  'finding.list': mayListDiscrepancies,
  'finding.comment': mayGuideDiscrepancy,
  'finding.order': mayGuideDiscrepancy,
  'finding.answer': mayAnswerDiscrepancy,
  'finding.accept': mayGuideDiscrepancy,
} as const

export type Action = keyof typeof POLICIES

export const { authorize, can, refusalOf } = definePolicies(POLICIES)

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

/** Allows the list to the organisation's staff, the guiding street and the district above it. */
export const mayListDiscrepancies = (actor: Actor, org: OrgTarget): Refusal | null =>
  holds(actor, org.code, 'editor', 'head', 'supervisor', 'street-clerk') ||
  guides(actor, org) ||
  holdsAbove(actor, org, 'district-office')
    ? null
    : 'forbidden'

/** Allows the street to comment, order a correction or accept the explanation, but not to answer for the village. */
export const mayGuideDiscrepancy = (actor: Actor, village: OrgTarget): Refusal | null =>
  guides(actor, village) ? null : 'forbidden'

/** Allows only the village to explain the difference. */
export const mayAnswerDiscrepancy = (actor: Actor, village: OrgTarget): Refusal | null =>
  isSelfGoverning(village) && holds(actor, village.code, 'editor', 'head') ? null : 'forbidden'

/** Actions of this room. An action that is not listed is refused to everyone. */
export const POLICIES = {
  'discrepancy.list': mayListDiscrepancies,
  'discrepancy.comment': mayGuideDiscrepancy,
  'discrepancy.order': mayGuideDiscrepancy,
  'discrepancy.answer': mayAnswerDiscrepancy,
  'discrepancy.accept': mayGuideDiscrepancy,
} as const

export type Action = keyof typeof POLICIES

export const { authorize, can, refusalOf } = definePolicies(POLICIES)

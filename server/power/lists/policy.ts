import { definePolicies } from '@server/platform/access/policies'
import { isStreet } from '@shared/common/orgKinds'
import {
  type Actor,
  type OrgTarget,
  type Refusal,
  holds,
  isSelfGoverning,
  guides,
  holdsAbove,
} from '@server/platform/access/actor'

/** A street keeps the model 示范清单 for its villages. */
const keepsModel = (actor: Actor, org: OrgTarget): boolean =>
  isStreet(org) && holds(actor, org.code, 'street-clerk', 'head')

/** The list is the village's own 村民自治: its committee enters what its meeting adopted. The model is the street's. */
export const mayKeepPowers = (actor: Actor, org: OrgTarget): Refusal | null =>
  keepsModel(actor, org) || (isSelfGoverning(org) && holds(actor, org.code, 'editor', 'head'))
    ? null
    : 'forbidden'

/** How a list stands to its model: whoever keeps it, and whoever may see the village's cases. */
export const mayComparePowers = (actor: Actor, org: OrgTarget): Refusal | null =>
  keepsModel(actor, org) ? null : mayListCases(actor, org)

/** The village's staff, the street that guides it, the district above. */
export const mayListCases = (actor: Actor, org: OrgTarget): Refusal | null =>
  isSelfGoverning(org) &&
  (holds(actor, org.code, 'editor', 'head', 'supervisor') ||
    guides(actor, org) ||
    holdsAbove(actor, org, 'district-office'))
    ? null
    : 'forbidden'

/** The actions of this room. Deny by default: an action that is not listed is refused to everyone. */
export const POLICIES = {
  'power.adopt': mayKeepPowers,
  'power.switch': mayKeepPowers,
  'power.compare': mayComparePowers,
  'power.import': mayKeepPowers,
} as const

export type Action = keyof typeof POLICIES

export const { authorize, can, refusalOf } = definePolicies(POLICIES)

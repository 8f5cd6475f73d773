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

/** Whether the actor may edit the street's model 示范清单 for its villages. */
const keepsModel = (actor: Actor, org: OrgTarget): boolean =>
  isStreet(org) && holds(actor, org.code, 'street-clerk', 'head')

/** Allows the village committee to edit its own list 村民自治, and the street to edit its model. */
export const mayKeepPowers = (actor: Actor, org: OrgTarget): Refusal | null =>
  keepsModel(actor, org) || (isSelfGoverning(org) && holds(actor, org.code, 'editor', 'head'))
    ? null
    : 'forbidden'

/** Allows comparing a list with its model to its editors and to everyone who may see the village's cases. */
export const mayComparePowers = (actor: Actor, org: OrgTarget): Refusal | null =>
  keepsModel(actor, org) ? null : mayListCases(actor, org)

/** Allows the village's staff, the guiding street and the district above it. */
export const mayListCases = (actor: Actor, org: OrgTarget): Refusal | null =>
  isSelfGoverning(org) &&
  (holds(actor, org.code, 'editor', 'head', 'supervisor') ||
    guides(actor, org) ||
    holdsAbove(actor, org, 'district-office'))
    ? null
    : 'forbidden'

/** Actions of this room. An action that is not listed is refused to everyone. */
export const POLICIES = {
  'powerList.adopt': mayKeepPowers,
  'powerList.switch': mayKeepPowers,
  'powerList.compare': mayComparePowers,
  'powerList.import': mayKeepPowers,
} as const

export type Action = keyof typeof POLICIES

export const { authorize, can, refusalOf } = definePolicies(POLICIES)

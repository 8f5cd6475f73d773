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

/** Draft village catalogue, with everyone who changed it since its last activation. */
export interface ListTarget {
  org: OrgTarget
  writers: readonly string[]
}

const isStaff = (actor: Actor, org: OrgTarget): boolean =>
  isSelfGoverning(org) && holds(actor, org.code, 'editor', 'head', 'supervisor')

/** Allows the village's own staff, the street that guides it and the district office above. */
export const mayReadList = (actor: Actor, org: OrgTarget): Refusal | null =>
  isSelfGoverning(org) &&
  (isStaff(actor, org) || guides(actor, org) || holdsAbove(actor, org, 'district-office'))
    ? null
    : 'forbidden'

/** Allows the village's own staff only 村民自治. */
export const mayEditList = (actor: Actor, org: OrgTarget): Refusal | null =>
  isSelfGoverning(org) && holds(actor, org.code, 'editor', 'head') ? null : 'forbidden'

/** Allows activation by a second person of the village. */
export function mayActivateList(actor: Actor, { org, writers }: ListTarget): Refusal | null {
  if (!isSelfGoverning(org) || !holds(actor, org.code, 'head', 'supervisor')) return 'forbidden'
  return writers.includes(actor.id) ? 'four-eyes' : null
}

/** Allows the street to suggest, without changing the catalogue. */
export const mayRemarkOnList = (actor: Actor, org: OrgTarget): Refusal | null =>
  guides(actor, org) ? null : 'forbidden'

/** Allows the street to align a village catalogue with its own, as guidance 指导 (clause 二(五)). */
export const mayDecideLinks = mayRemarkOnList

export const mayReadLinks = (actor: Actor, org: OrgTarget): Refusal | null =>
  guides(actor, org) || (isSelfGoverning(org) && holdsAbove(actor, org, 'district-office'))
    ? null
    : 'forbidden'

export const mayOverlookLinks = (actor: Actor, org: OrgTarget): Refusal | null =>
  !isSelfGoverning(org) &&
  (holds(actor, org.code, 'street-clerk', 'head') || holdsAbove(actor, org, 'district-office'))
    ? null
    : 'forbidden'

/** Policies of the feature's actions. Denies by default: an unlisted action is refused to everyone. */
export const POLICIES = {
  'villageCatalogue.read': mayReadList,
  'villageCatalogue.adopt': mayEditList,
  'villageCatalogue.add': mayEditList,
  'villageCatalogue.alter': mayEditList,
  'villageCatalogue.remove': mayEditList,
  'villageCatalogue.import': mayEditList,
  'villageCatalogue.activate': mayActivateList,
  'villageCatalogue.remark': mayRemarkOnList,
  'itemLink.overview': mayOverlookLinks,
  'itemLink.read': mayReadLinks,
  'itemLink.decide': mayDecideLinks,
} as const

export type Action = keyof typeof POLICIES

export const { authorize, can, refusalOf } = definePolicies(POLICIES)

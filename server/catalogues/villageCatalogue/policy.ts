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

/** A village's list while it is being made: everyone who altered it since it came into force. */
export interface ListTarget {
  org: OrgTarget
  writers: readonly string[]
}

const isStaff = (actor: Actor, org: OrgTarget): boolean =>
  isSelfGoverning(org) && holds(actor, org.code, 'editor', 'head', 'supervisor')

/** The village's own staff, the street that guides it, the district office above. */
export const mayReadList = (actor: Actor, org: OrgTarget): Refusal | null =>
  isSelfGoverning(org) &&
  (isStaff(actor, org) || guides(actor, org) || holdsAbove(actor, org, 'district-office'))
    ? null
    : 'forbidden'

/** The list is the village's own 村民自治: nobody writes it for the village. */
export const mayEditList = (actor: Actor, org: OrgTarget): Refusal | null =>
  isSelfGoverning(org) && holds(actor, org.code, 'editor', 'head') ? null : 'forbidden'

/** A second person of the village puts it into force. */
export function mayActivateList(actor: Actor, { org, writers }: ListTarget): Refusal | null {
  if (!isSelfGoverning(org) || !holds(actor, org.code, 'head', 'supervisor')) return 'forbidden'
  return writers.includes(actor.id) ? 'four-eyes' : null
}

/** The street suggests, it never alters. */
export const mayRemarkOnList = (actor: Actor, org: OrgTarget): Refusal | null =>
  guides(actor, org) ? null : 'forbidden'

/** Aligning a village's list with the street's catalogue is guidance 指导 (clause 二(五)). */
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

/** The actions of this room. Deny by default: an action that is not listed is refused to everyone. */
export const POLICIES = {
  'list.read': mayReadList,
  'list.adopt': mayEditList,
  'list.add': mayEditList,
  'list.alter': mayEditList,
  'list.remove': mayEditList,
  'list.import': mayEditList,
  'list.activate': mayActivateList,
  'list.remark': mayRemarkOnList,
  'link.overview': mayOverlookLinks,
  'link.read': mayReadLinks,
  'link.decide': mayDecideLinks,
} as const

export type Action = keyof typeof POLICIES

export const { authorize, can, refusalOf } = definePolicies(POLICIES)

import { definePolicies } from '@server/platform/access/policies'
import {
  type Actor,
  type OrgTarget,
  type Refusal,
  holds,
  isSelfGoverning,
} from '@server/platform/access/actor'

/** Who asks to be a person of the roll, and of which village. */
export interface ClaimTarget {
  org: OrgTarget
  userId: string
}

const isCommittee = (actor: Actor, org: OrgTarget): boolean =>
  isSelfGoverning(org) && holds(actor, org.code, 'editor', 'head')

/** The roll is the committee's; nobody else sees it, not even the government above. */
export const mayKeepRoster = (actor: Actor, org: OrgTarget): Refusal | null =>
  isCommittee(actor, org) ? null : 'forbidden'

/** Supervisors may confirm too, so that a committee cannot keep a critic out. */
export const mayListClaims = (actor: Actor, org: OrgTarget): Refusal | null =>
  isCommittee(actor, org) || (isSelfGoverning(org) && holds(actor, org.code, 'supervisor'))
    ? null
    : 'forbidden'

/** Nobody confirms themselves. */
export function mayDecideClaim(actor: Actor, { org, userId }: ClaimTarget): Refusal | null {
  if (mayListClaims(actor, org)) return 'forbidden'
  return actor.id === userId ? 'own-matter' : null
}

/** Anybody may ask to be matched with the roll of a village or community. */
export const mayClaim = (_actor: Actor, org: OrgTarget): Refusal | null =>
  isSelfGoverning(org) ? null : 'forbidden'

/** The actions of this room. Deny by default: an action that is not listed is refused to everyone. */
export const POLICIES = {
  'roll.import': mayKeepRoster,
  'roll.read': mayKeepRoster,
  'claim.request': mayClaim,
  'claim.list': mayListClaims,
  'claim.confirm': mayDecideClaim,
  'claim.refuse': mayDecideClaim,
  'claim.end': mayDecideClaim,
} as const

export type Action = keyof typeof POLICIES

export const { authorize, can, refusalOf } = definePolicies(POLICIES)

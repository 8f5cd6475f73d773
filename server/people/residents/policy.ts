import { definePolicies } from '@server/platform/access/policies'
import {
  type Actor,
  type OrgTarget,
  type Refusal,
  holds,
  isSelfGoverning,
} from '@server/platform/access/actor'

/** Claimer and village of a residency claim. */
export interface ClaimTarget {
  org: OrgTarget
  userId: string
}

const isCommittee = (actor: Actor, org: OrgTarget): boolean =>
  isSelfGoverning(org) && holds(actor, org.code, 'editor', 'head')

/** Allows the committee alone to manage the roster; the government above has no access. */
export const mayKeepRoster = (actor: Actor, org: OrgTarget): Refusal | null =>
  isCommittee(actor, org) ? null : 'forbidden'

/** Allows supervisors as well, so that a committee cannot block a critic. */
export const mayListClaims = (actor: Actor, org: OrgTarget): Refusal | null =>
  isCommittee(actor, org) || (isSelfGoverning(org) && holds(actor, org.code, 'supervisor'))
    ? null
    : 'forbidden'

/** Allows deciding the claims of others, never one's own. */
export function mayDecideClaim(actor: Actor, { org, userId }: ClaimTarget): Refusal | null {
  if (mayListClaims(actor, org)) return 'forbidden'
  return actor.id === userId ? 'own-matter' : null
}

/** Allows any user to claim residency in a village or community. */
export const mayClaim = (_actor: Actor, org: OrgTarget): Refusal | null =>
  isSelfGoverning(org) ? null : 'forbidden'

/** Policies of the feature's actions. Denies by default: an unlisted action is refused to everyone. */
export const POLICIES = {
  'roster.import': mayKeepRoster,
  'roster.read': mayKeepRoster,
  'residencyClaim.file': mayClaim,
  'residencyClaim.list': mayListClaims,
  'residencyClaim.confirm': mayDecideClaim,
  'residencyClaim.refuse': mayDecideClaim,
  'residencyClaim.end': mayDecideClaim,
} as const

export type Action = keyof typeof POLICIES

export const { authorize, can, refusalOf } = definePolicies(POLICIES)

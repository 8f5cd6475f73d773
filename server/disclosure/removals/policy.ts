import {
  type Actor,
  type OrgTarget,
  type Refusal,
  guides,
  holds,
  holdsAbove,
  isSelfGoverning,
  refusedUnless,
} from '@server/platform/access/actor'
import { definePolicies } from '@server/platform/access/policies'
import type { RemovalKind, RemovalSide } from '@shared/contract/disclosure/removedNotice'
import { SIDES_NEEDED } from './states'

/** The fields of a removal that policies read. */
export interface RemovalTarget {
  org: OrgTarget
  removal: RemovalKind
  /** Who withdrew or proposed it. */
  by: string
}

const speaksFor: Readonly<Record<RemovalSide, (actor: Actor, org: OrgTarget) => boolean>> = {
  supervisors: (actor, org) =>
    isSelfGoverning(org)
      ? holds(actor, org.code, 'supervisor')
      : holds(actor, org.code, 'street-clerk', 'head'),
  street: (actor, org) =>
    isSelfGoverning(org) ? guides(actor, org) : holdsAbove(actor, org, 'district-office'),
}

/**
 * Returns the sides that the actor speaks for. Of a village: its supervising body, and the street above. Of a street's own
 * notice: a second person of the street, and the district office.
 */
export const sidesOf = (
  actor: Actor,
  { org, removal }: Pick<RemovalTarget, 'org' | 'removal'>,
): RemovalSide[] => SIDES_NEEDED[removal].filter(side => speaksFor[side](actor, org))

/** Allows the other side, never who removed it, and not a supervisor who also serves in the committee. */
function mayJudge(actor: Actor, target: RemovalTarget): Refusal | null {
  const { org, by } = target
  const sides = sidesOf(actor, target)
  if (sides.length === 0) return 'forbidden'
  if (isSelfGoverning(org) && holds(actor, org.code, 'editor', 'head')) return 'committee-member'
  return actor.id === by ? 'four-eyes' : null
}

/** Allows only the head to propose an erasure, and to take it back; administrators have no rights over content. */
const mayPropose = (actor: Actor, { org }: { org: OrgTarget }): Refusal | null =>
  refusedUnless(holds(actor, org.code, 'head'))

/** Allows the organisation's own staff, its supervisors, the street above and the district office. */
const mayRead = (actor: Actor, { org }: { org: OrgTarget }): Refusal | null =>
  refusedUnless(
    holds(actor, org.code, 'editor', 'head', 'supervisor', 'street-clerk') ||
      guides(actor, org) ||
      holdsAbove(actor, org, 'district-office'),
  )

/** The actions of this room. Deny by default: an action that is not listed is refused to everyone. */
export const POLICIES = {
  'removal.list': mayRead,
  'removal.read': mayRead,
  'removal.propose': mayPropose,
  'removal.agree': mayJudge,
  'removal.refuse': mayJudge,
  'removal.drop': mayPropose,
} as const

export const { authorize, can } = definePolicies(POLICIES)

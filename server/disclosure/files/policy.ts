import { definePolicies } from '@server/platform/access/policies'
import {
  type Actor,
  type OrgTarget,
  type Refusal,
  holds,
  isSelfGoverning,
} from '@server/platform/access/actor'

/** A picture of an organisation, and who uploaded it. */
interface PictureTarget {
  org: OrgTarget
  storedBy: string
}

/** Allows the organisation's own staff to let a picture through, but not the person who uploaded it. */
export function mayRelease(actor: Actor, { org, storedBy }: PictureTarget): Refusal | null {
  const own = isSelfGoverning(org)
    ? holds(actor, org.code, 'editor', 'head', 'supervisor')
    : holds(actor, org.code, 'street-clerk', 'head')
  if (!own) return 'forbidden'
  return actor.id === storedBy ? 'four-eyes' : null
}

/** Actions of this room. An action that is not listed is refused to everyone. */
export const POLICIES = { 'picture.release': mayRelease } as const

export const { authorize, can, refusalOf } = definePolicies(POLICIES)

import { definePolicies } from '@server/platform/access/policies'
import {
  type Actor,
  type OrgTarget,
  type Refusal,
  holds,
  holdsAbove,
  isSelfGoverning,
  refusedUnless,
} from '@server/platform/access/actor'

/** The organisation's own head, a street's own clerk, the head of the street above, and the area's system administrator. */
const keeps = (actor: Actor, org: OrgTarget): boolean => {
  const above = org.path.at(-2)
  return (
    holds(actor, org.code, 'head') ||
    (!isSelfGoverning(org) && holds(actor, org.code, 'street-clerk')) ||
    (above !== undefined && isSelfGoverning(org) && holds(actor, above, 'head')) ||
    holdsAbove(actor, org, 'system-admin')
  )
}

/** Allows those whom the contacts concern to keep them: head and street. */
export const mayKeepContacts = (actor: Actor, org: OrgTarget): Refusal | null =>
  refusedUnless(keeps(actor, org))

/** Allows the organisation's own staff and those who guide it to see who changed what. */
export const mayReadContacts = (actor: Actor, org: OrgTarget): Refusal | null =>
  refusedUnless(
    keeps(actor, org) ||
      holds(actor, org.code, 'editor', 'supervisor') ||
      holdsAbove(actor, org, 'street-clerk', 'district-office'),
  )

/** Policies of the feature's actions. Denies by default: an unlisted action is refused to everyone. */
export const POLICIES = {
  'org.read-contacts': mayReadContacts,
  'org.keep-contacts': mayKeepContacts,
} as const

export type Action = keyof typeof POLICIES

export const { authorize, can, refusalOf } = definePolicies(POLICIES)

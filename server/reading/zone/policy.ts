import { type Actor, type OrgTarget, type Refusal, holds, refusedUnless } from '@server/platform/access/actor'
import { definePolicies } from '@server/platform/access/policies'

/** The street or town keeps the list of its reading places. */
const maySet = (actor: Actor, org: OrgTarget): Refusal | null =>
  refusedUnless(
    (org.kind === 'street' || org.kind === 'town') && holds(actor, org.code, 'street-clerk', 'head'),
  )

export const POLICIES = { 'zone.set': maySet } as const

export const { authorize } = definePolicies(POLICIES)

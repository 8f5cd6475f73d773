import type { Role, RoleGrant, SecondFactorState } from '@shared/contract/people/auth'
import type { OrgKind } from '@shared/contract/people/org'

/** The person who acts, with the roles that count at this moment. */
export interface Actor {
  id: string
  name: string
  /** Job title 职务 as printed after the name; may be empty. */
  jobTitle: string
  roles: readonly RoleGrant[]
  /** Roles that would count after the second factor. */
  withheld?: readonly RoleGrant[]
  secondFactor?: SecondFactorState
  /** Unused recovery codes; absent without a second factor. */
  recoveryCodesLeft?: number
  /** Id of the login session. */
  login?: string
}

/** Reasons for refusing an action; error codes of shared/texts/errors. */
export const REFUSALS = [
  'forbidden',
  'four-eyes',
  'committee-member',
  'own-matter',
  'own-account',
  'own-import',
  'own-holidays',
  'not-resident',
] as const
export type Refusal = (typeof REFUSALS)[number]

/** The organisation 单位 that an action concerns. */
export interface OrgTarget {
  code: string
  kind: OrgKind
  /** Codes from the root to the organisation, itself included. */
  path: readonly string[]
}

/** Checks for one of the roles in exactly this organisation. */
export const holds = (actor: Actor, orgCode: string, ...roles: Role[]): boolean =>
  actor.roles.some(grant => grant.orgCode === orgCode && roles.includes(grant.role))

/** Checks for one of the roles in the organisation or in one above it. */
export const holdsAbove = (actor: Actor, org: OrgTarget, ...roles: Role[]): boolean =>
  actor.roles.some(grant => org.path.includes(grant.orgCode) && roles.includes(grant.role))

/** Returns the first organisation in which the person has a role; empty for a person without one. */
export const homeOf = ({ roles, withheld = [] }: Actor): string =>
  [...roles, ...withheld].find(({ role }) => role !== 'villager')?.orgCode ?? ''

/** Returns the organisation where the actor holds the role, the first of several. */
export const areaOf = (actor: Actor, role: Role): string | null =>
  actor.roles.find(grant => grant.role === role)?.orgCode ?? null

/**
 * Checks that the actor works in the street or town directly above a village: it gives guidance 指导 and has no right
 * to write.
 */
export const guides = (actor: Actor, org: OrgTarget): boolean => {
  const above = org.path.at(-2)
  return above !== undefined && isSelfGoverning(org) && holds(actor, above, 'street-clerk', 'head')
}

/** Checks that the organisation is self-governing 村（居）民自治 (village or community) and not government. */
export const isSelfGoverning = (org: OrgTarget): boolean => org.kind === 'village' || org.kind === 'community'

export const SYSTEM_ID = 'system'

export const refusedUnless = (may: boolean): Refusal | null => (may ? null : 'forbidden')

import type { Role, RoleGrant, SecondFactorState } from '@shared/contract/people/auth'
import type { OrgKind } from '@shared/contract/people/org'

/** Who acts: the person and the roles that count at this moment. */
export interface Actor {
  id: string
  name: string
  /** 职务 as printed beside the name; may be empty. */
  duty: string
  roles: readonly RoleGrant[]
  /** Roles that would count if the second factor had been given. */
  withheld?: readonly RoleGrant[]
  secondFactor?: SecondFactorState
  /** Id of the login by which the person came. */
  login?: string
}

/** Why an action is refused; error codes of shared/texts/errors. */
export const REFUSALS = [
  'forbidden',
  'four-eyes',
  'committee-member',
  'own-matter',
  'own-account',
  'own-import',
  'not-resident',
] as const
export type Refusal = (typeof REFUSALS)[number]

/** The organisation that an action concerns. */
export interface OrgTarget {
  code: string
  kind: OrgKind
  /** Codes from the root to the organisation, itself included. */
  path: readonly string[]
}

/** Has one of the roles in exactly this organisation. */
export const holds = (actor: Actor, orgCode: string, ...roles: Role[]): boolean =>
  actor.roles.some(grant => grant.orgCode === orgCode && roles.includes(grant.role))

/** Has one of the roles in the organisation or in one above it. */
export const holdsAbove = (actor: Actor, org: OrgTarget, ...roles: Role[]): boolean =>
  actor.roles.some(grant => org.path.includes(grant.orgCode) && roles.includes(grant.role))

/** The first organisation that a person works in; empty for nobody's staff. */
export const homeOf = ({ roles, withheld = [] }: Actor): string =>
  [...roles, ...withheld].find(({ role }) => role !== 'villager')?.orgCode ?? ''

/** Where the actor holds a role; the first, when in several. */
export const areaOf = (actor: Actor, role: Role): string | null =>
  actor.roles.find(grant => grant.role === role)?.orgCode ?? null

/** The street or town directly above a village guides it 指导; it never writes for it. */
export const guides = (actor: Actor, org: OrgTarget): boolean => {
  const above = org.path.at(-2)
  return above !== undefined && isSelfGoverning(org) && holds(actor, above, 'street-clerk', 'head')
}

/** Villages and communities govern themselves 村（居）民自治; the others are government. */
export const isSelfGoverning = (org: OrgTarget): boolean => org.kind === 'village' || org.kind === 'community'

export const SYSTEM_ID = 'system'

export const refusedUnless = (may: boolean): Refusal | null => (may ? null : 'forbidden')

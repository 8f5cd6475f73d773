import { definePolicies } from '@server/platform/access/policies'
import { type Actor, type OrgTarget, type Refusal, holdsAbove, homeOf } from '@server/platform/access/actor'
import type { NamedGrant } from './queries/grants'
import type { UserRow } from './models/users'
import { orgTarget } from '@server/people/orgs'

/** A person's account: whose, and where the person holds roles. */
export interface AccountTarget {
  userId: string
  orgs: readonly OrgTarget[]
}

/** A role of somebody in an organisation. */
export interface GrantTarget {
  userId: string
  org: OrgTarget
}

type Administrator = 'system-admin' | 'security-admin'

const isAdmin = (actor: Actor, role: Administrator): boolean => actor.roles.some(grant => grant.role === role)

/** All roles of the person lie in the administrator's area; somebody without a role is in everybody's. */
const covers = (actor: Actor, role: Administrator, { orgs }: AccountTarget): boolean =>
  isAdmin(actor, role) && orgs.every(org => holdsAbove(actor, org, role))

const notOneself = (actor: Actor, userId: string): Refusal | null =>
  actor.id === userId ? 'own-account' : null

export const mayReadAccount = (actor: Actor, account: AccountTarget): Refusal | null =>
  covers(actor, 'system-admin', account) || covers(actor, 'security-admin', account) ? null : 'forbidden'

/** Everybody with a staff role keeps the own second factor, also before it is given. */
export const mayUseOwnFactor = (actor: Actor, { userId }: AccountTarget): Refusal | null =>
  actor.id === userId && homeOf(actor) !== '' ? null : 'forbidden'

/** 安全管理员 takes away the second factor of somebody who lost it; nobody the own one. */
export const mayResetFactor = (actor: Actor, account: AccountTarget): Refusal | null =>
  covers(actor, 'security-admin', account) ? notOneself(actor, account.userId) : 'forbidden'

/** 系统管理员 keeps the accounts. */
export const mayEditAccount = (actor: Actor, account: AccountTarget): Refusal | null =>
  covers(actor, 'system-admin', account) ? notOneself(actor, account.userId) : 'forbidden'

/** 安全管理员 gives and takes roles below; nobody to themselves. */
export const mayGrant = (actor: Actor, { org, userId }: GrantTarget): Refusal | null =>
  holdsAbove(actor, org, 'security-admin') ? notOneself(actor, userId) : 'forbidden'

export const mayListGrants = (actor: Actor, org: OrgTarget): Refusal | null =>
  holdsAbove(actor, org, 'security-admin') ? null : 'forbidden'

/** Terms that are over bind an account to nobody's area. */
export const accountTarget = ({ _id }: UserRow, grants: readonly NamedGrant[], now: Date): AccountTarget => ({
  userId: _id,
  orgs: grants.filter(({ grant }) => grant.to === null || now < grant.to).map(({ org }) => orgTarget(org)),
})

/** The actions of this room. Deny by default: an action that is not listed is refused to everyone. */
export const POLICIES = {
  'account.read': mayReadAccount,
  'account.edit': mayEditAccount,
  'account.enrol-factor': mayUseOwnFactor,
  'account.verify-factor': mayUseOwnFactor,
  'account.reset-factor': mayResetFactor,
  'role.list': mayListGrants,
  'role.grant': mayGrant,
  'role.change-term': mayGrant,
  'role.revoke': mayGrant,
} as const

export type Action = keyof typeof POLICIES

export const { authorize, can, refusalOf } = definePolicies(POLICIES)

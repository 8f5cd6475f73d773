import { definePolicies } from '@server/platform/access/policies'
import {
  type Actor,
  type OrgTarget,
  type Refusal,
  holds,
  holdsAbove,
  homeOf,
} from '@server/platform/access/actor'
import type { NamedGrant } from './queries/grants'
import type { Role } from '@shared/contract/people/auth'
import { isApartFromHead } from './roleRules'
import type { UserRow } from './models/users'
import { orgTarget } from '@server/people/orgs'

/** Account with the organisations in which the person holds roles. */
export interface AccountTarget {
  userId: string
  orgs: readonly OrgTarget[]
}

/** Role of a person in an organisation. */
export interface GrantTarget {
  userId: string
  org: OrgTarget
  /** Role granted; absent where the list alone is asked for. */
  role?: Role
  /** Person who granted it; absent = not granted yet, or nobody. */
  grantedBy?: string
}

type Administrator = 'system-admin' | 'security-admin'

const isAdmin = (actor: Actor, role: Administrator): boolean => actor.roles.some(grant => grant.role === role)

/** Checks that all roles of the person are in the administrator's area; an account without roles is in every area. */
const covers = (actor: Actor, role: Administrator, { orgs }: AccountTarget): boolean =>
  isAdmin(actor, role) && orgs.every(org => holdsAbove(actor, org, role))

const notOneself = (actor: Actor, userId: string): Refusal | null =>
  actor.id === userId ? 'own-account' : null

/** Allows anybody to show a code for an administrator who will appoint them. */
export const mayShowCode = (actor: Actor, { userId }: AccountTarget): Refusal | null =>
  actor.id === userId ? null : 'forbidden'

/** Allows administrators to look for the account behind a shown code; reading it is judged on the account. */
export const mayFindAccount = (actor: Actor, _everywhere: object): Refusal | null =>
  isAdmin(actor, 'system-admin') || isAdmin(actor, 'security-admin') ? null : 'forbidden'

export const mayReadAccount = (actor: Actor, account: AccountTarget): Refusal | null =>
  covers(actor, 'system-admin', account) || covers(actor, 'security-admin', account) ? null : 'forbidden'

/** Allows every holder of a staff role to manage their own second factor, even before it is verified. */
export const mayUseOwnFactor = (actor: Actor, { userId }: AccountTarget): Refusal | null =>
  actor.id === userId && homeOf(actor) !== '' ? null : 'forbidden'

/** Allows everybody without a staff role to correct their own name; the names of staff are printed on notices. */
export const mayRenameSelf = (actor: Actor, { userId }: AccountTarget): Refusal | null =>
  actor.id === userId && homeOf(actor) === '' ? null : 'forbidden'

/** Allows everybody to end their own logins, villagers too. */
export const mayEndOwnLogin = (actor: Actor, { userId }: AccountTarget): Refusal | null =>
  actor.id === userId ? null : 'forbidden'

/** Allows 安全管理员 to reset another person's second factor, never their own. */
export const mayResetFactor = (actor: Actor, account: AccountTarget): Refusal | null =>
  covers(actor, 'security-admin', account) ? notOneself(actor, account.userId) : 'forbidden'

/** Allows 系统管理员 to edit the accounts of others in their area. */
export const mayEditAccount = (actor: Actor, account: AccountTarget): Refusal | null =>
  covers(actor, 'system-admin', account) ? notOneself(actor, account.userId) : 'forbidden'

/** Allows 安全管理员 to grant and revoke roles in their area, never their own. */
export const mayGrant = (actor: Actor, { org, userId }: GrantTarget): Refusal | null =>
  holdsAbove(actor, org, 'security-admin') ? notOneself(actor, userId) : 'forbidden'

const isAppointing = (actor: Actor, org: OrgTarget): boolean =>
  holdsAbove(actor, org, 'security-admin', 'system-admin')

/** Allows both administrators who appoint, and the organisation's head 负责人 or one above. */
export const mayListGrants = (actor: Actor, org: OrgTarget): Refusal | null =>
  isAppointing(actor, org) || holdsAbove(actor, org, 'head') ? null : 'forbidden'

/**
 * Checks for the head 负责人 of the organisation, where it has one administrator alone; of a role that the law keeps apart from the head
 * (the supervising body) the head above.
 */
function isHeadOver(actor: Actor, { org, role }: GrantTarget): boolean {
  const places = role && isApartFromHead(role) ? org.path.filter(code => code !== org.code) : [org.code]
  return places.some(code => holds(actor, code, 'head'))
}

/** Allows a second administrator, or the head, to confirm a grant: never who granted it, nor the person. */
export function mayConfirmGrant(actor: Actor, target: GrantTarget): Refusal | null {
  if (!isAppointing(actor, target.org) && !isHeadOver(actor, target)) return 'forbidden'
  return actor.id === target.grantedBy ? 'own-matter' : notOneself(actor, target.userId)
}

/** Builds the target from the grants; expired ones do not place an account in any area. */
export const accountTarget = ({ _id }: UserRow, grants: readonly NamedGrant[], now: Date): AccountTarget => ({
  userId: _id,
  orgs: grants.filter(({ grant }) => grant.to === null || now < grant.to).map(({ org }) => orgTarget(org)),
})

export const grantTarget = ({ grant, org }: NamedGrant): GrantTarget => ({
  userId: grant.userId,
  role: grant.role,
  org: orgTarget(org),
  ...(grant.grantedBy !== undefined && { grantedBy: grant.grantedBy }),
})

/** Policies of the feature's actions. Denies by default: an unlisted action is refused to everyone. */
export const POLICIES = {
  'account.show-code': mayShowCode,
  'account.find': mayFindAccount,
  'account.read': mayReadAccount,
  'account.edit': mayEditAccount,
  'account.rename-self': mayRenameSelf,
  'account.enrol-factor': mayUseOwnFactor,
  'account.verify-factor': mayUseOwnFactor,
  'account.recovery-codes': mayUseOwnFactor,
  'account.recover': mayUseOwnFactor,
  'account.reset-factor': mayResetFactor,
  'login.end': mayEndOwnLogin,
  'grant.list': mayListGrants,
  'grant.give': mayGrant,
  'grant.confirm': mayConfirmGrant,
  'grant.change-term': mayGrant,
  'grant.revoke': mayGrant,
} as const

export type Action = keyof typeof POLICIES

export const { authorize, can, refusalOf } = definePolicies(POLICIES)

import { ACCOUNT_SECURITY } from '@shared/facts/people/accountSecurity'
import { Role, type RoleGrant } from '@shared/contract/people/auth'
import { trusted } from 'mongoose'
import { unauthorized } from '@server/platform/errors'
import type { Db, Tx } from '@server/platform/store/db'
import type { Services } from '@server/platform/services'
import { singleWrites } from '@server/platform/store/transaction'
import type { Claims } from '@server/platform/access/tokens'
import { RoleGrants, type RoleGrantRow } from '../models/roleGrants'
import { SecondFactors } from '../models/secondFactors'
import { Users } from '../models/users'
import { Logins, type LoginRow } from '../models/logins'
import type { Actor } from '@server/platform/access/actor'
import { Orgs } from '@server/people/orgs'

const IDLE_MS = ACCOUNT_SECURITY.idle.minutes * 60_000
const LONGEST_MS = ACCOUNT_SECURITY.web.hours * 3_600_000
const NOTE_MS = ACCOUNT_SECURITY.idle.noteSeconds * 1000

/** Ignores roles that this version does not know. */
const countsAt = (now: Date) => (grant: RoleGrantRow) =>
  Role.options.includes(grant.role) &&
  grant.revokedAt === null &&
  !grant.unconfirmed &&
  grant.from <= now &&
  (grant.to === null || now < grant.to)

type Stores = Pick<Services, 'clock' | 'config'> & { db: Db }

const isStaffRole = ({ role }: RoleGrant): boolean => role !== 'villager'

async function rolesOf({ db, clock }: Stores, userId: string): Promise<RoleGrant[]> {
  const grants = (await db.of(RoleGrants).find({ userId }).lean()).filter(countsAt(clock.now()))
  const orgs = await db
    .of(Orgs)
    .find({ _id: trusted({ $in: grants.map(grant => grant.orgCode) }) }, { name: 1 })
    .lean()
  const names = new Map(orgs.map(org => [org._id, org.name]))
  return grants.map(({ role, orgCode }) => ({ role, orgCode, orgName: names.get(orgCode) ?? orgCode }))
}

/** Reads for staff whether a second factor is required and whether this login passed it. */
async function factorOf(
  { db, config }: Stores,
  { userId, secondFactorAt }: LoginRow,
): Promise<Required<Pick<Actor, 'secondFactor'>> & Pick<Actor, 'recoveryCodesLeft'>> {
  const row = await db.of(SecondFactors).findById(userId, { confirmedAt: 1, recovery: 1 }).lean()
  if (!row?.confirmedAt) return { secondFactor: config.secondFactor.required ? 'enrol' : 'off' }
  const recoveryCodesLeft = row.recovery?.length ?? 0
  return { secondFactor: secondFactorAt ? 'given' : 'verify', recoveryCodesLeft }
}

export type LoggedIn = Actor & { tokenVersion: number }

/**
 * Loads the person of a login with the roles in force; staff roles count only after a required second factor. Returns null
 * without such a user.
 */
export async function actorOf(stores: Stores, login: LoginRow): Promise<LoggedIn | null> {
  const user = await stores.db.of(Users).findById(login.userId).lean()
  if (!user) return null
  const roles = await rolesOf(stores, login.userId)
  const factor = roles.some(isStaffRole) ? await factorOf(stores, login) : { secondFactor: 'off' as const }
  const { secondFactor } = factor
  const open = secondFactor === 'off' || secondFactor === 'given'
  return {
    id: user._id,
    name: user.name,
    jobTitle: user.jobTitle,
    login: login._id,
    tokenVersion: user.tokenVersion,
    ...factor,
    roles: open ? roles : roles.filter(role => !isStaffRole(role)),
    withheld: open ? [] : roles.filter(isStaffRole),
  }
}

/** Checks for a staff role, active or waiting for the second factor. */
export const isStaff = ({ roles, withheld = [] }: Actor): boolean =>
  roles.some(isStaffRole) || withheld.length > 0

/** Returns the latest end of a login; null: none. Staff work for twelve hours at most, also when appointed since. */
export function endOfLogin({ createdAt, endsAt = null }: LoginRow, staff: boolean): Date | null {
  if (!staff) return endsAt
  const longest = new Date(createdAt.getTime() + LONGEST_MS)
  return endsAt && endsAt < longest ? endsAt : longest
}

/**
 * Records the use of a login at coarse intervals, so that reads rarely write; refuses staff who were inactive for too
 * long, and everybody after the end of the login.
 * @throws AppError 401 `session-idle`, `session-over`
 */
async function noteUse({ db, clock }: Stores, login: LoginRow, actor: Actor): Promise<void> {
  const silent = clock.now().getTime() - login.lastSeenAt.getTime()
  const staff = isStaff(actor)
  const end = endOfLogin(login, staff)
  if (end && end <= clock.now()) throw unauthorized('session-over')
  if (staff && silent > IDLE_MS) throw unauthorized('session-idle')
  if (silent <= NOTE_MS) return
  const { _id, lastSeenAt } = login
  await singleWrites(db).of(Logins).updateOne({ _id, lastSeenAt }, { lastSeenAt: clock.now() })
}

/** Loads the person of a valid login and records its use; returns null when it has ended. @throws AppError 401 `session-idle`, `session-over` */
export async function actorOfLogin(stores: Stores, id: string): Promise<LoggedIn | null> {
  const login = await stores.db.of(Logins).findById(id).lean<LoginRow>().exec()
  if (!login || login.endedAt !== null) return null
  const actor = await actorOf(stores, login)
  if (actor) await noteUse(stores, login, actor)
  return actor
}

/**
 * Loads the actor of a token; returns null when the user is gone, the login has ended or all tokens of the user were revoked.
 * @throws AppError 401 `session-idle`, `session-over`
 */
export async function loadActor(
  stores: Stores,
  { userId, tokenVersion, login }: Claims,
): Promise<Actor | null> {
  const found = await actorOfLogin(stores, login)
  if (!found || found.id !== userId || found.tokenVersion !== tokenVersion) return null
  const { tokenVersion: _version, ...actor } = found
  return actor
}

/** Checks that every role of an actor loaded earlier still counts. */
export async function stillHolds(tx: Tx, { id, roles }: Actor): Promise<boolean> {
  if (roles.length === 0) return true
  const grants = (await tx.of(RoleGrants).find({ userId: id }).lean()).filter(countsAt(tx.now))
  return roles.every(({ role, orgCode }) =>
    grants.some(grant => grant.role === role && grant.orgCode === orgCode),
  )
}

/** Reads the user's openid, which WeChat's text check requires. */
export async function openidOf(db: Services['db'], userId: string): Promise<string> {
  const user = await db.of(Users).findById(userId, { openid: 1 }).lean()
  return user?.openid ?? ''
}

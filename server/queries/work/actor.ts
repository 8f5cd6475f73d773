import { Role } from '@shared/schemas/auth'
import { trusted } from 'mongoose'
import type { RoleGrantRow } from '../../models'
import type { Actor } from '../../policies'
import type { Services } from '../../services'
import type { Claims } from '../../services/tokens'

/** A role that this program does not know counts for nothing. */
const countsAt = (now: Date) => (grant: RoleGrantRow) =>
  Role.options.includes(grant.role) &&
  grant.revokedAt === null &&
  grant.from <= now &&
  (grant.to === null || now < grant.to)

type Stores = Pick<Services, 'models' | 'clock'>

/** A user as an actor, with the roles that count now; null when there is no such user. */
export async function actorOf(
  { models, clock }: Stores,
  userId: string,
): Promise<(Actor & { tokenVersion: number }) | null> {
  const user = await models.users.findById(userId).lean()
  if (!user) return null
  const grants = (await models.roleGrants.find({ userId }).lean()).filter(countsAt(clock.now()))
  const orgs = await models.orgs
    .find({ _id: trusted({ $in: grants.map(grant => grant.orgCode) }) }, { name: 1 })
    .lean()
  const names = new Map(orgs.map(org => [org._id, org.name]))
  return {
    id: user._id,
    name: user.name,
    duty: user.duty,
    tokenVersion: user.tokenVersion,
    roles: grants.map(({ role, orgCode }) => ({ role, orgCode, orgName: names.get(orgCode) ?? orgCode })),
  }
}

/** The actor behind a token; null when the user is gone or all tokens of the user were ended. */
export async function loadActor(stores: Stores, { userId, tokenVersion }: Claims): Promise<Actor | null> {
  const found = await actorOf(stores, userId)
  if (!found || found.tokenVersion !== tokenVersion) return null
  const { id, name, duty, roles } = found
  return { id, name, duty, roles }
}

/** What WeChat knows the user by; for its text check. */
export async function openidOf(models: Services['models'], userId: string): Promise<string> {
  const user = await models.users.findById(userId, { openid: 1 }).lean()
  return user?.openid ?? ''
}

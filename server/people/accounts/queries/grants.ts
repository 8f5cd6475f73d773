import { type QueryFilter, trusted } from 'mongoose'
import { notFound } from '@server/platform/errors'
import type { Models, OrgRow, RoleGrantRow, UserRow } from '@server/platform/store/collections'
import { type Cursor, encodeCursor } from '@server/platform/store/cursor'

/** A grant with the names that stand beside it. */
export interface NamedGrant {
  grant: RoleGrantRow
  user: UserRow
  org: OrgRow
}

/** @throws AppError 404 `user-not-found` */
export async function requireUser(models: Models, id: string, field?: string): Promise<UserRow> {
  const user = await models.users.findById(id).lean<UserRow>().exec()
  if (!user) throw notFound('user-not-found', field)
  return user
}

/** @throws AppError 404 `grant-not-found` */
export async function requireGrant(models: Models, id: string): Promise<NamedGrant> {
  const grant = await models.roleGrants.findById(id).lean<RoleGrantRow>().exec()
  if (!grant) throw notFound('grant-not-found')
  const user = await requireUser(models, grant.userId)
  const org = await models.orgs.findById(grant.orgCode).lean<OrgRow>().exec()
  if (!org) throw notFound('org-not-found')
  return { grant, user, org }
}

const byId = <Row extends { _id: string }>(rows: readonly Row[]) => new Map(rows.map(row => [row._id, row]))

/** Every grant of a person that was not revoked, past and future ones too, with its organisation. */
export async function grantsOf(models: Models, user: UserRow): Promise<NamedGrant[]> {
  const rows = await models.roleGrants.find({ userId: user._id }).lean<RoleGrantRow[]>().exec()
  const held = rows.filter(row => row.revokedAt === null)
  const codes = [...new Set(held.map(row => row.orgCode))]
  const orgs = byId(
    await models.orgs
      .find({ _id: trusted({ $in: codes }) })
      .lean<OrgRow[]>()
      .exec(),
  )
  return held.flatMap(grant => {
    const org = orgs.get(grant.orgCode)
    return org ? [{ grant, user, org }] : []
  })
}

/** An account with what it holds. @throws AppError 404 `user-not-found` */
export async function requireAccount(
  models: Models,
  id: string,
): Promise<{ user: UserRow; grants: NamedGrant[] }> {
  const user = await requireUser(models, id)
  return { user, grants: await grantsOf(models, user) }
}

const pageOf = (models: Models, filter: QueryFilter<RoleGrantRow>, limit: number) =>
  models.roleGrants.find(filter).sort({ from: -1, _id: -1 }).limit(limit).lean<RoleGrantRow[]>().exec()

async function rowsFrom(models: Models, orgCode: string, cursor: Cursor | null, limit: number) {
  if (!cursor) return pageOf(models, { orgCode }, limit)
  const same = await pageOf(models, { orgCode, from: cursor.at, _id: trusted({ $lt: cursor.id }) }, limit)
  const older = await pageOf(models, { orgCode, from: trusted({ $lt: cursor.at }) }, limit)
  return [...same, ...older].slice(0, limit)
}

/** A page of an organisation's grants, last begun first, revoked ones too. */
export async function grantPage(
  models: Models,
  org: OrgRow,
  cursor: Cursor | null,
  limit: number,
): Promise<{ rows: NamedGrant[]; nextCursor: string | null }> {
  const found = await rowsFrom(models, org._id, cursor, limit + 1)
  const grants = found.slice(0, limit)
  const ids = [...new Set(grants.map(grant => grant.userId))]
  const users = byId(
    await models.users
      .find({ _id: trusted({ $in: ids }) })
      .lean<UserRow[]>()
      .exec(),
  )
  const last = grants.at(-1)
  return {
    rows: grants.flatMap(grant => {
      const user = users.get(grant.userId)
      return user ? [{ grant, user, org }] : []
    }),
    nextCursor: found.length > limit && last ? encodeCursor({ at: last.from, id: last._id }) : null,
  }
}

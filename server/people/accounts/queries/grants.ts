import { type QueryFilter, trusted } from 'mongoose'
import { sha256Hex } from '@shared/common/hash'
import { notFound } from '@server/platform/errors'
import type { Db } from '@server/platform/store/db'
import { type Cursor, encodeCursor } from '@server/platform/store/cursor'
import { AppointmentCodes } from '../models/appointmentCodes'
import { Users, type UserRow } from '../models/users'
import { RoleGrants, type RoleGrantRow } from '../models/roleGrants'
import { Orgs, type OrgRow } from '@server/people/orgs'

/** Grant with the names of its person and organisation. */
export interface NamedGrant {
  grant: RoleGrantRow
  user: UserRow
  org: OrgRow
}

/** @throws AppError 404 `user-not-found` */
export async function requireUser(db: Db, id: string, field?: string): Promise<UserRow> {
  const user = await db.of(Users).findById(id).lean<UserRow>().exec()
  if (!user) throw notFound('user-not-found', field)
  return user
}

/** @throws AppError 404 `grant-not-found` */
export async function requireGrant(db: Db, id: string): Promise<NamedGrant> {
  const grant = await db.of(RoleGrants).findById(id).lean<RoleGrantRow>().exec()
  if (!grant) throw notFound('grant-not-found')
  const user = await requireUser(db, grant.userId)
  const org = await db.of(Orgs).findById(grant.orgCode).lean<OrgRow>().exec()
  if (!org) throw notFound('org-not-found')
  return { grant, user, org }
}

const byId = <Row extends { _id: string }>(rows: readonly Row[]) => new Map(rows.map(row => [row._id, row]))

/** Lists the unrevoked grants of a person, past and future ones included, with their organisations. */
export async function grantsOf(db: Db, user: UserRow): Promise<NamedGrant[]> {
  const rows = await db.of(RoleGrants).find({ userId: user._id }).lean<RoleGrantRow[]>().exec()
  const held = rows.filter(row => row.revokedAt === null)
  const codes = [...new Set(held.map(row => row.orgCode))]
  const orgs = byId(
    await db
      .of(Orgs)
      .find({ _id: trusted({ $in: codes }) })
      .lean<OrgRow[]>()
      .exec(),
  )
  return held.flatMap(grant => {
    const org = orgs.get(grant.orgCode)
    return org ? [{ grant, user, org }] : []
  })
}

/** Loads an account with its grants. @throws AppError 404 `user-not-found` */
export async function requireAccount(db: Db, id: string): Promise<{ user: UserRow; grants: NamedGrant[] }> {
  const user = await requireUser(db, id)
  return { user, grants: await grantsOf(db, user) }
}

/**
 * Finds the account whose holder shows this appointment code 任职码 now.
 * @throws AppError 404 `appointment-code-unknown`
 */
export async function requireAccountByCode(
  db: Db,
  code: string,
  now: Date,
): Promise<{ user: UserRow; grants: NamedGrant[] }> {
  const row = await db.of(AppointmentCodes).findById(sha256Hex(code)).lean().exec()
  if (!row || row.expiresAt <= now) throw notFound('appointment-code-unknown')
  return requireAccount(db, row.userId)
}

const pageOf = (db: Db, filter: QueryFilter<RoleGrantRow>, limit: number) =>
  db.of(RoleGrants).find(filter).sort({ from: -1, _id: -1 }).limit(limit).lean<RoleGrantRow[]>().exec()

async function rowsFrom(db: Db, orgCode: string, cursor: Cursor | null, limit: number) {
  if (!cursor) return pageOf(db, { orgCode }, limit)
  const same = await pageOf(db, { orgCode, from: cursor.at, _id: trusted({ $lt: cursor.id }) }, limit)
  const older = await pageOf(db, { orgCode, from: trusted({ $lt: cursor.at }) }, limit)
  return [...same, ...older].slice(0, limit)
}

/** Reads a page of an organisation's grants, latest start first, revoked ones included. */
export async function grantPage(
  db: Db,
  org: OrgRow,
  cursor: Cursor | null,
  limit: number,
): Promise<{ rows: NamedGrant[]; nextCursor: string | null }> {
  const found = await rowsFrom(db, org._id, cursor, limit + 1)
  const grants = found.slice(0, limit)
  const ids = [...new Set(grants.map(grant => grant.userId))]
  const users = byId(
    await db
      .of(Users)
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

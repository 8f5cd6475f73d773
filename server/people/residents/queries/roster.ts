import { CLAIM_STATES } from '@shared/facts/people/residencyRules'
import type { OwnDataPart } from '@shared/contract/people/ownData'
import { trusted } from 'mongoose'
import type { ResidencyClaimState } from '@shared/contract/people/roster'
import { notFound } from '@server/platform/errors'
import type { Db } from '@server/platform/store/db'
import { type Cursor, encodeCursor } from '@server/platform/store/cursor'
import { ResidencyClaims, type ResidencyClaimRow } from '../models/residencyClaims'
import { RosterVersions, type RosterVersionRow } from '../models/rosterVersions'
import { RosterEntries, type RosterEntryRow } from '../models/rosterEntries'
import { Orgs, type OrgRow } from '@server/people/orgs'

export interface RosterRows {
  book: RosterVersionRow | null
  rows: RosterEntryRow[]
  /** `person` values with a confirmed claim. */
  verified: ReadonlySet<string>
  nextCursor: string | null
}

interface RosterQueryInput {
  orgCode: string
  name?: string
  cursor: Cursor | null
  limit: number
}

/** Filters the people whom an account has confirmed to be. */
async function verifiedOf(db: Db, orgCode: string, people: readonly string[]): Promise<Set<string>> {
  const claims = await db
    .of(ResidencyClaims)
    .find({ orgCode, person: trusted({ $in: people }), holds: true }, { person: 1 })
    .lean<Pick<ResidencyClaimRow, 'person'>[]>()
    .exec()
  return new Set(claims.map(claim => claim.person))
}

/** Reads a page of a village's roster in the order of the row ids; with `name` all people of exactly that name. */
export async function rosterPage(db: Db, input: RosterQueryInput): Promise<RosterRows> {
  const { orgCode, name, cursor, limit } = input
  const book = await db.of(RosterVersions).findById(orgCode).lean<RosterVersionRow>().exec()
  const found = await db
    .of(RosterEntries)
    .find({ orgCode, ...(name && { name }), ...(cursor && { _id: trusted({ $gt: cursor.id }) }) })
    .sort({ _id: 1 })
    .limit(limit + 1)
    .lean<RosterEntryRow[]>()
    .exec()
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  return {
    book,
    rows,
    verified: await verifiedOf(
      db,
      orgCode,
      rows.map(row => row.person),
    ),
    nextCursor: found.length > limit && last ? encodeCursor({ at: last.changedAt, id: last._id }) : null,
  }
}

/** Lists a user's claims, newest first; a handful. */
export const claimsOf = (db: Db, userId: string): Promise<ResidencyClaimRow[]> =>
  db
    .of(ResidencyClaims)
    .find({ userId })
    .sort({ requestedAt: -1, _id: -1 })
    .lean<ResidencyClaimRow[]>()
    .exec()

/** Lists the confirmed claims by which the user acts for elders 代长辈办. */
export async function eldersOf(db: Db, userId: string): Promise<ResidencyClaimRow[]> {
  const claims = await claimsOf(db, userId)
  return claims.filter(claim => claim.kind === 'elder' && claim.state === 'confirmed')
}

export interface ClaimRows {
  rows: ResidencyClaimRow[]
  /** `person` values still in the roster. */
  inRoster: ReadonlySet<string>
  nextCursor: string | null
}

/** Filters the people still in the village's roster. */
export async function peopleInRoster(
  db: Db,
  orgCode: string,
  claims: readonly ResidencyClaimRow[],
): Promise<Set<string>> {
  const people = claims.map(claim => claim.person)
  const rows = await db
    .of(RosterEntries)
    .find({ orgCode, person: trusted({ $in: people }) }, { person: 1 })
    .lean<Pick<RosterEntryRow, 'person'>[]>()
    .exec()
  return new Set(rows.map(row => row.person))
}

function claimsIn(db: Db, scope: object, range: object, limit: number): Promise<ResidencyClaimRow[]> {
  return db
    .of(ResidencyClaims)
    .find({ ...scope, ...range })
    .sort({ requestedAt: -1, _id: -1 })
    .limit(limit)
    .lean<ResidencyClaimRow[]>()
    .exec()
}

/** Reads a page of a village's claims in a state, newest first. */
export async function claimPage(
  db: Db,
  scope: { orgCode: string; state: ResidencyClaimState },
  cursor: Cursor | null,
  limit: number,
): Promise<ClaimRows> {
  const wanted = limit + 1
  const same = cursor
    ? await claimsIn(db, scope, { requestedAt: cursor.at, _id: trusted({ $lt: cursor.id }) }, wanted)
    : []
  const rest = cursor ? { requestedAt: trusted({ $lt: cursor.at }) } : {}
  const found = [...same, ...(await claimsIn(db, scope, rest, wanted))].slice(0, wanted)
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  return {
    rows,
    inRoster: await peopleInRoster(db, scope.orgCode, rows),
    nextCursor: found.length > limit && last ? encodeCursor({ at: last.requestedAt, id: last._id }) : null,
  }
}

/** @throws AppError 404 `claim-not-found` */
export async function requireResidencyClaim(
  db: Db,
  id: string,
): Promise<{ claim: ResidencyClaimRow; org: OrgRow }> {
  const claim = await db.of(ResidencyClaims).findById(id).lean<ResidencyClaimRow>().exec()
  const org = claim && (await db.of(Orgs).findById(claim.orgCode).lean<OrgRow>().exec())
  if (!claim || !org) throw notFound('claim-not-found')
  return { claim, org }
}

/** Returns the person's own residency claims 村民身份认证. */
export async function ownClaimData(db: Db, userId: string): Promise<OwnDataPart[]> {
  const rows = await claimsOf(db, userId)
  const records = rows.map(({ orgCode, kind, name, state, requestedAt, reason }) => ({
    村: orgCode,
    给谁: kind === 'own' ? '本人' : '长辈',
    姓名: name,
    结果: CLAIM_STATES[state],
    申请时间: requestedAt.toISOString(),
    说明: reason ?? '',
  }))
  return [{ title: '村民身份认证', records }]
}

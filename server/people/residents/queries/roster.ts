import { trusted } from 'mongoose'
import type { ClaimState } from '@shared/contract/people/roster'
import { notFound } from '@server/platform/errors'
import type {
  Models,
  OrgRow,
  RollBookRow,
  RollClaimRow,
  RollEntryRow,
} from '@server/platform/store/collections'
import { type Cursor, encodeCursor } from '@server/platform/store/cursor'

export interface RosterRows {
  book: RollBookRow | null
  rows: RollEntryRow[]
  /** `person` of those whom somebody has proved to be. */
  verified: ReadonlySet<string>
  nextCursor: string | null
}

interface RosterQueryInput {
  orgCode: string
  name?: string
  cursor: Cursor | null
  limit: number
}

/** The people among these whom an account holds. */
async function verifiedOf(models: Models, orgCode: string, people: readonly string[]): Promise<Set<string>> {
  const claims = await models.rollClaims
    .find({ orgCode, person: trusted({ $in: people }), holds: true }, { person: 1 })
    .lean<Pick<RollClaimRow, 'person'>[]>()
    .exec()
  return new Set(claims.map(claim => claim.person))
}

/** A page of a village's roll, in no telling order; with `name` everybody of exactly that name. */
export async function rosterPage(models: Models, input: RosterQueryInput): Promise<RosterRows> {
  const { orgCode, name, cursor, limit } = input
  const book = await models.rollBooks.findById(orgCode).lean<RollBookRow>().exec()
  const found = await models.rollEntries
    .find({ orgCode, ...(name && { name }), ...(cursor && { _id: trusted({ $gt: cursor.id }) }) })
    .sort({ _id: 1 })
    .limit(limit + 1)
    .lean<RollEntryRow[]>()
    .exec()
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  return {
    book,
    rows,
    verified: await verifiedOf(
      models,
      orgCode,
      rows.map(row => row.person),
    ),
    nextCursor: found.length > limit && last ? encodeCursor({ at: last.changedAt, id: last._id }) : null,
  }
}

/** A user's claims, newest first; a handful. */
export const claimsOf = (models: Models, userId: string): Promise<RollClaimRow[]> =>
  models.rollClaims.find({ userId }).sort({ requestedAt: -1, _id: -1 }).lean<RollClaimRow[]>().exec()

/** Villages whose elders the user acts for, confirmed claims only 代长辈办. */
export async function eldersOf(models: Models, userId: string): Promise<RollClaimRow[]> {
  const claims = await claimsOf(models, userId)
  return claims.filter(claim => claim.kind === 'elder' && claim.state === 'confirmed')
}

export interface ClaimRows {
  rows: RollClaimRow[]
  /** `person` of those who still stand in the roll. */
  inRoll: ReadonlySet<string>
  nextCursor: string | null
}

/** Which of these people still stand in the village's roll. */
export async function peopleInRoster(
  models: Models,
  orgCode: string,
  claims: readonly RollClaimRow[],
): Promise<Set<string>> {
  const people = claims.map(claim => claim.person)
  const rows = await models.rollEntries
    .find({ orgCode, person: trusted({ $in: people }) }, { person: 1 })
    .lean<Pick<RollEntryRow, 'person'>[]>()
    .exec()
  return new Set(rows.map(row => row.person))
}

function claimsIn(models: Models, scope: object, range: object, limit: number): Promise<RollClaimRow[]> {
  return models.rollClaims
    .find({ ...scope, ...range })
    .sort({ requestedAt: -1, _id: -1 })
    .limit(limit)
    .lean<RollClaimRow[]>()
    .exec()
}

/** A page of a village's claims in a state, newest first. */
export async function claimPage(
  models: Models,
  scope: { orgCode: string; state: ClaimState },
  cursor: Cursor | null,
  limit: number,
): Promise<ClaimRows> {
  const wanted = limit + 1
  const same = cursor
    ? await claimsIn(models, scope, { requestedAt: cursor.at, _id: trusted({ $lt: cursor.id }) }, wanted)
    : []
  const rest = cursor ? { requestedAt: trusted({ $lt: cursor.at }) } : {}
  const found = [...same, ...(await claimsIn(models, scope, rest, wanted))].slice(0, wanted)
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  return {
    rows,
    inRoll: await peopleInRoster(models, scope.orgCode, rows),
    nextCursor: found.length > limit && last ? encodeCursor({ at: last.requestedAt, id: last._id }) : null,
  }
}

/** @throws AppError 404 `claim-not-found` */
export async function requireResidencyClaim(
  models: Models,
  id: string,
): Promise<{ claim: RollClaimRow; org: OrgRow }> {
  const claim = await models.rollClaims.findById(id).lean<RollClaimRow>().exec()
  const org = claim && (await models.orgs.findById(claim.orgCode).lean<OrgRow>().exec())
  if (!claim || !org) throw notFound('claim-not-found')
  return { claim, org }
}

import { type QueryFilter, trusted } from 'mongoose'
import { powerRole } from '@shared/facts/power/terms'
import { type CaseFile, currentStep, currentVisit } from '@server/domain/power/case'
import { isUndone } from '@server/domain/obligation'
import { notFound } from '@server/platform/errors'
import type { Db } from '@server/platform/store/db'
import { type Cursor, encodeCursor } from '@server/platform/store/cursor'
import { PowerCases, PowerCaseEvents, type PowerCaseEventRow, type PowerCaseRow } from '../models/powerCases'
import { Orgs, type OrgRow } from '@server/people/orgs'
import { causeOfCase, Obligations, type ObligationRow } from '@server/disclosure/obligations'
import { Publications } from '@server/disclosure/publications'
import { Users, type UserRow, RoleGrants, type RoleGrantRow } from '@server/people/accounts'

/** A case with the data that its pages and policies need. */
export interface CaseContext {
  row: PowerCaseRow
  org: OrgRow
}

/** @throws AppError 404 `case-not-found` */
export async function requireCase(db: Db, id: string): Promise<CaseContext> {
  const row = await db.of(PowerCases).findById(id).lean<PowerCaseRow>().exec()
  if (!row) throw notFound('case-not-found')
  const org = await db.of(Orgs).findById(row.orgCode).lean<OrgRow>().exec()
  if (!org) throw new Error(`case ${id} points at something that is not there`)
  return { row, org }
}

/** Returns the newest event, shown to the loser of a race. */
export const lastCaseEvent = (db: Db, caseId: string): Promise<PowerCaseEventRow | null> =>
  db.of(PowerCaseEvents).findOne({ caseId }).sort({ version: -1 }).lean<PowerCaseEventRow>().exec()

async function rowsFrom(
  db: Db,
  scope: Pick<QueryFilter<PowerCaseRow>, 'orgCode' | 'open'>,
  cursor: Cursor | null,
  limit: number,
): Promise<PowerCaseRow[]> {
  const find = (range: object) =>
    db
      .of(PowerCases)
      .find({ ...scope, ...range })
      .sort({ openedAt: -1, _id: -1 })
      .limit(limit)
      .lean<PowerCaseRow[]>()
      .exec()
  if (!cursor) return find({})
  const same = await find({ openedAt: cursor.at, _id: trusted({ $lt: cursor.id }) })
  const older = await find({ openedAt: trusted({ $lt: cursor.at }) })
  return [...same, ...older].slice(0, limit)
}

/** Returns a page of a village's cases, last opened first. */
export async function casePage(
  db: Db,
  { orgCode, show }: { orgCode: string; show?: 'open' | 'closed' },
  cursor: Cursor | null,
  limit: number,
): Promise<{ rows: PowerCaseRow[]; nextCursor: string | null }> {
  const scope = { orgCode, ...(show && { open: show === 'open' }) }
  const found = await rowsFrom(db, scope, cursor, limit + 1)
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  const nextCursor = found.length > limit && last ? encodeCursor({ at: last.openedAt, id: last._id }) : null
  return { rows, nextCursor }
}

/** Returns the currently public notices of a case's steps. */
export async function noticesOfCase(
  db: Db,
  { noticeIds }: PowerCaseRow,
): Promise<{ id: string; title: string }[]> {
  if (noticeIds.length === 0) return []
  const rows = await db
    .of(Publications)
    .find({ noticeId: trusted({ $in: noticeIds }), live: true }, { noticeId: 1, title: 1 })
    .lean<{ noticeId: string; title: string }[]>()
    .exec()
  return rows.map(({ noticeId, title }) => ({ id: noticeId, title }))
}

/** Returns a paper of the case by its content hash, including steps that no longer count; null when there is none. */
export const caseFile = ({ state: { visits } }: PowerCaseRow, sha256: string): CaseFile | null =>
  visits.flatMap(({ finished }) => finished?.files ?? []).find(file => file.sha256 === sha256) ?? null

/** Unfinished obligations of a case by visit. */
export type OpenCaseObligations = ReadonlyMap<number, Pick<ObligationRow, 'itemId' | 'lacksItem'>>

/** Returns the unfinished obligations of a case's steps that have no draft. */
export async function openObligationsOf(
  db: Db,
  { _id, orgCode, drafts }: PowerCaseRow,
): Promise<OpenCaseObligations> {
  const open = new Map<number, Pick<ObligationRow, 'itemId' | 'lacksItem'>>()
  for (const { visit, itemKey, noticeId } of drafts) {
    if (!itemKey || noticeId) continue
    const obligation = await db
      .of(Obligations)
      .findOne({ orgCode, itemKey, causeKey: causeOfCase(_id, visit) })
      .lean<ObligationRow>()
      .exec()
    if (obligation && isUndone(obligation)) open.set(visit, obligation)
  }
  return open
}

export type Names = ReadonlyMap<string, string>

/** Returns the names of the people who took part in the cases. */
export async function namesIn(db: Db, rows: readonly PowerCaseRow[]): Promise<Names> {
  const ids = rows.flatMap(({ state: { visits } }) =>
    visits.flatMap(({ claimedBy, finished }) => [claimedBy, finished?.by].filter(id => id != null)),
  )
  const users = await db
    .of(Users)
    .find({ _id: trusted({ $in: [...new Set(ids)] }) }, { name: 1 })
    .lean<Pick<UserRow, '_id' | 'name'>[]>()
    .exec()
  return new Map(users.map(({ _id, name }) => [_id, name]))
}

export const eventsOfCase = (db: Db, caseId: string): Promise<PowerCaseEventRow[]> =>
  db.of(PowerCaseEvents).find({ caseId }).sort({ version: 1 }).lean<PowerCaseEventRow[]>().exec()

const PLACES = { village: -1, street: -2, district: 0 } as const

const countsNow = (now: Date) => (grant: RoleGrantRow) =>
  !grant.unconfirmed && grant.revokedAt === null && grant.from <= now && (grant.to === null || now < grant.to)

/** Returns the ids of the users who hold the role of a step in the organisation of that role. */
async function holdersOf(db: Db, { org }: CaseContext, code: string, now: Date): Promise<string[]> {
  const role = powerRole(code)
  const orgCode = role && org.path.at(PLACES[role.at])
  if (!role || !orgCode) return []
  const grants = await db.of(RoleGrants).find({ orgCode }).lean<RoleGrantRow[]>().exec()
  const counting = grants.filter(countsNow(now))
  const committee = new Set(
    counting.filter(grant => grant.role === 'editor' || grant.role === 'head').map(({ userId }) => userId),
  )
  return counting
    .filter(({ role: held }) => role.held.includes(held))
    .map(({ userId }) => userId)
    .filter(id => role.side !== 'supervision' || !committee.has(id))
}

/** Returns the others who could do the current step. */
export async function eligibleAssignees(
  db: Db,
  work: CaseContext,
  now: Date,
): Promise<{ id: string; name: string }[]> {
  const step = currentStep(work.row.state)
  if (!step) return []
  const claimedBy = currentVisit(work.row.state)?.claimedBy
  const ids = new Set(await holdersOf(db, work, step.actor, now))
  const users = await db
    .of(Users)
    .find({ _id: trusted({ $in: [...ids].filter(id => id !== claimedBy) }) }, { name: 1 })
    .sort({ _id: 1 })
    .lean<Pick<UserRow, '_id' | 'name'>[]>()
    .exec()
  return users.map(({ _id, name }) => ({ id: _id, name }))
}

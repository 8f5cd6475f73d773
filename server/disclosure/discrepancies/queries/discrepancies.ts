import { type QueryFilter, trusted } from 'mongoose'
import { isVillage } from '@shared/common/orgKinds'
import type { DiscrepancyState } from '@shared/contract/disclosure/discrepancy'
import { notFound } from '@server/platform/errors'
import type { Db } from '@server/platform/store/db'
import { type Cursor, encodeCursor } from '@server/platform/store/cursor'
import {
  DiscrepancyEvents,
  Discrepancies,
  type DiscrepancyEventRow,
  type DiscrepancyRow,
} from '../models/discrepancies'
import { Orgs, type OrgRow } from '@server/people/orgs'
import { Notices, type NoticeRow } from '@server/disclosure/notices'

/** A discrepancy with the data that its page and policies need. */
export interface DiscrepancyContext {
  discrepancy: DiscrepancyRow
  village: OrgRow
  street: OrgRow
  notice: NoticeRow
  /** Oldest first. */
  events: DiscrepancyEventRow[]
}

const eventsOf = (db: Db, discrepancyId: string): Promise<DiscrepancyEventRow[]> =>
  db.of(DiscrepancyEvents).find({ discrepancyId }).sort({ version: 1 }).lean<DiscrepancyEventRow[]>().exec()

/** @throws AppError 404 `finding-not-found` */
export async function requireDiscrepancy(db: Db, id: string): Promise<DiscrepancyContext> {
  const discrepancy = await db.of(Discrepancies).findById(id).lean<DiscrepancyRow>().exec()
  if (!discrepancy) throw notFound('finding-not-found')
  const village = await db.of(Orgs).findById(discrepancy.orgCode).lean<OrgRow>().exec()
  const street = await db.of(Orgs).findById(discrepancy.streetCode).lean<OrgRow>().exec()
  const notice = await db.of(Notices).findById(discrepancy.villageNoticeId).lean<NoticeRow>().exec()
  if (!village || !street || !notice) throw new Error(`finding ${id} points at something that is not there`)
  return { discrepancy, village, street, notice, events: await eventsOf(db, id) }
}

/** Returns the newest event, shown to the loser of a race. */
export const lastDiscrepancyEvent = (db: Db, discrepancyId: string): Promise<DiscrepancyEventRow | null> =>
  db.of(DiscrepancyEvents).findOne({ discrepancyId }).sort({ version: -1 }).lean<DiscrepancyEventRow>().exec()

/** Returns every discrepancy of a village's item and period, including void ones. */
export const discrepanciesOfPair = (
  db: Db,
  scope: Pick<DiscrepancyRow, 'orgCode' | 'itemKey' | 'period'>,
): Promise<DiscrepancyRow[]> =>
  db.of(Discrepancies).find(scope).sort({ foundAt: 1, _id: 1 }).lean<DiscrepancyRow[]>().exec()

export interface DiscrepancyWithEvents {
  discrepancy: DiscrepancyRow
  events: DiscrepancyEventRow[]
}

/** Returns the discrepancies shown on 对照: all except void ones, each with its events. */
export async function discrepanciesShown(
  db: Db,
  scope: Pick<DiscrepancyRow, 'orgCode' | 'itemKey' | 'period'>,
): Promise<DiscrepancyWithEvents[]> {
  const rows = (await discrepanciesOfPair(db, scope)).filter(({ state }) => state !== 'void')
  return Promise.all(
    rows.map(async discrepancy => ({
      discrepancy,
      events: await eventsOf(db, discrepancy._id),
    })),
  )
}

export interface DiscrepancyRows {
  rows: DiscrepancyRow[]
  /** Organisations of the rows, by code. */
  orgs: ReadonlyMap<string, OrgRow>
  nextCursor: string | null
}

type Scope = Pick<QueryFilter<DiscrepancyRow>, 'orgCode' | 'streetCode' | 'state'>

async function rowsFrom(
  db: Db,
  scope: Scope,
  cursor: Cursor | null,
  limit: number,
): Promise<DiscrepancyRow[]> {
  const find = (range: object) =>
    db
      .of(Discrepancies)
      .find({ ...scope, ...range })
      .sort({ updatedAt: -1, _id: -1 })
      .limit(limit)
      .lean<DiscrepancyRow[]>()
      .exec()
  if (!cursor) return find({})
  const same = await find({ updatedAt: cursor.at, _id: trusted({ $lt: cursor.id }) })
  const older = await find({ updatedAt: trusted({ $lt: cursor.at }) })
  return [...same, ...older].slice(0, limit)
}

/** Most open differences of a village that are read; one missing household makes several. */
const MOST_OPEN = 100

export type OpenDifference = Pick<DiscrepancyRow, 'villageNoticeId' | 'itemName' | 'period'>

/** Public: in which notices of a village something differs from the street's and nobody has answered yet, newest first. */
export async function openDifferencesOf(db: Db, orgCode: string): Promise<OpenDifference[]> {
  const rows = await db
    .of(Discrepancies)
    .find({ orgCode, state: 'open' }, { villageNoticeId: 1, itemName: 1, period: 1 })
    .sort({ updatedAt: -1, _id: -1 })
    .limit(MOST_OPEN)
    .lean<OpenDifference[]>()
    .exec()
  return [...new Map(rows.map(row => [row.villageNoticeId, row])).values()]
}

interface Place {
  org: OrgRow
  state?: DiscrepancyState
}

const scopeOf = ({ org, state }: Place): Scope => ({
  ...(isVillage(org) ? { orgCode: org._id } : { streetCode: org._id }),
  ...(state && { state }),
})

export const countDiscrepancies = (db: Db, place: Place): Promise<number> =>
  db.of(Discrepancies).countDocuments(scopeOf(place)).exec()

/** Staff: a page of the discrepancies of a village, or of all villages of a street; last changed first. */
export async function discrepancyPage(
  db: Db,
  place: Place,
  cursor: Cursor | null,
  limit: number,
): Promise<DiscrepancyRows> {
  const found = await rowsFrom(db, scopeOf(place), cursor, limit + 1)
  const rows = found.slice(0, limit)
  const codes = [...new Set(rows.flatMap(row => [row.orgCode, row.streetCode]))]
  const orgs = await db
    .of(Orgs)
    .find({ _id: trusted({ $in: codes }) })
    .lean<OrgRow[]>()
    .exec()
  const last = rows.at(-1)
  const nextCursor = found.length > limit && last ? encodeCursor({ at: last.updatedAt, id: last._id }) : null
  return { rows, orgs: new Map(orgs.map(row => [row._id, row])), nextCursor }
}

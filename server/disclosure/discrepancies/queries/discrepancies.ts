import { type QueryFilter, trusted } from 'mongoose'
import { isVillage } from '@shared/common/orgKinds'
import type { DiscrepancyState } from '@shared/contract/disclosure/discrepancy'
import { notFound } from '@server/platform/errors'
import type {
  FindingEventRow,
  FindingRow,
  Models,
  NoticeRow,
  OrgRow,
} from '@server/platform/store/collections'
import { type Cursor, encodeCursor } from '@server/platform/store/cursor'

/** A finding with what its page and its policies need. */
export interface DiscrepancyContext {
  finding: FindingRow
  village: OrgRow
  street: OrgRow
  notice: NoticeRow
  /** Oldest first. */
  events: FindingEventRow[]
}

const eventsOf = (models: Models, discrepancyId: string): Promise<FindingEventRow[]> =>
  models.findingEvents
    .find({ findingId: discrepancyId })
    .sort({ version: 1 })
    .lean<FindingEventRow[]>()
    .exec()

/** @throws AppError 404 `finding-not-found` */
export async function requireDiscrepancy(models: Models, id: string): Promise<DiscrepancyContext> {
  const discrepancy = await models.findings.findById(id).lean<FindingRow>().exec()
  if (!discrepancy) throw notFound('finding-not-found')
  const village = await models.orgs.findById(discrepancy.orgCode).lean<OrgRow>().exec()
  const street = await models.orgs.findById(discrepancy.streetCode).lean<OrgRow>().exec()
  const notice = await models.notices.findById(discrepancy.villageNoticeId).lean<NoticeRow>().exec()
  if (!village || !street || !notice) throw new Error(`finding ${id} points at something that is not there`)
  return { finding: discrepancy, village, street, notice, events: await eventsOf(models, id) }
}

/** The newest change: what a loser of a race is told. */
export const lastDiscrepancyEvent = (
  models: Models,
  discrepancyId: string,
): Promise<FindingEventRow | null> =>
  models.findingEvents
    .findOne({ findingId: discrepancyId })
    .sort({ version: -1 })
    .lean<FindingEventRow>()
    .exec()

/** Every finding of a village's matter, void ones too. */
export const discrepanciesOfPair = (
  models: Models,
  scope: Pick<FindingRow, 'orgCode' | 'itemKey' | 'period'>,
): Promise<FindingRow[]> =>
  models.findings.find(scope).sort({ foundAt: 1, _id: 1 }).lean<FindingRow[]>().exec()

export interface DiscrepancyWithEvents {
  finding: FindingRow
  events: FindingEventRow[]
}

/** What stands on 对照: everything that was found of the matter and is not void, each with what was said about it. */
export async function discrepanciesShown(
  models: Models,
  scope: Pick<FindingRow, 'orgCode' | 'itemKey' | 'period'>,
): Promise<DiscrepancyWithEvents[]> {
  const rows = (await discrepanciesOfPair(models, scope)).filter(({ state }) => state !== 'void')
  return Promise.all(
    rows.map(async discrepancy => ({
      finding: discrepancy,
      events: await eventsOf(models, discrepancy._id),
    })),
  )
}

export interface DiscrepancyRows {
  rows: FindingRow[]
  /** Organisations that the rows name, by code. */
  orgs: ReadonlyMap<string, OrgRow>
  nextCursor: string | null
}

type Scope = Pick<QueryFilter<FindingRow>, 'orgCode' | 'streetCode' | 'state'>

async function rowsFrom(
  models: Models,
  scope: Scope,
  cursor: Cursor | null,
  limit: number,
): Promise<FindingRow[]> {
  const find = (range: object) =>
    models.findings
      .find({ ...scope, ...range })
      .sort({ updatedAt: -1, _id: -1 })
      .limit(limit)
      .lean<FindingRow[]>()
      .exec()
  if (!cursor) return find({})
  const same = await find({ updatedAt: cursor.at, _id: trusted({ $lt: cursor.id }) })
  const older = await find({ updatedAt: trusted({ $lt: cursor.at }) })
  return [...same, ...older].slice(0, limit)
}

interface Place {
  org: OrgRow
  state?: DiscrepancyState
}

const scopeOf = ({ org, state }: Place): Scope => ({
  ...(isVillage(org) ? { orgCode: org._id } : { streetCode: org._id }),
  ...(state && { state }),
})

export const countDiscrepancies = (models: Models, place: Place): Promise<number> =>
  models.findings.countDocuments(scopeOf(place)).exec()

/** Staff: a page of the findings of a village, or of all villages of a street; last changed first. */
export async function discrepancyPage(
  models: Models,
  place: Place,
  cursor: Cursor | null,
  limit: number,
): Promise<DiscrepancyRows> {
  const found = await rowsFrom(models, scopeOf(place), cursor, limit + 1)
  const rows = found.slice(0, limit)
  const codes = [...new Set(rows.flatMap(row => [row.orgCode, row.streetCode]))]
  const orgs = await models.orgs
    .find({ _id: trusted({ $in: codes }) })
    .lean<OrgRow[]>()
    .exec()
  const last = rows.at(-1)
  const nextCursor = found.length > limit && last ? encodeCursor({ at: last.updatedAt, id: last._id }) : null
  return { rows, orgs: new Map(orgs.map(row => [row._id, row])), nextCursor }
}

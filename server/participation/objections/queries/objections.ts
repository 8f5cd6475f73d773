import type { OwnDataPart } from '@shared/contract/people/ownData'
import { trusted } from 'mongoose'
import { isVillage } from '@shared/common/orgKinds'
import { OBJECTION_STATES, keepsOpen } from '../states'
import type { ObjectionCounts, ObjectionState } from '@shared/contract/participation/objection'
import { notFound } from '@server/platform/errors'
import type { Db } from '@server/platform/store/db'
import { type Cursor, encodeCursor } from '@server/platform/store/cursor'
import { Objections, ObjectionEvents, type ObjectionEventRow, type ObjectionRow } from '../models/objections'
import { type PresentedNotice, type PublishedNotice, findPublished } from '@server/disclosure/publications'
import { villagesUnder, Orgs, type OrgRow } from '@server/people/orgs'
import { Notices, type NoticeRow } from '@server/disclosure/notices'

/** Objection with all data for its page and its policies. */
export interface ObjectionContext {
  objection: ObjectionRow
  org: OrgRow
  handler: OrgRow
  /** From the root down, the organisation itself excluded. */
  ancestors: OrgRow[]
  writers: readonly string[]
  /** Oldest first. */
  events: ObjectionEventRow[]
  /** The edition it was filed on; null when that is gone. */
  published: PresentedNotice | null
}

type Counted = Pick<ObjectionRow, 'state' | 'replyBy'>

const ofNotice = (db: Db, noticeId: string): Promise<Counted[]> =>
  db.of(Objections).find({ noticeId }, { state: 1, replyBy: 1 }).lean<Counted[]>().exec()

export function countStates(states: readonly ObjectionState[]): ObjectionCounts {
  const counts = { open: 0, answered: 0, settled: 0 }
  for (const state of states) {
    const { counted } = OBJECTION_STATES[state]
    if (counted) counts[counted] += 1
  }
  return counts
}

/** Counts the objections on a notice for its page. */
export const objectionCounts = async (db: Db, noticeId: string): Promise<ObjectionCounts> =>
  countStates((await ofNotice(db, noticeId)).map(({ state }) => state))

/** Counts all objections on a notice. */
export const countObjections = async (db: Db, { noticeId }: { noticeId: string }): Promise<number> =>
  (await ofNotice(db, noticeId)).length

/** Counts the objections that block the confirmation of a notice: without an answer, or within the villager's time to reply. */
export async function openObjections(
  db: Db,
  { noticeId, at }: { noticeId: string; at: Date },
): Promise<number> {
  const rows = await ofNotice(db, noticeId)
  return rows.filter(({ state, replyBy }) => keepsOpen(state, replyBy, at)).length
}

/** Lists the answered objections on a notice, oldest first, with their events. */
export async function answeredOn(
  db: Db,
  noticeId: string,
): Promise<{ rows: ObjectionRow[]; events: ObjectionEventRow[] }> {
  const rows = await db
    .of(Objections)
    .find({ noticeId })
    .sort({ filedAt: 1, _id: 1 })
    .lean<ObjectionRow[]>()
    .exec()
  const events = await db
    .of(ObjectionEvents)
    .find({ objectionId: trusted({ $in: rows.map(row => row._id) }) })
    .lean<ObjectionEventRow[]>()
    .exec()
  return { rows, events: events.sort((a, b) => a.version - b.version) }
}

const eventsOf = (db: Db, objectionId: string): Promise<ObjectionEventRow[]> =>
  db.of(ObjectionEvents).find({ objectionId }).sort({ version: 1 }).lean<ObjectionEventRow[]>().exec()

/** Loads the ancestors of an organisation, from the root down. */
export async function ancestorsOf(db: Db, org: OrgRow): Promise<OrgRow[]> {
  const rows: OrgRow[] = []
  for (const code of org.path.filter(step => step !== org._id)) {
    const row = await db.of(Orgs).findById(code).lean<OrgRow>().exec()
    if (row) rows.push(row)
  }
  return rows
}

/** @throws AppError 404 `objection-not-found` */
export async function requireObjection(db: Db, id: string): Promise<ObjectionContext> {
  const objection = await db.of(Objections).findById(id).lean<ObjectionRow>().exec()
  if (!objection) throw notFound('objection-not-found')
  const org = await db.of(Orgs).findById(objection.orgCode).lean<OrgRow>().exec()
  const handler = await db.of(Orgs).findById(objection.handlerCode).lean<OrgRow>().exec()
  if (!org || !handler) throw new Error(`objection ${id} points at an organisation that is not there`)
  const notice = await db
    .of(Notices)
    .findById(objection.noticeId, { writers: 1 })
    .lean<Pick<NoticeRow, 'writers'>>()
    .exec()
  return {
    objection,
    org,
    handler,
    ancestors: await ancestorsOf(db, org),
    writers: notice?.writers ?? [],
    events: await eventsOf(db, id),
    published: await findPublished(db, objection.noticeId, objection.edition),
  }
}

/** Reads the newest event, which a version conflict reports. */
export const lastObjectionEvent = (db: Db, objectionId: string): Promise<ObjectionEventRow | null> =>
  db.of(ObjectionEvents).findOne({ objectionId }).sort({ version: -1 }).lean<ObjectionEventRow>().exec()

export interface ObjectionRows {
  rows: ObjectionRow[]
  nextCursor: string | null
}

interface Order {
  field: 'dueAt' | 'updatedAt' | 'filedAt'
  descending: boolean
}

async function pageOf(
  db: Db,
  scope: object,
  { field, descending }: Order,
  cursor: Cursor | null,
  limit: number,
): Promise<ObjectionRows> {
  const wanted = limit + 1
  const beyond = descending ? '$lt' : '$gt'
  const direction = descending ? -1 : 1
  const find = (range: object) =>
    db
      .of(Objections)
      .find({ ...scope, ...range })
      .sort({ [field]: direction, _id: direction })
      .limit(wanted)
      .lean<ObjectionRow[]>()
      .exec()
  const same = cursor ? await find({ [field]: cursor.at, _id: trusted({ [beyond]: cursor.id }) }) : []
  const rest = await find(cursor ? { [field]: trusted({ [beyond]: cursor.at }) } : {})
  const found = [...same, ...rest].slice(0, wanted)
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  const at = last?.[field]
  return { rows, nextCursor: found.length > limit && last && at ? encodeCursor({ at, id: last._id }) : null }
}

/** Reads a page of the user's own objections, newest first. */
export const ownObjections = (db: Db, userId: string, cursor: Cursor | null, limit: number) =>
  pageOf(db, { userId }, { field: 'filedAt', descending: true }, cursor, limit)

/** Reads for staff a page of objections to notices of the organisation and those below it. */
export function deskPage(
  db: Db,
  { code, show }: { code: string; show: 'waiting' | 'rest' },
  cursor: Cursor | null,
  limit: number,
): Promise<ObjectionRows> {
  return show === 'waiting'
    ? pageOf(db, { path: code, waiting: true }, { field: 'dueAt', descending: false }, cursor, limit)
    : pageOf(db, { path: code, waiting: false }, { field: 'updatedAt', descending: true }, cursor, limit)
}

/** Lists the villages and communities that a published notice concerns: its publisher, or those under the street. */
export async function concernedBy(db: Db, { publication }: PublishedNotice, org: OrgRow): Promise<string[]> {
  if (isVillage(org)) return [org._id, ...(org.mergedInto ? [org.mergedInto.code] : [])]
  if (publication.regards) return [publication.regards]
  return (await villagesUnder(db, org._id)).map(village => village._id)
}

/** Returns the person's own objections. */
export async function ownObjectionData(db: Db, userId: string): Promise<OwnDataPart[]> {
  const rows = await db
    .of(Objections)
    .find({ userId })
    .sort({ filedAt: -1, _id: -1 })
    .lean<ObjectionRow[]>()
    .exec()
  const records = rows.map(({ number, noticeTitle, place, text, name, anonymous, filedAt }) => ({
    编号: number,
    公示: noticeTitle,
    哪里: place,
    说明: text ?? '',
    提出人: name,
    匿名: anonymous ? '是' : '否',
    时间: filedAt.toISOString(),
  }))
  return [{ title: '异议', records }]
}

import { trusted } from 'mongoose'
import { periodRange, previousPeriod } from '@shared/common/period'
import type { NoticeContent, NoticeState, SignOff } from '@shared/contract/disclosure/notice'
import type { Db } from '@server/platform/store/db'
import { type Cursor, encodeCursor } from '@server/platform/store/cursor'
import { notFound } from '@server/platform/errors'
import { Notices, type NoticeRow } from '../models/notices'
import { Revisions } from '../models/revisions'
import { Statuses, type StatusRow } from '../models/statuses'
import { Guidance, type GuidanceRow } from '../models/guidance'
import { type Duplicate, duplicatesOf } from './notices'
import { type EarlierContent, earlierContents } from './earlierContents'
import { type NoticePicture, checkedPictures } from '@server/disclosure/files'
import { Publications, type PublicationRow } from '@server/disclosure/publications'
import { Orgs, type OrgRow } from '@server/people/orgs'
import { CatalogueItems, type CatalogueItemRow } from '@server/catalogues/catalogue'
import { matterKeys } from '@server/catalogues/villageCatalogue'

/** A notice in work with the data that its page and policies need. */
export interface NoticeContext {
  notice: NoticeRow
  org: OrgRow
  item: CatalogueItemRow
  issuer: OrgRow
  content: NoticeContent
  /** Oldest first. */
  statuses: StatusRow[]
  /** Content published for the period just before. */
  previous: NoticeContent | null
  /** What the working edition is compared with; see `earlierContents`. */
  earlier: EarlierContent[]
  /** The edition that the working one corrects and may not repeat; null when there is none. */
  corrected: Pick<EarlierContent, 'edition' | 'content'> | null
  /** Public notices that may say the same as this public one 可能重复公开的. */
  duplicates: Duplicate[]
  /** The sign-off that is currently valid. */
  signOff: SignOff | null
  /** Published editions, newest first. */
  editions: WorkEdition[]
  /** Messages of the town, oldest first. */
  guidance: GuidanceRow[]
  /** Checks of the pictures of the content. */
  pictures: NoticePicture[]
}

const EDITION_FIELDS = {
  edition: 1,
  publishedAt: 1,
  presentation: 1,
  publicity: 1,
  publicityMoved: 1,
  withdrawn: 1,
} as const
export type WorkEdition = Pick<PublicationRow, keyof typeof EDITION_FIELDS>

/** A past notice, as far as the next one needs it. */
export interface Past {
  period: string
  content: NoticeContent
}

/**
 * Uses filters fully covered by an index, one for each key of the matter, else the embedded engine scans the collection;
 * `regards` is filtered afterwards.
 */
async function pastOf(
  db: Db,
  { regards, itemKey, ...scope }: Pick<NoticeRow, 'orgCode' | 'itemKey' | 'regards'> & { period?: string },
): Promise<Past[]> {
  const rows: (Past & Pick<NoticeRow, 'regards'>)[] = []
  for (const key of (await matterKeys(db, scope.orgCode))(itemKey)) {
    const found = await db
      .of(Publications)
      .find({ ...scope, itemKey: key, live: true }, { period: 1, regards: 1, content: 1 })
      .lean<(Past & Pick<NoticeRow, 'regards'>)[]>()
      .exec()
    rows.push(...found)
  }
  return rows.filter(row => row.regards === regards)
}

type Place = Pick<NoticeRow, 'orgCode' | 'itemKey' | 'period' | 'regards'>

/**
 * Returns the notices of one matter and period: at most one under the item's own key, then those under the keys of items
 * linked with it as the same.
 */
export async function noticesOfMatter(
  db: Db,
  { orgCode, itemKey, period, regards }: Place,
): Promise<NoticeRow[]> {
  const rows: NoticeRow[] = []
  for (const key of (await matterKeys(db, orgCode))(itemKey)) {
    const place = { orgCode, itemKey: key, period, regards }
    const found = await db.of(Notices).findOne(place).lean<NoticeRow>().exec()
    if (found) rows.push(found)
  }
  return rows
}

/**
 * Returns the one of a matter's notices that holds its place, `own` apart; null when it is free. A discarded notice holds
 * none, one that was withdrawn under another item's key neither.
 */
export const standingOf = (
  notices: readonly NoticeRow[],
  { itemKey: key }: Pick<Place, 'itemKey'>,
  own?: string,
): NoticeRow | null =>
  notices.find(
    ({ _id, itemKey, state }) =>
      _id !== own && state !== 'discarded' && (state !== 'withdrawn' || itemKey === key),
  ) ?? null

/** Returns the notice that holds the place of a matter and period; null when it is free. */
export const standingNotice = async (db: Db, place: Place): Promise<NoticeRow | null> =>
  standingOf(await noticesOfMatter(db, place), place)

/**
 * Returns what the organisation has published of an item before a period, newest period first; at most a few dozen
 * rows.
 */
export async function publishedBefore(db: Db, { orgCode, itemKey, period, regards }: Place): Promise<Past[]> {
  const { start } = periodRange(period)
  const rows = await pastOf(db, { orgCode, itemKey, regards })
  return rows
    .filter(row => periodRange(row.period).end < start)
    .sort((a, b) => (periodRange(a.period).end < periodRange(b.period).end ? 1 : -1))
}

/** Returns the content published for the period just before; null when there is none. */
export async function justBefore(
  db: Db,
  { orgCode, itemKey, regards, period }: Place,
): Promise<NoticeContent | null> {
  const before = previousPeriod(period)
  const past = before ? await pastOf(db, { orgCode, itemKey, regards, period: before }) : []
  return past[0]?.content ?? null
}

/** Returns the valid sign-off: the last one of the working edition, unless the edition was edited since. */
function signOffOf(notice: NoticeRow, statuses: StatusRow[]): SignOff | null {
  if (['draft', 'checked', 'submitted'].includes(notice.state)) return null
  return statuses.findLast(row => row.edition === notice.edition && row.signOff)?.signOff ?? null
}

/** A notice withdrawn as a duplicate may be published again as it was; what is public or leaked may not. */
function correctedOf(
  { liveEdition }: NoticeRow,
  earlier: readonly EarlierContent[],
): NoticeContext['corrected'] {
  const edition = earlier.find(({ kind }) => kind === 'edition')
  return edition && (liveEdition !== null || edition.leaked) ? edition : null
}

/**
 * Returns a notice in work; null when there is none. Reads one after another: a transaction cannot run parallel
 * operations.
 */
export async function loadNotice(db: Db, id: string): Promise<NoticeContext | null> {
  const notice = await db.of(Notices).findById(id).lean<NoticeRow>().exec()
  if (!notice) return null
  const org = await db.of(Orgs).findById(notice.orgCode).lean<OrgRow>().exec()
  const item = await db.of(CatalogueItems).findById(notice.itemId).lean<CatalogueItemRow>().exec()
  const issuer = item && (await db.of(Orgs).findById(item.orgCode).lean<OrgRow>().exec())
  const revision = await db.of(Revisions).findById(notice.revisionId, { content: 1 }).lean().exec()
  if (!org || !issuer || !revision) throw new Error(`notice ${id} points at something that is not there`)
  const statuses = await db
    .of(Statuses)
    .find({ noticeId: id })
    .sort({ version: 1 })
    .lean<StatusRow[]>()
    .exec()
  const previous = await justBefore(db, notice)
  const editions = await db
    .of(Publications)
    .find({ noticeId: id }, EDITION_FIELDS)
    .sort({ edition: -1 })
    .lean<WorkEdition[]>()
    .exec()
  const earlier = await earlierContents(db, { notice, statuses, editions })
  const duplicates = notice.liveEdition === null ? [] : await duplicatesOf(db, notice)
  const guidance = await db.of(Guidance).find({ noticeId: id }).sort({ at: 1 }).lean<GuidanceRow[]>().exec()
  const signOff = signOffOf(notice, statuses)
  return {
    notice,
    org,
    item,
    issuer,
    content: revision.content,
    statuses,
    previous,
    earlier,
    corrected: correctedOf(notice, earlier),
    duplicates,
    signOff,
    editions,
    guidance,
    pictures: await checkedPictures(db, notice.orgCode, revision.content),
  }
}

/** Returns the newest change of a notice, shown to the loser of a race. */
export const lastStatus = (db: Db, noticeId: string): Promise<StatusRow | null> =>
  db.of(Statuses).findOne({ noticeId }).sort({ version: -1 }).lean<StatusRow>().exec()

export interface WorkRows {
  rows: NoticeRow[]
  nextCursor: string | null
}

interface WorkScope {
  orgCode: string
  state?: NoticeState
}

function rowsIn(db: Db, scope: WorkScope, range: object, limit: number): Promise<NoticeRow[]> {
  return db
    .of(Notices)
    .find({ ...scope, ...range })
    .sort({ updatedAt: -1, _id: -1 })
    .limit(limit)
    .lean<NoticeRow[]>()
    .exec()
}

async function rowsFrom(
  db: Db,
  scope: WorkScope,
  cursor: Cursor | null,
  limit: number,
): Promise<NoticeRow[]> {
  if (!cursor) return rowsIn(db, scope, {}, limit)
  const same = await rowsIn(db, scope, { updatedAt: cursor.at, _id: trusted({ $lt: cursor.id }) }, limit)
  const older = await rowsIn(db, scope, { updatedAt: trusted({ $lt: cursor.at }) }, limit)
  return [...same, ...older].slice(0, limit)
}

/** Returns a page of an organisation's notices in work, last changed first. */
export async function workPage(
  db: Db,
  { orgCode, state }: WorkScope,
  cursor: Cursor | null,
  limit: number,
): Promise<WorkRows> {
  const found = await rowsFrom(db, { orgCode, ...(state && { state }) }, cursor, limit + 1)
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  const nextCursor = found.length > limit && last ? encodeCursor({ at: last.updatedAt, id: last._id }) : null
  return { rows, nextCursor }
}

/** Most notices of each state that the workbench loads; the paged list shows the others. */
const WAITING_LIMIT = 50

/** Sort key: notices without a due day come last. */
const dueKey = ({ dueOn }: NoticeRow) => dueOn ?? '9999'

const byUrgency = (a: NoticeRow, b: NoticeRow): number =>
  dueKey(a).localeCompare(dueKey(b)) || a.updatedAt.getTime() - b.updatedAt.getTime()

/** Returns the unfinished notices, earliest due first, then longest unchanged; one indexed query per state. */
export async function waitingWork(
  db: Db,
  orgCode: string,
  states: readonly NoticeState[],
): Promise<NoticeRow[]> {
  const found = await Promise.all(
    states.map(state =>
      db
        .of(Notices)
        .find({ orgCode, state })
        .sort({ updatedAt: -1, _id: -1 })
        .limit(WAITING_LIMIT)
        .lean<NoticeRow[]>()
        .exec(),
    ),
  )
  return found.flat().sort(byUrgency)
}

/**
 * Returns the notice row alone.
 * @throws AppError 404 `notice-not-found`
 */
export async function requireNotice(db: Db, id: string, field: string): Promise<NoticeRow> {
  const notice = await db.of(Notices).findById(id).lean<NoticeRow>().exec()
  if (!notice) throw notFound('notice-not-found', field)
  return notice
}

/** @throws AppError 404 `notice-not-found` */
export async function requireNoticeContext(db: Db, id: string): Promise<NoticeContext> {
  const work = await loadNotice(db, id)
  if (!work) throw notFound('notice-not-found')
  return work
}

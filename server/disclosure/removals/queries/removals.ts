import { type QueryFilter, trusted } from 'mongoose'
import { notFound } from '@server/platform/errors'
import type { Cursor } from '@server/platform/store/cursor'
import type { Db } from '@server/platform/store/db'
import { CatalogueItems, type CatalogueItemRow } from '@server/catalogues/catalogue'
import { Notices, requireNotice, type NoticeRow } from '@server/disclosure/notices'
import { Publications, type PublicationRow } from '@server/disclosure/publications'
import {
  actingTarget,
  listedUnder,
  requireOrgTarget,
  type OrgWithAncestors,
  Orgs,
  type OrgRow,
} from '@server/people/orgs'
import { LeakRecords, type LeakRecordRow } from '../models/leakRecords'
import { Removals, type RemovalRow } from '../models/removals'
import type { RemovalTarget } from '../policy'
import { isRegistered, isShown } from '../states'

/** Most removed notices of one page of a list; older ones are in the register. */
const MOST_SHOWN = 50
const MOST_WAITING = 100

/** A removal with what policies and presenters need. */
export interface RemovalPlace extends OrgWithAncestors {
  row: RemovalRow
  target: RemovalTarget
}

/** The fields of a removal that policies read. */
export const targetOf = (row: RemovalRow, org: OrgRow): RemovalTarget => ({
  org: actingTarget(org),
  removal: row.kind,
  by: row.by,
})

/** Names the matter of an item as lists of removed notices do. */
const removalMatter = ({ area, path }: Pick<CatalogueItemRow, 'area' | 'path'>): string =>
  path.length > 0 ? path.join(' · ') : area

type Facts = Pick<
  RemovalRow,
  | 'noticeId'
  | 'edition'
  | 'orgCode'
  | 'path'
  | 'category'
  | 'itemKey'
  | 'period'
  | 'regards'
  | 'matter'
  | 'publishedAt'
>
type Removed = Omit<Facts, 'path' | 'matter'> & { itemId: string }

/** Returns what a removal keeps of the edition that it removes. */
export async function removalFacts(db: Db, removed: Removed): Promise<Facts> {
  const { noticeId, edition, orgCode, itemId, itemKey, category, period, regards, publishedAt } = removed
  const org = await db.of(Orgs).findById(orgCode).lean<OrgRow>().exec()
  const item = await db.of(CatalogueItems).findById(itemId).lean<CatalogueItemRow>().exec()
  return {
    noticeId,
    edition,
    orgCode,
    path: org ? listedUnder(org) : [orgCode],
    category,
    itemKey,
    period,
    regards,
    matter: item ? removalMatter(item) : '公示',
    publishedAt,
  }
}

/** Returns a notice with what a removal keeps of one of its editions. @throws AppError 404 */
export async function requireFacts(
  db: Db,
  noticeId: string,
  edition: number,
): Promise<{ notice: NoticeRow; facts: Facts; publication: PublicationRow }> {
  const notice = await requireNotice(db, noticeId, 'id')
  const publication = await db.of(Publications).findOne({ noticeId, edition }).lean<PublicationRow>().exec()
  if (!publication) throw notFound('not-recorded', 'edition')
  return { notice, publication, facts: await removalFacts(db, publication) }
}

/** Returns every removal of a notice, newest first. */
export const removalsOf = (db: Db, noticeId: string): Promise<RemovalRow[]> =>
  db.of(Removals).find({ noticeId }).sort({ at: -1 }).lean<RemovalRow[]>().exec()

/** Returns the removal in place of a notice, or of one edition of it; null when there is none. */
export async function removalOf(db: Db, noticeId: string, edition?: number): Promise<RemovalRow | null> {
  const rows = (await removalsOf(db, noticeId)).filter(isRegistered)
  return rows.find(row => edition === undefined || row.edition === edition) ?? null
}

/** @throws AppError 404 `removal-not-found` */
export async function requireRemoval(db: Db, id: string): Promise<RemovalPlace> {
  const row = await db.of(Removals).findById(id).lean<RemovalRow>().exec()
  if (!row) throw notFound('removal-not-found', 'id')
  const place = await requireOrgTarget(db, row.orgCode, 'id')
  return { row, ...place, target: targetOf(row, place.org) }
}

interface Scope {
  orgCode: string
  category?: string | undefined
  itemKeys?: readonly string[]
}

/** Returns the ids of those notices that are public now. */
async function publicAmong(db: Db, noticeIds: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .of(Notices)
    .find({ _id: trusted({ $in: [...noticeIds] }) }, { liveEdition: 1 })
    .lean<Pick<NoticeRow, '_id' | 'liveEdition'>[]>()
    .exec()
  return new Set(rows.filter(({ liveEdition }) => liveEdition !== null).map(({ _id }) => _id))
}

/** Rows read at once: some of them are not in the register. */
const BATCH = 100

type Under = { path: string } | { orgCode: string }

async function rowsAfter(db: Db, under: Under, cursor: Cursor | null): Promise<RemovalRow[]> {
  const find = (range: QueryFilter<RemovalRow>, limit: number) =>
    db
      .of(Removals)
      .find({ ...under, ...range })
      .sort({ at: -1, _id: -1 })
      .limit(limit)
      .lean<RemovalRow[]>()
      .exec()
  if (!cursor) return find({}, BATCH)
  const same = await find({ at: cursor.at, _id: trusted({ $lt: cursor.id }) }, BATCH)
  if (same.length === BATCH) return same
  return [...same, ...(await find({ at: trusted({ $lt: cursor.at }) }, BATCH - same.length))]
}

const placeOf = ({ at, _id }: RemovalRow): Cursor => ({ at, id: _id })

/** Drops the rows of notices that are public again. */
async function withoutPublic(db: Db, rows: readonly RemovalRow[]): Promise<RemovalRow[]> {
  if (rows.length === 0) return []
  const isPublic = await publicAmong(db, rows.map(({ noticeId }) => noticeId)) // prettier-ignore
  return rows.filter(({ noticeId }) => !isPublic.has(noticeId))
}

/**
 * Returns the removed notices of an organisation that its lists show in place of their words, newest first: one row for
 * each notice that is not public again.
 */
export async function removedIn(db: Db, { orgCode, category, itemKeys }: Scope): Promise<RemovalRow[]> {
  const isWanted = (row: RemovalRow) =>
    isShown(row) &&
    (category === undefined || row.category === category) &&
    (itemKeys === undefined || itemKeys.includes(row.itemKey))
  const newest = new Map<string, RemovalRow>()
  let from: Cursor | null = null
  for (;;) {
    const rows = await rowsAfter(db, { orgCode }, from)
    for (const row of await withoutPublic(db, rows.filter(isWanted))) {
      if (!newest.has(row.noticeId)) newest.set(row.noticeId, row)
    }
    const last = rows.at(-1)
    if (newest.size >= MOST_SHOWN || rows.length < BATCH || !last) break
    from = placeOf(last)
  }
  return [...newest.values()].slice(0, MOST_SHOWN)
}

/** Returns a page of the public register under an organisation: its own removals and those of what is below it. */
export async function registerOf(
  db: Db,
  code: string,
  cursor: Cursor | null,
  limit: number,
): Promise<{ rows: RemovalRow[]; next: Cursor | null }> {
  const kept: RemovalRow[] = []
  let from = cursor
  for (;;) {
    const rows = await rowsAfter(db, { path: code }, from)
    kept.push(...rows.filter(isRegistered))
    const last = rows.at(-1)
    if (kept.length > limit || rows.length < BATCH || !last) break
    from = placeOf(last)
  }
  const page = kept.slice(0, limit)
  const last = page.at(-1)
  return { rows: page, next: kept.length > limit && last ? placeOf(last) : null }
}

/** Returns the removals of an organisation and of those below it for its staff, those that wait first. */
export async function removalsUnder(db: Db, code: string): Promise<RemovalRow[]> {
  const rows = await db
    .of(Removals)
    .find({ path: code })
    .sort({ at: -1, _id: -1 })
    .limit(MOST_WAITING)
    .lean<RemovalRow[]>()
    .exec()
  const waits = ({ state }: RemovalRow) => (state === 'waiting' ? 0 : 1)
  return [...rows].sort((a, b) => waits(a) - waits(b))
}

/** Returns the record of the leak for which an edition was withdrawn; null when there is none. */
export const leakOf = (db: Db, { noticeId, edition }: RemovalRow): Promise<LeakRecordRow | null> =>
  db.of(LeakRecords).findOne({ noticeId, edition }).lean<LeakRecordRow>().exec()

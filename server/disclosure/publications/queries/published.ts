import { isStreet } from '@shared/common/orgKinds'
import { previousPeriod } from '@shared/common/period'
import type { Db } from '@server/platform/store/db'
import { PresentedRecords, type PresentedRecordRow } from '../models/presentedRecords'
import { Publications, type PublicationRow } from '../models/publications'
import { CatalogueItems, type CatalogueItemRow } from '@server/catalogues/catalogue'
import type { OrgRow } from '@server/people/orgs'

/** A published notice with its item; `publication` never carries its grams. */
export interface PublishedNotice {
  publication: Omit<PublicationRow, 'grams'>
  item: CatalogueItemRow
}

/** A published notice with what its page shows; a withdrawn edition has no record. */
export interface PresentedNotice extends PublishedNotice {
  record: PresentedRecordRow | null
}

export type EditionRow = Pick<PublicationRow, 'edition' | 'publishedAt' | 'reason' | 'withdrawn'>

const WITHOUT_GRAMS = { grams: 0 } as const

const withItem = async (
  db: Db,
  publication: PublishedNotice['publication'] | null,
): Promise<PresentedNotice | null> => {
  if (!publication) return null
  const [item, record] = await Promise.all([
    db.of(CatalogueItems).findById(publication.itemId).lean<CatalogueItemRow>().exec(),
    db.of(PresentedRecords).findById(publication._id).lean<PresentedRecordRow>().exec(),
  ])
  return item && { publication, item, record }
}

type Shown = PublishedNotice['publication']

const shown = (db: Db, filter: { noticeId: string } & Partial<Shown>) =>
  db.of(Publications).findOne(filter, WITHOUT_GRAMS).lean<Shown>().exec()

/**
 * Finds the public edition of a notice, or the requested one; where all were withdrawn, the newest with its withdrawal.
 * Null when nothing was ever published.
 */
export async function findPublished(
  db: Db,
  noticeId: string,
  edition?: number,
): Promise<PresentedNotice | null> {
  if (edition !== undefined) return withItem(db, await shown(db, { noticeId, edition }))
  const live = await shown(db, { noticeId, live: true })
  if (live) return withItem(db, live)
  const [newest] = await editionsOf(db, noticeId)
  return newest ? withItem(db, await shown(db, { noticeId, edition: newest.edition })) : null
}

/** Returns all published editions of a notice, newest first. */
export function editionsOf(db: Db, noticeId: string): Promise<EditionRow[]> {
  return db
    .of(Publications)
    .find({ noticeId }, { edition: 1, publishedAt: 1, reason: 1, withdrawn: 1 })
    .sort({ edition: -1 })
    .lean<EditionRow[]>()
    .exec()
}

/** Returns what was published of the same item for the period just before; null when there is none. */
export async function lastPublished(
  db: Db,
  { orgCode, itemKey, period, regards }: Pick<PublicationRow, 'orgCode' | 'itemKey' | 'period' | 'regards'>,
): Promise<Shown | null> {
  const before = previousPeriod(period)
  if (!before) return null
  const rows = await db
    .of(Publications)
    .find({ orgCode, live: true, itemKey, period: before }, WITHOUT_GRAMS)
    .lean<Shown[]>()
    .exec()
  return rows.find(row => row.regards === regards && !row.withdrawn) ?? null
}

interface SideOptions {
  org: OrgRow
  itemKey: string
  period: string
  /** The village compared: a street's disclosure names it or is about all its villages. */
  village: string | null
}

/** Finds one side of 对照: the organisation's live disclosure of the item and period. */
export async function findDisclosure(db: Db, options: SideOptions): Promise<PresentedNotice | null> {
  const { org, itemKey, period, village } = options
  const rows = await db
    .of(Publications)
    .find({ orgCode: org._id, live: true, itemKey, period }, WITHOUT_GRAMS)
    .sort({ publishedAt: -1, _id: -1 })
    .lean<PublishedNotice['publication'][]>()
    .exec()
  if (!isStreet(org)) return withItem(db, rows[0] ?? null)
  const own = village ? rows.find(row => row.regards === village) : undefined
  return withItem(db, own ?? rows.find(row => row.regards === null) ?? null)
}

import { isStreet } from '@shared/common/orgKinds'
import { previousPeriod } from '@shared/common/period'
import type { CatalogueItemRow, Models, NoticeRow, PublicationRow } from '@server/platform/store/collections'
import type { OrgRow } from '@server/platform/store/collections'

/** A published notice with what its page needs. `publication` never carries its grams. */
export interface PublishedNotice {
  publication: Omit<PublicationRow, 'grams'>
  item: CatalogueItemRow
}

export type EditionRow = Pick<PublicationRow, 'edition' | 'publishedAt' | 'reason' | 'withdrawn'>

const WITHOUT_GRAMS = { grams: 0 } as const

const withItem = async (
  models: Models,
  publication: PublishedNotice['publication'] | null,
): Promise<PublishedNotice | null> => {
  if (!publication) return null
  const item = await models.catalogueItems.findById(publication.itemId).lean<CatalogueItemRow>().exec()
  return item && { publication, item }
}

type Shown = PublishedNotice['publication']

const shown = (models: Models, filter: { noticeId: string } & Partial<Shown>) =>
  models.publications.findOne(filter, WITHOUT_GRAMS).lean<Shown>().exec()

/**
 * The edition of a notice that the public sees, or the one that is asked for; where all were withdrawn, the newest with
 * its tombstone. Null while nothing was ever published.
 */
export async function findPublished(
  models: Models,
  noticeId: string,
  edition?: number,
): Promise<PublishedNotice | null> {
  if (edition !== undefined) return withItem(models, await shown(models, { noticeId, edition }))
  const live = await shown(models, { noticeId, live: true })
  if (live) return withItem(models, live)
  const [newest] = await editionsOf(models, noticeId)
  return newest ? withItem(models, await shown(models, { noticeId, edition: newest.edition })) : null
}

/** The town's order that stands against a notice now; null when there is none. */
export async function orderOn(models: Models, noticeId: string): Promise<NoticeRow['order']> {
  const row = await models.notices.findById(noticeId, { order: 1 }).lean<Pick<NoticeRow, 'order'>>().exec()
  return row?.order ?? null
}

/** Whose notice it is; null when there is none. */
export async function orgOfNotice(models: Models, noticeId: string): Promise<string | null> {
  const row = await models.notices
    .findById(noticeId, { orgCode: 1 })
    .lean<Pick<NoticeRow, 'orgCode'>>()
    .exec()
  return row?.orgCode ?? null
}

/** All published editions of a notice, newest first. */
export function editionsOf(models: Models, noticeId: string): Promise<EditionRow[]> {
  return models.publications
    .find({ noticeId }, { edition: 1, publishedAt: 1, reason: 1, withdrawn: 1 })
    .sort({ edition: -1 })
    .lean<EditionRow[]>()
    .exec()
}

/** What was published of the same matter for the period just before; null where nothing is. */
export async function lastPublished(
  models: Models,
  { orgCode, itemKey, period, regards }: Pick<PublicationRow, 'orgCode' | 'itemKey' | 'period' | 'regards'>,
): Promise<Shown | null> {
  const before = previousPeriod(period)
  if (!before) return null
  const rows = await models.publications
    .find({ orgCode, live: true, itemKey, period: before }, WITHOUT_GRAMS)
    .lean<Shown[]>()
    .exec()
  return rows.find(row => row.regards === regards && !row.withdrawn) ?? null
}

interface SideOptions {
  org: OrgRow
  itemKey: string
  period: string
  /** The village that is looked at: a street speaks of it by name, or of all its villages. */
  village: string | null
}

/** One side of 对照: the organisation's live disclosure of the item and period. */
export async function findDisclosure(models: Models, options: SideOptions): Promise<PublishedNotice | null> {
  const { org, itemKey, period, village } = options
  const rows = await models.publications
    .find({ orgCode: org._id, live: true, itemKey, period }, WITHOUT_GRAMS)
    .sort({ publishedAt: -1, _id: -1 })
    .lean<PublishedNotice['publication'][]>()
    .exec()
  if (!isStreet(org)) return withItem(models, rows[0] ?? null)
  const own = village ? rows.find(row => row.regards === village) : undefined
  return withItem(models, own ?? rows.find(row => row.regards === null) ?? null)
}

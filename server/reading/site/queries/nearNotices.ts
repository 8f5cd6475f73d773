import { trusted } from 'mongoose'
import type { Db } from '@server/platform/store/db'
import type { OrgRow } from '@server/people/orgs'
import { newestOf, type PublicationSummary } from '@server/disclosure/publications'
import { CatalogueItems, type CatalogueItemRow } from '@server/catalogues/catalogue'
import { nearItems } from '@server/domain/search/nearItems'

/** Newest notices whose items are compared, over all organisations; bounds the work of one request. */
const COMPARED = 400
const LEAST_EACH = 4
const MOST_PLACES = COMPARED / LEAST_EACH
const NEAREST = 5

/** A notice whose item means nearly what was asked 意思相近, with the reason. */
export interface NearRow {
  row: PublicationSummary
  why: string
  isSure: boolean
}

type ItemRow = Pick<CatalogueItemRow, '_id' | 'area' | 'path' | 'elements'>

async function comparedIn(db: Db, places: readonly OrgRow[]): Promise<PublicationSummary[]> {
  const each = Math.max(LEAST_EACH, Math.floor(COMPARED / places.length))
  const rows = await Promise.all(
    places.slice(0, MOST_PLACES).map(({ _id }) => newestOf(db, { orgCode: _id, live: true }, each)),
  )
  return rows.flat()
}

/**
 * Returns the newest notice of each item that means nearly what was asked, the nearest first; `keep` narrows the
 * notices. A short code or a number has no meaning.
 */
export async function nearNotices(
  db: Db,
  q: string,
  places: readonly OrgRow[],
  keep: (row: PublicationSummary) => boolean,
): Promise<NearRow[]> {
  if (places.length === 0 || !/\p{L}{2}/u.test(q)) return []
  const newest = new Map<string, PublicationSummary>()
  for (const row of (await comparedIn(db, places)).filter(keep)) {
    const known = newest.get(row.itemId)
    if (!known || row.publishedAt > known.publishedAt) newest.set(row.itemId, row)
  }
  const items = await db
    .of(CatalogueItems)
    .find({ _id: trusted({ $in: [...newest.keys()] }) }, { area: 1, path: 1, elements: 1 })
    .lean<ItemRow[]>()
    .exec()
  const compared = items.map(({ _id, area, path, elements }) => ({ id: _id, area, path, elements }))
  return nearItems(q, compared, NEAREST).flatMap(({ id, why, isSure }) => {
    const row = newest.get(id)
    return row ? [{ row, why, isSure }] : []
  })
}

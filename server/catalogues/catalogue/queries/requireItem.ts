import { notFound } from '@server/platform/errors'
import type { Db } from '@server/platform/store/db'
import { CatalogueItems, type CatalogueItemRow } from '../models/catalogueItems'
import type { OrgRow } from '@server/people/orgs'

/** Loads an item of the organisation's own catalogue or of one above it. @throws AppError 404 `item-not-found` */
export async function requireItem(db: Db, id: string, org: OrgRow, field: string): Promise<CatalogueItemRow> {
  const item = await db.of(CatalogueItems).findById(id).lean<CatalogueItemRow>().exec()
  if (!item || !org.path.includes(item.orgCode)) throw notFound('item-not-found', field)
  return item
}

import { findCategory } from '@server/domain/category'
import { REQUIREMENT_TEXTS } from '@shared/texts/requirements'
import type { Category } from '@shared/contract/catalogues/category'
import { notFound, requirementsUnmet } from '@server/platform/errors'
import type { Db } from '@server/platform/store/db'
import { CatalogueItems, type CatalogueItemRow } from '../models/catalogueItems'
import type { OrgRow } from '@server/people/orgs'

/** Loads an item of the organisation's own catalogue or of one above it. @throws AppError 404 `item-not-found` */
export async function requireItem(db: Db, id: string, org: OrgRow, field: string): Promise<CatalogueItemRow> {
  const item = await db.of(CatalogueItems).findById(id).lean<CatalogueItemRow>().exec()
  if (!item || !org.path.includes(item.orgCode)) throw notFound('item-not-found', field)
  return item
}

/**
 * Returns the category, which determines the form of a notice.
 * @throws AppError 422 `requirements-unmet` for an item without one
 */
export function requireCategory(item: CatalogueItemRow): Category {
  const category = item.category ? findCategory(item.category) : null
  if (category) return category
  const message = REQUIREMENT_TEXTS['item-without-category']()
  throw requirementsUnmet([{ code: 'item-without-category', field: 'id', message }])
}

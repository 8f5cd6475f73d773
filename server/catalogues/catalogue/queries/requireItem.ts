import { findCategory } from '@server/domain/category'
import { REQUIREMENT_TEXTS } from '@shared/texts/requirements'
import type { Category } from '@shared/contract/catalogues/category'
import { notFound, requirementsUnmet } from '@server/platform/errors'
import type { CatalogueItemRow, Models, NoticeRow, OrgRow } from '@server/platform/store/collections'
import { type NoticeContext, loadNotice } from '@server/disclosure/notices/queries/noticeContext'

/** @throws AppError 404 `org-not-found` */
export async function requireOrg(models: Models, code: string, field: string): Promise<OrgRow> {
  const org = await models.orgs.findById(code).lean<OrgRow>().exec()
  if (!org) throw notFound('org-not-found', field)
  return org
}

/** An item of the organisation's own catalogue or of one above it. @throws AppError 404 `item-not-found` */
export async function requireItem(
  models: Models,
  id: string,
  org: OrgRow,
  field: string,
): Promise<CatalogueItemRow> {
  const item = await models.catalogueItems.findById(id).lean<CatalogueItemRow>().exec()
  if (!item || !org.path.includes(item.orgCode)) throw notFound('item-not-found', field)
  return item
}

/** What can be disclosed of an item; one without a category has no form. @throws AppError 422 `requirements-unmet` */
export function requireCategory(item: CatalogueItemRow): Category {
  const category = item.category ? findCategory(item.category) : null
  if (category) return category
  const message = REQUIREMENT_TEXTS['item-without-category']()
  throw requirementsUnmet([{ code: 'item-without-category', field: 'id', message }])
}

/** The notice alone. @throws AppError 404 `notice-not-found` */
export async function requireNotice(models: Models, id: string, field: string): Promise<NoticeRow> {
  const notice = await models.notices.findById(id).lean<NoticeRow>().exec()
  if (!notice) throw notFound('notice-not-found', field)
  return notice
}

/** @throws AppError 404 `notice-not-found` */
export async function requireNoticeContext(models: Models, id: string): Promise<NoticeContext> {
  const work = await loadNotice(models, id)
  if (!work) throw notFound('notice-not-found')
  return work
}

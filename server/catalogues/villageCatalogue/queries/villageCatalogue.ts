import { isVillage } from '@shared/common/orgKinds'
import { notFound, unprocessable } from '@server/platform/errors'
import type {
  CatalogueItemRow,
  CatalogueRow,
  ItemLinkRow,
  ListRemarkRow,
  Models,
  OrgRow,
  VillageListRow,
} from '@server/platform/store/collections'
import { requireOrgTarget, streetOf } from '@server/people/orgs/queries/orgs'

/** A village with the street whose catalogue its list is made from. */
export interface VillagePlace {
  org: OrgRow
  street: OrgRow
}

/** @throws AppError 404 `org-not-found`, 422 `not-a-village` */
export async function requireVillage(models: Models, code: string, field: string): Promise<VillagePlace> {
  const place = await requireOrgTarget(models, code, field)
  const street = streetOf(place)
  if (!isVillage(place.org) || !street) throw unprocessable('not-a-village')
  return { org: place.org, street }
}

/** Every item of an organisation's own catalogue in force, areas in order. */
export async function itemsInForceOf(models: Models, orgCode: string): Promise<CatalogueItemRow[]> {
  const versions = await models.catalogues
    .find({ orgCode, active: true })
    .sort({ area: 1, _id: 1 })
    .lean<CatalogueRow[]>()
    .exec()
  const items = await Promise.all(
    versions.map(({ _id }) =>
      models.catalogueItems.find({ catalogueId: _id }).sort({ order: 1 }).lean<CatalogueItemRow[]>().exec(),
    ),
  )
  return items.flat()
}

/** The list as it stands, also where the village has not begun one. */
export async function listOf(models: Models, code: string): Promise<VillageListRow> {
  const row = await models.villageLists.findById(code).lean<VillageListRow>().exec()
  if (row) return row
  const none = { lines: [], removed: [], writers: [], writerNames: [] }
  return { _id: code, version: 0, inForce: 0, ...none, updatedAt: new Date(0) }
}

/** Links of one village with one issuer's catalogue. */
export const linksOf = (models: Models, villageCode: string, issuerCode: string): Promise<ItemLinkRow[]> =>
  models.itemLinks
    .find({ villageCode, issuerCode })
    .sort({ villageKey: 1, itemKey: 1 })
    .lean<ItemLinkRow[]>()
    .exec()

const REMARKS = 20

export const remarksOn = (models: Models, orgCode: string): Promise<ListRemarkRow[]> =>
  models.listRemarks.find({ orgCode }).sort({ at: -1, _id: -1 }).limit(REMARKS).lean<ListRemarkRow[]>().exec()

/** Everything that a village's list page is made from. */
export interface VillageCatalogueData extends VillagePlace {
  list: VillageListRow
  streetItems: CatalogueItemRow[]
  ownItems: CatalogueItemRow[]
  links: ItemLinkRow[]
  remarks: ListRemarkRow[]
}

export async function loadVillageCatalogue(
  models: Models,
  place: VillagePlace,
): Promise<VillageCatalogueData> {
  const { org, street } = place
  const [list, streetItems, ownItems, links, remarks] = await Promise.all([
    listOf(models, org._id),
    itemsInForceOf(models, street._id),
    itemsInForceOf(models, org._id),
    linksOf(models, org._id, street._id),
    remarksOn(models, org._id),
  ])
  return { ...place, list, streetItems, ownItems, links, remarks }
}

/** @throws AppError 404 `line-not-found` */
export function requireVillageItem(list: VillageListRow, key: string): VillageListRow['lines'][number] {
  const line = list.lines.find(one => one.key === key)
  if (!line) throw notFound('line-not-found', 'key')
  return line
}

import { isVillage } from '@shared/common/orgKinds'
import { notFound, unprocessable } from '@server/platform/errors'
import type { Db } from '@server/platform/store/db'
import { VillageCatalogues, type VillageCatalogueRow } from '../models/villageCatalogues'
import { ItemLinks, type ItemLinkRow } from '../models/itemLinks'
import { VillageCatalogueRemarks, type VillageCatalogueRemarkRow } from '../models/villageCatalogueRemarks'
import { requireOrgTarget, streetOf, type OrgRow } from '@server/people/orgs'
import {
  Catalogues,
  type CatalogueRow,
  CatalogueItems,
  type CatalogueItemRow,
} from '@server/catalogues/catalogue'

/** Village with the street whose catalogue it adopts items from. */
export interface VillagePlace {
  org: OrgRow
  street: OrgRow
}

/** @throws AppError 404 `org-not-found`, 422 `not-a-village` */
export async function requireVillage(db: Db, code: string, field: string): Promise<VillagePlace> {
  const place = await requireOrgTarget(db, code, field)
  const street = streetOf(place)
  if (!isVillage(place.org) || !street) throw unprocessable('not-a-village')
  return { org: place.org, street }
}

/** Lists every item of an organisation's own catalogue in force, areas in order. */
export async function itemsInForceOf(db: Db, orgCode: string): Promise<CatalogueItemRow[]> {
  const versions = await db
    .of(Catalogues)
    .find({ orgCode, active: true })
    .sort({ area: 1, _id: 1 })
    .lean<CatalogueRow[]>()
    .exec()
  const items = await Promise.all(
    versions.map(({ _id }) =>
      db.of(CatalogueItems).find({ catalogueId: _id }).sort({ order: 1 }).lean<CatalogueItemRow[]>().exec(),
    ),
  )
  return items.flat()
}

/** Loads the draft village catalogue; an empty one where the village has not begun. */
export async function listOf(db: Db, code: string): Promise<VillageCatalogueRow> {
  const row = await db.of(VillageCatalogues).findById(code).lean<VillageCatalogueRow>().exec()
  if (row) return row
  const none = { items: [], removed: [], writers: [], writerNames: [] }
  return { _id: code, version: 0, inForce: 0, ...none, updatedAt: new Date(0) }
}

/** Lists the links of one village with one issuer's catalogue. */
export const linksOf = (db: Db, villageCode: string, issuerCode: string): Promise<ItemLinkRow[]> =>
  db
    .of(ItemLinks)
    .find({ villageCode, issuerCode })
    .sort({ villageKey: 1, itemKey: 1 })
    .lean<ItemLinkRow[]>()
    .exec()

const REMARKS = 20

const remarksOn = (db: Db, orgCode: string): Promise<VillageCatalogueRemarkRow[]> =>
  db
    .of(VillageCatalogueRemarks)
    .find({ orgCode })
    .sort({ at: -1, _id: -1 })
    .limit(REMARKS)
    .lean<VillageCatalogueRemarkRow[]>()
    .exec()

/** Data of the page of a village catalogue. */
export interface VillageCatalogueData extends VillagePlace {
  list: VillageCatalogueRow
  streetItems: CatalogueItemRow[]
  ownItems: CatalogueItemRow[]
  links: ItemLinkRow[]
  remarks: VillageCatalogueRemarkRow[]
}

export async function loadVillageCatalogue(db: Db, place: VillagePlace): Promise<VillageCatalogueData> {
  const { org, street } = place
  const [list, streetItems, ownItems, links, remarks] = await Promise.all([
    listOf(db, org._id),
    itemsInForceOf(db, street._id),
    itemsInForceOf(db, org._id),
    linksOf(db, org._id, street._id),
    remarksOn(db, org._id),
  ])
  return { ...place, list, streetItems, ownItems, links, remarks }
}

/** @throws AppError 404 `line-not-found` */
export function requireVillageItem(
  list: VillageCatalogueRow,
  key: string,
): VillageCatalogueRow['items'][number] {
  const line = list.items.find(one => one.key === key)
  if (!line) throw notFound('line-not-found', 'key')
  return line
}

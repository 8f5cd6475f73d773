import type { CatalogueItem } from '@shared/contract/catalogues/catalogue'
import { columnsOf } from '@server/domain/catalogue/columns'
import type { ItemRef } from '@shared/contract/reading/site'
import type { CatalogueItemRow } from '../models/catalogueItems'

/** Presents to the public a catalogue item with every standard column. */
export const presentCatalogueItem = (item: CatalogueItemRow): CatalogueItem => ({
  id: item._id,
  key: item.key,
  catalogueId: item.catalogueId,
  orgCode: item.orgCode,
  area: item.area,
  category: item.category,
  order: item.order,
  ...columnsOf(item),
  uncertain: item.uncertain,
  origin: item.origin ?? null,
})

/** Presents to the public the item of a notice, with the issuer of its catalogue. */
export const presentItemRef = (item: CatalogueItemRow, issuerName: string): ItemRef => ({
  id: item._id,
  key: item.key,
  orgCode: item.orgCode,
  orgName: issuerName,
  area: item.area,
  path: item.path,
})

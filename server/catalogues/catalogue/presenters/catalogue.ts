import { reachesVillage } from '@server/domain/villageCatalogue/lines'
import type { Catalogue } from '@shared/contract/catalogues/catalogue'
import type { CataloguePage } from '@shared/contract/reading/site'
import type { CatalogueInForce } from '../queries/catalogue'
import type { CatalogueRow } from '../models/catalogues'
import { presentOrgRef } from '@server/people/orgs'

/** Presents to the public the catalogue in force by area; `counts` by item key. */
export function presentCatalogue(
  { issuer, areas }: CatalogueInForce,
  counts: ReadonlyMap<string, number>,
): CataloguePage {
  return {
    issuer: presentOrgRef(issuer),
    areas: areas.map(({ catalogue, items }) => ({
      area: catalogue.area,
      catalogueId: catalogue._id,
      title: catalogue.title,
      version: catalogue.version,
      effectiveFrom: catalogue.effectiveFrom,
      sourceIssuer: catalogue.source.issuer,
      items: items.map(item => ({
        id: item._id,
        key: item.key,
        displayNo: item.displayNo,
        path: item.path,
        category: item.category,
        forVillages: reachesVillage(item),
        villageCount: counts.get(item.key) ?? 0,
      })),
    })),
  }
}

/** Presents a stored version of a catalogue to staff. */
export const presentCatalogueVersion = (row: CatalogueRow): Catalogue => ({
  id: row._id,
  orgCode: row.orgCode,
  area: row.area,
  title: row.title,
  version: row.version,
  active: row.active,
  effectiveFrom: row.effectiveFrom,
  effectiveTo: row.effectiveTo,
  source: row.source,
  itemCount: row.itemCount,
  createdAt: row.createdAt.toISOString(),
})

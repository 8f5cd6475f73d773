import type { OrgRow, CatalogueRow, CatalogueItemRow, Models } from '@server/platform/store/collections'
import type { OrgWithAncestors } from '@server/people/orgs/queries/orgs'

/** Catalogue in force 现行目录: versions of every area with their items. */
export interface CatalogueInForce {
  issuer: OrgRow
  areas: { catalogue: CatalogueRow; items: CatalogueItemRow[] }[]
}

/** The organisation's catalogue, or the one of its nearest ancestor that has one; null when nobody has. */
export async function catalogueFor(
  models: Models,
  place: OrgWithAncestors,
): Promise<CatalogueInForce | null> {
  for (const issuer of [place.org, ...[...place.ancestors].reverse()]) {
    const catalogues = await models.catalogues
      .find({ orgCode: issuer._id, active: true })
      .sort({ area: 1, _id: 1 })
      .lean<CatalogueRow[]>()
      .exec()
    if (catalogues.length === 0) continue
    const areas = await Promise.all(
      catalogues.map(async catalogue => ({ catalogue, items: await itemsOf(models, catalogue._id) })),
    )
    return { issuer, areas }
  }
  return null
}

const itemsOf = (models: Models, catalogueId: string): Promise<CatalogueItemRow[]> =>
  models.catalogueItems.find({ catalogueId }).sort({ order: 1 }).lean<CatalogueItemRow[]>().exec()

/** All versions of an organisation's catalogues: areas in order, newest version first. */
export async function catalogueVersions(models: Models, orgCode: string): Promise<CatalogueRow[]> {
  const rows = await models.catalogues
    .find({ orgCode })
    .sort({ area: 1, version: -1 })
    .lean<CatalogueRow[]>()
    .exec()
  return rows
}

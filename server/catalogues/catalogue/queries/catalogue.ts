import type { Db } from '@server/platform/store/db'
import { Catalogues, type CatalogueRow } from '../models/catalogues'
import { CatalogueItems, type CatalogueItemRow } from '../models/catalogueItems'
import type { OrgWithAncestors, OrgRow } from '@server/people/orgs'

/** Catalogue in force 现行目录: the versions of all areas with their items. */
export interface CatalogueInForce {
  issuer: OrgRow
  areas: { catalogue: CatalogueRow; items: CatalogueItemRow[] }[]
}

/** Loads the organisation's catalogue, else that of its nearest ancestor with one; null = none. */
export async function catalogueFor(db: Db, place: OrgWithAncestors): Promise<CatalogueInForce | null> {
  for (const issuer of [place.org, ...[...place.ancestors].reverse()]) {
    const catalogues = await db
      .of(Catalogues)
      .find({ orgCode: issuer._id, active: true })
      .sort({ area: 1, _id: 1 })
      .lean<CatalogueRow[]>()
      .exec()
    if (catalogues.length === 0) continue
    const areas = await Promise.all(
      catalogues.map(async catalogue => ({ catalogue, items: await itemsOf(db, catalogue._id) })),
    )
    return { issuer, areas }
  }
  return null
}

const itemsOf = (db: Db, catalogueId: string): Promise<CatalogueItemRow[]> =>
  db.of(CatalogueItems).find({ catalogueId }).sort({ order: 1 }).lean<CatalogueItemRow[]>().exec()

/** Lists all versions of an organisation's catalogues: areas in order, newest version first. */
export async function catalogueVersions(db: Db, orgCode: string): Promise<CatalogueRow[]> {
  const rows = await db
    .of(Catalogues)
    .find({ orgCode })
    .sort({ area: 1, version: -1 })
    .lean<CatalogueRow[]>()
    .exec()
  return rows
}

import type { CatalogueItemRow, CatalogueRow, Models, OrgRow } from '../models'
import type { OrgWithAncestors } from './orgs'
import { villagesUnder } from './orgs'
import { newestOf, rowsKept } from './publications'
import type { PublicationSummary } from './publications'

/** Catalogue in force 现行目录: versions of every area with their items. */
export interface CatalogueInForce {
  issuer: OrgRow
  areas: { catalogue: CatalogueRow; items: CatalogueItemRow[] }[]
}

/** Newest disclosures that an item page shows of the issuer's own. */
const GOVERNMENT_ROWS = 10

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

/** How many villages under the issuer have published something of each item, by item key. */
export async function villageCounts(models: Models, issuerCode: string): Promise<Map<string, number>> {
  const villages = await villagesUnder(models, issuerCode)
  const keys = await Promise.all(
    villages.map(village =>
      models.publications.distinct('itemKey', { orgCode: village._id, live: true }).exec(),
    ),
  )
  const counts = new Map<string, number>()
  for (const key of keys.flat()) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

/** All versions of an organisation's catalogues: areas in order, newest version first. */
export async function catalogueVersions(models: Models, orgCode: string): Promise<CatalogueRow[]> {
  const rows = await models.catalogues
    .find({ orgCode })
    .sort({ area: 1, version: -1 })
    .lean<CatalogueRow[]>()
    .exec()
  return rows
}

export interface ItemDisclosures {
  item: CatalogueItemRow
  issuer: OrgRow
  government: PublicationSummary[]
  villages: { org: OrgRow; newest: PublicationSummary | null }[]
}

/**
 * A catalogue item with who has disclosed it. `orgCode` puts that village first and leaves out what the issuer said of
 * other villages.
 */
export async function findItem(
  models: Models,
  id: string,
  orgCode: string | null,
): Promise<ItemDisclosures | null> {
  const item = await models.catalogueItems.findById(id).lean<CatalogueItemRow>().exec()
  const issuer = item && (await models.orgs.findById(item.orgCode).lean<OrgRow>().exec())
  if (!issuer) return null
  const scope = { live: true, itemKey: item.key } as const
  const villages = await villagesUnder(models, issuer._id)
  const ordered = [...villages].sort((a, b) => Number(b._id === orgCode) - Number(a._id === orgCode))
  const isAbout = (row: PublicationSummary) => !orgCode || row.regards === null || row.regards === orgCode
  const [government, newest] = await Promise.all([
    rowsKept(models, { ...scope, orgCode: issuer._id }, null, GOVERNMENT_ROWS, isAbout),
    Promise.all(ordered.map(village => newestOf(models, { ...scope, orgCode: village._id }, 1))),
  ])
  return {
    item,
    issuer,
    government,
    villages: ordered.map((org, index) => ({ org, newest: newest[index]?.[0] ?? null })),
  }
}

import { isStreet, isVillage } from '@shared/common/orgKinds'
import { hasGuide, isGuideTo, type GuideSource, type GuideSubject } from '@shared/presentation/serviceGuide'
import { serviceOf } from '@server/domain/power/service'
import { type ListedService, requirePowerPlace } from '@server/power/lists'
import { villageKeysOf } from '@server/catalogues/villageCatalogue'
import type { OrgRow } from '@server/people/orgs'
import type { Db } from '@server/platform/store/db'
import { Publications, type PublicationRow } from '@server/disclosure/publications'
import { CatalogueItems, Catalogues, type CatalogueItemRow } from '@server/catalogues/catalogue'

const FIELDS = { noticeId: 1, title: 1, content: 1, regards: 1 } as const
type SourceRow = Pick<PublicationRow, keyof typeof FIELDS>

/** Most sister items that are read; `NOTICES` limits the notices of each. */
const SISTERS = 4
const NOTICES = 20

async function newestOf(db: Db, orgCode: string, itemKey: string): Promise<GuideSource[]> {
  const rows = await db
    .of(Publications)
    .find({ itemKey, live: true, orgCode }, FIELDS)
    .sort({ publishedAt: -1, _id: -1 })
    .limit(NOTICES)
    .lean<SourceRow[]>()
    .exec()
  const own = rows.find(({ regards }) => regards === null)
  return own ? [{ noticeId: own.noticeId, title: own.title, blocks: own.content.blocks }] : []
}

interface Scope {
  item: CatalogueItemRow
  /** Code of the organisation whose disclosures are shown as the government's. */
  streetCode: string
  /** The selected village, and the keys under which it discloses the item. */
  village: { code: string; keys: readonly string[] } | null
}

/**
 * Returns the disclosures that may contain the guide to an item: the street's own of the item, those of its sister
 * items that are guides, then the village's. Empty for an item without applications.
 */
export async function guideSources(db: Db, { item, streetCode, village }: Scope): Promise<GuideSource[]> {
  if (!hasGuide(item)) return []
  const items = await db
    .of(CatalogueItems)
    .find({ catalogueId: item.catalogueId })
    .sort({ order: 1 })
    .lean<CatalogueItemRow[]>()
    .exec()
  const sisters = items.filter(sister => sister.key !== item.key && isGuideTo(sister, item)).slice(0, SISTERS)
  const keys = [item, ...sisters].map(({ key }) => [streetCode, key] as const)
  const own = village?.keys.map(key => [village.code, key] as const) ?? []
  const found = await Promise.all([...keys, ...own].map(([orgCode, key]) => newestOf(db, orgCode, key)))
  return found.flat()
}

/** Returns the items of a street's catalogues in force, in their order. */
async function itemsInForce(db: Db, orgCode: string): Promise<CatalogueItemRow[]> {
  const versions = await db
    .of(Catalogues)
    .find({ orgCode, active: true }, { _id: 1 })
    .sort({ area: 1, _id: 1 })
    .lean<{ _id: string }[]>()
    .exec()
  const items = await Promise.all(
    versions.map(({ _id }) =>
      db.of(CatalogueItems).find({ catalogueId: _id }).sort({ order: 1 }).lean<CatalogueItemRow[]>().exec(),
    ),
  )
  return items.flat()
}

/** What a guide is made of. */
export interface GuideData {
  subject: GuideSubject
  sources: GuideSource[]
  /** The selected village. */
  place: OrgRow | null
  /** The street. */
  above: OrgRow
}

/**
 * Returns the data of a service's guide: of the disclosures of every item that it is about, the street's first. It does
 * not depend on the item from which a reader comes.
 */
export async function serviceGuideData(
  db: Db,
  { place: { org, above, list }, service }: ListedService,
): Promise<GuideData> {
  const street = above ?? org
  const items = (await itemsInForce(db, street._id)).filter(
    item => serviceOf(list.items, item)?.code === service.code,
  )
  const linked = await Promise.all(items.map(({ key }) => villageKeysOf(db, { issuerCode: street._id, key })))
  const ours = above ? items.flatMap(({ key }, at) => [key, ...(linked[at]?.get(org._id) ?? [])]) : []
  const found = await Promise.all([
    ...items.map(({ key }) => newestOf(db, street._id, key)),
    ...ours.map(key => newestOf(db, org._id, key)),
  ])
  const sources = [...new Map(found.flat().map(source => [source.noticeId, source])).values()]
  return {
    subject: { basis: service.basis, service, orgCode: org._id },
    sources,
    place: above ? org : null,
    above: street,
  }
}

/** Returns the service that an item is about in the list of a village or street; null where there is none. */
export async function serviceAt(db: Db, item: CatalogueItemRow, org: OrgRow): Promise<ListedService | null> {
  if (!isVillage(org) && !isStreet(org)) return null
  const place = await requirePowerPlace(db, org._id)
  const service = serviceOf(place.list.items, item)
  return service && { place, service }
}

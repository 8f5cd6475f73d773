import { isVillage } from '@shared/common/orgKinds'
import { hasGuide } from '@shared/presentation/serviceGuide'
import type { Db } from '@server/platform/store/db'
import { type GuideData, guideSources, serviceAt, serviceGuideData } from './serviceGuide'
import { matterKeys, sameKeys, villageKeysOf } from '@server/catalogues/villageCatalogue'
import { findOrg, streetOf, villagesUnder, Orgs, type OrgRow } from '@server/people/orgs'
import { newestOf, rowsKept, type PublicationSummary, Publications } from '@server/disclosure/publications'
import { CatalogueItems, type CatalogueItemRow } from '@server/catalogues/catalogue'

/** Number of the issuer's own newest disclosures that an item page shows. */
const GOVERNMENT_ROWS = 10

/** Returns how many villages under the issuer have published each item, by item key. */
export async function villageCounts(db: Db, issuerCode: string): Promise<Map<string, number>> {
  const villages = await villagesUnder(db, issuerCode)
  const keys = await Promise.all(
    villages.map(village =>
      db.of(Publications).distinct('itemKey', { orgCode: village._id, live: true }).exec(),
    ),
  )
  const counts = new Map<string, number>()
  for (const key of keys.flat()) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

export interface ItemDisclosures {
  item: CatalogueItemRow
  issuer: OrgRow
  /** The organisation of the disclosures in `government`. */
  above: OrgRow
  government: PublicationSummary[]
  villages: { org: OrgRow; newest: PublicationSummary | null }[]
  /** The guide for applicants; null: nobody applies for it. */
  guide: GuideData | null
  /** The selected village. */
  place: OrgRow | null
}

interface Sides {
  /** The organisation shown as the government, and the villages below it. */
  government: OrgRow
  villages: OrgRow[]
}

/**
 * Returns the sides of an item: for a street's item all its villages, for a village's own item only its street and the
 * village.
 */
async function sidesOf(db: Db, issuer: OrgRow): Promise<Sides> {
  if (!isVillage(issuer)) return { government: issuer, villages: await villagesUnder(db, issuer._id) }
  const place = await findOrg(db, issuer._id)
  return { government: (place && streetOf(place)) ?? issuer, villages: [issuer] }
}

const newestFirst = (a: PublicationSummary, b: PublicationSummary): number =>
  b.publishedAt.getTime() - a.publishedAt.getTime()

/** Returns the newest disclosure of a matter under any of its keys; null when there is none. */
async function newestUnder(db: Db, orgCode: string, keys: readonly string[]) {
  const found = await Promise.all(keys.map(itemKey => newestOf(db, { live: true, itemKey, orgCode }, 1)))
  return found.flat().sort(newestFirst)[0] ?? null
}

interface GuidePlace {
  item: CatalogueItemRow
  above: OrgRow
  place: OrgRow | null
  village: Parameters<typeof guideSources>[1]['village']
}

/** Returns the data of the one guide: of the service that the item is about, else of the item. */
async function guideData(db: Db, { item, above, place, village }: GuidePlace): Promise<GuideData | null> {
  const service = await serviceAt(db, item, place ?? above)
  if (service) return serviceGuideData(db, service)
  if (!hasGuide(item)) return null
  const sources = await guideSources(db, { item, streetCode: above._id, village })
  return { subject: { basis: item.basis }, sources, place, above }
}

/**
 * Returns a catalogue item with its disclosures, under its own key or under keys confirmed as the same item. `orgCode`
 * puts that village first and leaves out the issuer's disclosures about other villages.
 */
export async function findItem(db: Db, id: string, orgCode: string | null): Promise<ItemDisclosures | null> {
  const item = await db.of(CatalogueItems).findById(id).lean<CatalogueItemRow>().exec()
  const issuer = item && (await db.of(Orgs).findById(item.orgCode).lean<OrgRow>().exec())
  if (!issuer) return null
  const { government: above, villages } = await sidesOf(db, issuer)
  const ordered = [...villages].sort((a, b) => Number(b._id === orgCode) - Number(a._id === orgCode))
  const isAbout = (row: PublicationSummary) => !orgCode || row.regards === null || row.regards === orgCode
  const matter = { issuerCode: above._id, key: item.key } as const
  const own = isVillage(issuer)
    ? await sameKeys(db, { ...matter, villageCode: issuer._id, from: 'village' })
    : [item.key]
  const linked = isVillage(issuer)
    ? new Map([[issuer._id, (await matterKeys(db, issuer._id))(item.key).filter(key => key !== item.key)]])
    : await villageKeysOf(db, matter)
  const place = ordered.find(({ _id }) => _id === orgCode) ?? null
  const village = place && { code: place._id, keys: [item.key, ...(linked.get(place._id) ?? [])] }
  const [government, newest, guide] = await Promise.all([
    Promise.all(
      own.map(itemKey =>
        rowsKept(db, { live: true, itemKey, orgCode: above._id }, null, GOVERNMENT_ROWS, isAbout),
      ),
    ),
    Promise.all(ordered.map(({ _id }) => newestUnder(db, _id, [item.key, ...(linked.get(_id) ?? [])]))),
    guideData(db, { item, above, place: place ?? (isVillage(issuer) ? issuer : null), village }),
  ])
  return {
    item,
    issuer,
    above,
    government: government.flat().sort(newestFirst).slice(0, GOVERNMENT_ROWS),
    villages: ordered.map((org, index) => ({ org, newest: newest[index] ?? null })),
    guide,
    place,
  }
}

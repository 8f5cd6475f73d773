import { isStreet, isVillage } from '@shared/common/orgKinds'
import type { Db } from '@server/platform/store/db'
import { sameKeys, villageKeysOf } from '@server/catalogues/villageCatalogue'
import {
  type PublishedNotice,
  findDisclosure,
  Publications,
  type PublicationRow,
} from '@server/disclosure/publications'
import { findOrg, streetOf, villagesUnder, type OrgRow } from '@server/people/orgs'

/** A village's disclosure of one item 事项 and period, paired with the street's disclosure of the same. */
export interface DisclosurePair {
  village: OrgRow
  street: OrgRow
  /** Key under which the village discloses the item; discrepancies are stored under it. */
  itemKey: string
  period: string
  ours: PublishedNotice | null
  theirs: PublishedNotice | null
}

type Disclosed = Pick<PublicationRow, 'orgCode' | 'itemKey' | 'period' | 'regards'>
type Place = Pick<DisclosurePair, 'village' | 'street' | 'itemKey' | 'period'>

/** Finds both sides of a pair: the street's under the same key first, then under keys confirmed as the same item. */
async function matterOf(db: Db, place: Place): Promise<DisclosurePair> {
  const { village, street, itemKey, period } = place
  const ours = await findDisclosure(db, { org: village, itemKey, period, village: village._id })
  const keys = await sameKeys(db, {
    villageCode: village._id,
    issuerCode: street._id,
    key: itemKey,
    from: 'village',
  })
  for (const key of keys) {
    const theirs = await findDisclosure(db, { org: street, itemKey: key, period, village: village._id })
    if (theirs) return { ...place, ours, theirs }
  }
  return { ...place, ours, theirs: null }
}

/** Returns the codes of the organisations with a live disclosure under a key in a period. */
async function sayingUnder(db: Db, itemKey: string, period: string): Promise<Set<string>> {
  const rows = await db
    .of(Publications)
    .find({ itemKey, live: true, period }, { orgCode: 1 })
    .lean<Pick<PublicationRow, 'orgCode'>[]>()
    .exec()
  return new Set(rows.map(({ orgCode }) => orgCode))
}

/**
 * Returns the villages and keys with which a street's disclosure is compared: the village it is about, or all villages.
 */
async function placesUnder(db: Db, street: OrgRow, disclosed: Disclosed): Promise<Place[]> {
  const { itemKey, period, regards } = disclosed
  const all = await villagesUnder(db, street._id)
  const villages = regards === null ? all : all.filter(({ _id }) => _id === regards)
  const linked = await villageKeysOf(db, { issuerCode: street._id, key: itemKey })
  const saying = await sayingUnder(db, itemKey, period)
  return villages.flatMap(village => {
    const keys = [...(saying.has(village._id) ? [itemKey] : []), ...(linked.get(village._id) ?? [])]
    return [...new Set(keys)].map(key => ({ village, street, itemKey: key, period }))
  })
}

/**
 * Returns every current pair that a disclosure belongs to; no other code decides which disclosures belong together.
 * Reads one after another: a transaction cannot run parallel operations. Empty above street level.
 */
export async function disclosurePairsOf(db: Db, disclosed: Disclosed): Promise<DisclosurePair[]> {
  const place = await findOrg(db, disclosed.orgCode)
  const street = place && streetOf(place)
  if (!street || (!isVillage(place.org) && !isStreet(place.org))) return []
  const { itemKey, period } = disclosed
  const places = isVillage(place.org)
    ? [{ village: place.org, street, itemKey, period }]
    : await placesUnder(db, street, disclosed)
  const matters: DisclosurePair[] = []
  for (const one of places) matters.push(await matterOf(db, one))
  return matters
}

import type { Db } from '@server/platform/store/db'
import { isStreet, isVillage } from '@shared/common/orgKinds'
import { Orgs, type OrgRow } from '@server/people/orgs'
import { type Pairing, pairByKey } from '@server/domain/catalogueDraft/pair'
import { byKey } from '@server/domain/villageCatalogue/keys'
import { type LeftOut, leftOutOf } from '@server/domain/villageCatalogue/leftOut'
import type { RemovedVillageItem, VillageItem } from '@shared/contract/catalogues/villageCatalogue'
import {
  Catalogues,
  type CatalogueItemRow,
  type CatalogueRow,
  type StillBound,
  boundTo,
} from '@server/catalogues/catalogue'
import { type VillagePlace, itemsInForceOf, linksOf, listOf } from './villageCatalogue'
import type { VillageCatalogueRow } from '../models/villageCatalogues'

/** One area of a village catalogue with the version in force. */
export interface ListArea {
  area: string
  lines: VillageItem[]
  items: CatalogueItemRow[]
  before: CatalogueRow | null
  pairing: Pairing
}

/** An obliging item that the list leaves out, with the village's reason. */
export interface LeftOutWithReason extends LeftOut {
  reason: string | null
}

/** Village catalogue with the one in force. */
export interface ListDiffData extends VillagePlace {
  list: VillageCatalogueRow
  areas: ListArea[]
  leftOut: LeftOutWithReason[]
  bound: ReadonlyMap<string, StillBound>
}

const side = ({ key, area, path, elements }: VillageItem | CatalogueItemRow) => ({
  id: key,
  area,
  path,
  elements,
})

function areasOf(
  lines: readonly VillageItem[],
  items: readonly CatalogueItemRow[],
  versions: readonly CatalogueRow[],
): ListArea[] {
  const names = [...new Set([...lines, ...items].map(({ area }) => area))]
  return names.map(area => {
    const own = lines.filter(line => line.area === area)
    const old = items.filter(item => item.area === area)
    const before = versions.find(version => version.area === area) ?? null
    return { area, lines: own, items: old, before, pairing: pairByKey(old.map(side), own.map(side)) }
  })
}

const withReasons = (
  found: readonly LeftOut[],
  removed: readonly RemovedVillageItem[],
): LeftOutWithReason[] => {
  const reasons = byKey(removed)
  return found.map(item => ({ ...item, reason: reasons.get(item.key)?.reason ?? null }))
}

/** Lists the obliging items that a village's list leaves out, with the reasons given. One read after another. */
export async function leftOutBy(
  db: Db,
  { org, street }: VillagePlace,
  list: Pick<VillageCatalogueRow, 'items' | 'removed'>,
): Promise<LeftOutWithReason[]> {
  const obliging = {
    street: await itemsInForceOf(db, street._id),
    own: await itemsInForceOf(db, org._id),
    links: await linksOf(db, org._id, street._id),
  }
  return withReasons(
    leftOutOf(
      list.items.map(({ key }) => key),
      obliging,
    ),
    list.removed,
  )
}

/** Lists the street's items that a village does not use although its own catalogue is in force. */
export async function notAdopted(db: Db, { org, street }: VillagePlace): Promise<LeftOutWithReason[]> {
  const own = await itemsInForceOf(db, org._id)
  if (own.length === 0) return []
  const links = await linksOf(db, org._id, street._id)
  const obliging = { street: await itemsInForceOf(db, street._id), own: [], links }
  const { removed } = await listOf(db, org._id)
  return withReasons(
    leftOutOf(
      own.map(({ key }) => key),
      obliging,
    ),
    removed,
  )
}

/**
 * Returns the street's items that a village's own catalogue leaves out, and its reasons for everything left out, by key;
 * nothing for an organisation that is no village of a street.
 */
export async function itemsNotAdopted(
  db: Db,
  org: OrgRow,
): Promise<{ notAdopted: LeftOutWithReason[]; reasons: ReadonlyMap<string, string> }> {
  const street = isVillage(org) ? await db.of(Orgs).findById(org.parentCode).lean<OrgRow>().exec() : null
  if (!street || !isStreet(street)) return { notAdopted: [], reasons: new Map() }
  const { removed } = await listOf(db, org._id)
  return {
    notAdopted: await notAdopted(db, { org, street }),
    reasons: new Map(removed.map(({ key, reason }) => [key, reason])),
  }
}

/** Compares a village's list with the versions in force. */
export async function loadListDiff(db: Db, place: VillagePlace): Promise<ListDiffData> {
  const { org } = place
  const list = await listOf(db, org._id)
  const items = await itemsInForceOf(db, org._id)
  const versions = await db
    .of(Catalogues)
    .find({ orgCode: org._id, active: true })
    .lean<CatalogueRow[]>()
    .exec()
  const areas = areasOf(list.items, items, versions)
  const gone = areas.flatMap(({ pairing }) => pairing.gone)
  return {
    ...place,
    list,
    areas,
    leftOut: await leftOutBy(db, place, list),
    bound: await boundTo(db, org, gone),
  }
}

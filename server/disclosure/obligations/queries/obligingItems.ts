import { NO_PLAN, type ObligationPlan, planOf } from '@server/domain/obligation'
import { reachesVillage } from '@server/domain/villageCatalogue/lines'
import type { Level } from '@shared/contract/catalogues/catalogue'
import type { Db } from '@server/platform/store/db'
import { isStreet, isVillage } from '@shared/common/orgKinds'
import {
  Catalogues,
  type CatalogueRow,
  CatalogueItems,
  type CatalogueItemRow,
} from '@server/catalogues/catalogue'
import { Orgs, type OrgRow } from '@server/people/orgs'

/** An item that obliges an organisation, with its plan and start day. */
export interface ObligingItem {
  item: CatalogueItemRow
  /** `YYYY-MM-DD`. */
  since: string
  plan: ObligationPlan
}

interface ItemInForce {
  item: CatalogueItemRow
  since: string
}

/**
 * Returns every item of an organisation's own catalogues in force. Reads one after another: a transaction cannot run
 * parallel operations.
 */
async function inForce(db: Db, orgCode: string): Promise<ItemInForce[]> {
  const versions = await db
    .of(Catalogues)
    .find({ orgCode, active: true })
    .sort({ area: 1, _id: 1 })
    .lean<CatalogueRow[]>()
    .exec()
  const all: ItemInForce[] = []
  for (const { _id, effectiveFrom: since } of versions) {
    const items = await db
      .of(CatalogueItems)
      .find({ catalogueId: _id })
      .sort({ order: 1 })
      .lean<CatalogueItemRow[]>()
      .exec()
    all.push(...items.map(item => ({ item, since })))
  }
  return all
}

const LEVELS: Readonly<Partial<Record<OrgRow['kind'], readonly Level[]>>> = {
  street: ['town'],
  town: ['town'],
  'new-city': ['county'],
  'new-area': ['county', 'city'],
}

/** Whether an item obliges the government body that issued it; false where its levels name only others. */
const obligesIssuer = (item: CatalogueItemRow, { kind }: OrgRow): boolean =>
  item.levels === null || item.levels.some(level => LEVELS[kind]?.includes(level))

/**
 * Returns the items of a village's own catalogue; before it has one, its street's standard items that apply to
 * villages.
 */
async function itemsOf(db: Db, org: OrgRow): Promise<ItemInForce[]> {
  const own = await inForce(db, org._id)
  if (!isVillage(org)) return own.filter(({ item }) => obligesIssuer(item, org))
  if (own.length > 0 || org.parentCode === null) return own
  const street = await db.of(Orgs).findById(org.parentCode, { kind: 1 }).lean<Pick<OrgRow, 'kind'>>().exec()
  if (!street || !isStreet(street)) return own
  return (await inForce(db, org.parentCode)).filter(({ item }) => reachesVillage(item))
}

/** Returns every item that obliges an organisation now, in the order of its catalogue. */
export async function obligingItems(db: Db, org: OrgRow): Promise<ObligingItem[]> {
  const government = !isVillage(org)
  const conditions = org.conditions ?? []
  return (await itemsOf(db, org)).map(({ item, since }) => ({
    item,
    since,
    plan: item.mode === 'on-request' ? NO_PLAN : planOf({ deadline: item.deadline, government, conditions }),
  }))
}

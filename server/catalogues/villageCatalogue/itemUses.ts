import type { Db } from '@server/platform/store/db'
import { trusted } from 'mongoose'
import { ItemLinks, type ItemLinkRow } from './models/itemLinks'
import { VillageCatalogues } from './models/villageCatalogues'
import type { ItemUse, ItemsEnding, PreparedList } from '@server/catalogues/catalogue'
import { isVillage } from '@shared/common/orgKinds'
import type { OrgRow } from '@server/people/orgs'
import { listOf } from './queries/villageCatalogue'

/** Lists the villages that use an item, directly or by a confirmed link; one entry for each use. */
export async function villagesBound(db: Db, { issuerCode, orgs }: ItemsEnding): Promise<ItemUse[]> {
  const use = (orgCode: string, key: string): ItemUse => ({ kind: 'villages', key, orgCode })
  const links = await db
    .of(ItemLinks)
    .find({ issuerCode, state: 'confirmed' }, { villageCode: 1, itemKey: 1 })
    .lean<Pick<ItemLinkRow, 'villageCode' | 'itemKey'>[]>()
    .exec()
  const lists = await db
    .of(VillageCatalogues)
    .find({ _id: trusted({ $in: orgs.map(({ _id }) => _id) }) }, { 'items.key': 1 })
    .lean<{ _id: string; items: { key: string }[] }[]>()
    .exec()
  return [
    ...links.map(({ villageCode, itemKey }) => use(villageCode, itemKey)),
    ...lists.flatMap(({ _id, items }) => items.map(({ key }) => use(_id, key))),
  ]
}

/** Returns the list that a village prepares; null for every other organisation. */
export async function villageList(db: Db, { org }: { org: OrgRow }): Promise<PreparedList | null> {
  if (!isVillage(org)) return null
  const { version, items } = await listOf(db, org._id)
  return { version, items: items.map(item => ({ ...item, ofStreet: item.origin.kind !== 'added' })) }
}

import type { Db } from '@server/platform/store/db'
import { ItemLinks, type ItemLinkRow } from '../models/itemLinks'

const isSame = ({ state, relation }: ItemLinkRow): boolean => state === 'confirmed' && relation === 'same'

/** Item by its key on one side. */
interface Matter {
  villageCode: string
  issuerCode: string
  key: string
  /** Side of the key. */
  from: 'village' | 'issuer'
}

/** Returns the keys of the same item on the other side: the key itself, then those of confirmed links. */
export async function sameKeys(db: Db, { villageCode, issuerCode, key, from }: Matter): Promise<string[]> {
  const scope = { villageCode, issuerCode }
  const links = await db
    .of(ItemLinks)
    .find(from === 'village' ? { ...scope, villageKey: key } : { ...scope, itemKey: key })
    .lean<ItemLinkRow[]>()
    .exec()
  return [key, ...links.filter(isSame).map(link => (from === 'village' ? link.itemKey : link.villageKey))]
}

/** Returns the keys of village items linked with an issuer's items: by item, then by village. */
export async function linkedKeys(db: Db, issuerCode: string): Promise<Map<string, Map<string, string[]>>> {
  const links = await db
    .of(ItemLinks)
    .find({ issuerCode, state: 'confirmed' })
    .sort({ villageCode: 1, _id: 1 })
    .lean<ItemLinkRow[]>()
    .exec()
  const byItem = new Map<string, Map<string, string[]>>()
  for (const { itemKey, villageCode, villageKey } of links.filter(isSame)) {
    const keys = byItem.get(itemKey) ?? new Map<string, string[]>()
    byItem.set(itemKey, keys.set(villageCode, [...(keys.get(villageCode) ?? []), villageKey]))
  }
  return byItem
}

/** Returns the keys of village items linked with one item, by village. */
export const villageKeysOf = async (
  db: Db,
  { issuerCode, key }: Pick<Matter, 'issuerCode' | 'key'>,
): Promise<Map<string, string[]>> => (await linkedKeys(db, issuerCode)).get(key) ?? new Map()

import type { Decision } from '@server/domain/alignment/memory'
import type { Db } from '@server/platform/store/db'
import { ItemLinks, type ItemLinkRow } from '../models/itemLinks'

/** A stale link still counts: what was disclosed under its two keys stays one matter. */
const isSame = ({ state, relation }: ItemLinkRow): boolean => state !== 'rejected' && relation === 'same'

/** Item by its key on one side. */
interface Matter {
  villageCode: string
  issuerCode: string
  key: string
  /** Side of the key. */
  from: 'village' | 'issuer'
}

/** Returns the keys of the same item on the other side: the key itself, then those of links. */
export async function sameKeys(db: Db, { villageCode, issuerCode, key, from }: Matter): Promise<string[]> {
  const scope = { villageCode, issuerCode }
  const links = await db
    .of(ItemLinks)
    .find(from === 'village' ? { ...scope, villageKey: key } : { ...scope, itemKey: key })
    .lean<ItemLinkRow[]>()
    .exec()
  return [key, ...links.filter(isSame).map(link => (from === 'village' ? link.itemKey : link.villageKey))]
}

/** Returns the keys under which an organisation discloses the matter of a key, that key first. */
export type MatterKeys = (key: string) => string[]

/**
 * Returns what one matter 同一事项 is called in a village's notices and obligations: an item, and those that were linked
 * with it as the same, by way of each other too.
 */
export async function matterKeys(db: Db, villageCode: string): Promise<MatterKeys> {
  const links = await db.of(ItemLinks).find({ villageCode, relation: 'same' }).lean<ItemLinkRow[]>().exec()
  const pairs = links
    .filter(isSame)
    .flatMap(({ villageKey, itemKey }) => [[villageKey, itemKey] as const, [itemKey, villageKey] as const])
  return key => {
    const keys = new Set([key])
    // A set that grows is walked to its new end.
    for (const known of keys) for (const [one, other] of pairs) if (one === known) keys.add(other)
    return [...keys]
  }
}

/** Returns the keys of village items linked with an issuer's items: by item, then by village. */
export async function linkedKeys(db: Db, issuerCode: string): Promise<Map<string, Map<string, string[]>>> {
  const links = await db.of(ItemLinks).find({ issuerCode }).lean<ItemLinkRow[]>().exec()
  links.sort((a, b) => (a._id < b._id ? -1 : 1))
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

/** Most decisions that are remembered: those of 100 villages with 100 items each. */
const MOST_REMEMBERED = 10_000

/** Returns the decisions of the other villages about an issuer's items. */
export async function decisionsElsewhere(
  db: Db,
  issuerCode: string,
  villageCode: string,
): Promise<Decision[]> {
  const links = await db
    .of(ItemLinks)
    .find({ issuerCode, state: 'confirmed' })
    .select({ villageCode: 1, villagePath: 1, itemKey: 1, relation: 1 })
    .limit(MOST_REMEMBERED)
    .lean<Decision[]>()
    .exec()
  return links.filter(link => link.villageCode !== villageCode)
}

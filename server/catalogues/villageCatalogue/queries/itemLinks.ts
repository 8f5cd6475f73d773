import type { ItemLinkRow, Models } from '@server/platform/store/collections'

const isSame = ({ state, relation }: ItemLinkRow): boolean => state === 'confirmed' && relation === 'same'

/** A matter by the key of one side. */
interface Matter {
  villageCode: string
  issuerCode: string
  key: string
  /** Whose key it is. */
  from: 'village' | 'issuer'
}

/** Keys under which the other side speaks of the same matter: the key itself, then what a clerk confirmed as the same. */
export async function sameKeys(
  models: Models,
  { villageCode, issuerCode, key, from }: Matter,
): Promise<string[]> {
  const scope = { villageCode, issuerCode }
  const links = await models.itemLinks
    .find(from === 'village' ? { ...scope, villageKey: key } : { ...scope, itemKey: key })
    .lean<ItemLinkRow[]>()
    .exec()
  return [key, ...links.filter(isSame).map(link => (from === 'village' ? link.itemKey : link.villageKey))]
}

/** Keys of villages' lines that are confirmed as the same as an issuer's items: by item, then by village. */
export async function linkedKeys(
  models: Models,
  issuerCode: string,
): Promise<Map<string, Map<string, string[]>>> {
  const links = await models.itemLinks
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

/** The same of one item, by village. */
export const villageKeysOf = async (
  models: Models,
  { issuerCode, key }: Pick<Matter, 'issuerCode' | 'key'>,
): Promise<Map<string, string[]>> => (await linkedKeys(models, issuerCode)).get(key) ?? new Map()

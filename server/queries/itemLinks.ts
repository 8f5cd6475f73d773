import type { ItemLinkRow, Models } from '../models'

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

/** Keys of villages' lines that are confirmed as the same as an issuer's item, by village. */
export async function villageKeysOf(
  models: Models,
  { issuerCode, key }: Pick<Matter, 'issuerCode' | 'key'>,
): Promise<Map<string, string[]>> {
  const links = await models.itemLinks
    .find({ issuerCode, state: 'confirmed' })
    .sort({ villageCode: 1, _id: 1 })
    .lean<ItemLinkRow[]>()
    .exec()
  const keys = new Map<string, string[]>()
  for (const link of links.filter(one => isSame(one) && one.itemKey === key)) {
    keys.set(link.villageCode, [...(keys.get(link.villageCode) ?? []), link.villageKey])
  }
  return keys
}

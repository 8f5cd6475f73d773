import type { Models, OrgRow, ItemLinkRow } from '@server/platform/store/collections'
import { trusted } from 'mongoose'

/** Villages whose list goes by an item, as it stands or by a confirmed link; one entry for each. */
export async function villagesBound(models: Models, issuerCode: string, orgs: readonly OrgRow[]) {
  const links = await models.itemLinks
    .find({ issuerCode, state: 'confirmed' }, { villageCode: 1, itemKey: 1 })
    .lean<Pick<ItemLinkRow, 'villageCode' | 'itemKey'>[]>()
    .exec()
  const lists = await models.villageLists
    .find({ _id: trusted({ $in: orgs.map(({ _id }) => _id) }) }, { 'lines.key': 1 })
    .lean<{ _id: string; lines: { key: string }[] }[]>()
    .exec()
  return [
    ...links.map(({ villageCode, itemKey }) => ({ village: villageCode, key: itemKey })),
    ...lists.flatMap(({ _id, lines }) => lines.map(({ key }) => ({ village: _id, key }))),
  ]
}

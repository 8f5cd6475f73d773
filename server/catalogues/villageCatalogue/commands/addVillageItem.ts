import type { Authorised } from '@server/platform/access/caller'
import type { Tx } from '@server/platform/store/db'
import { addedLine, withLine } from '@server/domain/villageCatalogue/lines'
import { chinaDate } from '@shared/common/period'
import type { Issue } from '@shared/contract/common'
import type { AddVillageItem } from '@shared/contract/catalogues/villageCatalogue'
import { requirementsUnmet } from '@server/platform/errors'
import { type VillagePlace, itemsInForceOf } from '../queries/villageCatalogue'
import { changeList } from './changeVillageCatalogue'
import { wordsIssues } from '@server/domain/privacy/textIssues'
import type { VillageCatalogueRow } from '../models/villageCatalogues'
import { itemKeys } from '@server/catalogues/catalogue'

/** Builds the key of a village's own item, unique across organisations. */
export const ownKey = (orgCode: string, area: string, path: readonly string[]): string =>
  itemKeys(`${orgCode}/${area}`, [{ path }])[0]!

const saysAs = (area: string, path: readonly string[]) => JSON.stringify([area, ...path])

interface Named {
  key: string
  area: string
  path: string[]
}

function knownIssues(
  input: AddVillageItem,
  list: VillageCatalogueRow,
  streetItems: readonly Named[],
): Issue[] {
  const name = saysAs(input.area, input.path)
  const words = input.path.join(' › ')
  const isNamed = (item: Named) => saysAs(item.area, item.path) === name
  if (list.items.some(isNamed)) {
    return [{ code: 'line-exists', field: 'path', message: `“${words}”已经在村里的目录里。` }]
  }
  if (!streetItems.some(isNamed)) return []
  const message = `街道的目录里有同名的“${words}”，请用“采用”，这样两边才能对照。`
  return [{ code: 'line-is-streets', field: 'path', message }]
}

/**
 * Adds an item of the village's own 自增 to its catalogue.
 * @throws AppError 422 for an item that it or the street's catalogue already has, and for personal data; 409
 */
export async function addVillageItem(
  tx: Tx,
  by: Authorised<'villageCatalogue.add'>,
  { org, street }: VillagePlace,
  input: AddVillageItem,
): Promise<void> {
  const streetItems = await itemsInForceOf(tx, street._id)
  const { area, path, elements, deadline } = input
  const words = { path: path.join('\n'), elements: elements.join('\n'), deadline: deadline ?? '' }
  const key = ownKey(org._id, area, path)
  await changeList(tx, by, {
    org,
    seen: input.version,
    detail: { key },
    change: list => {
      const issues = [...knownIssues(input, list, streetItems), ...wordsIssues(words, chinaDate(tx.now))]
      if (issues.length > 0) throw requirementsUnmet(issues)
      return withLine(list, addedLine(key, area, path, { elements, deadline }))
    },
  })
}

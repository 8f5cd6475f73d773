import type { Authorised } from '@server/platform/access/caller'
import type { Tx } from '@server/platform/store/db'
import { type ListState, adoptedLine, withLine } from '@server/domain/villageCatalogue/lines'
import type { Issue } from '@shared/contract/common'
import type { AdoptItems } from '@shared/contract/catalogues/villageCatalogue'
import { requirementsUnmet } from '@server/platform/errors'
import { byKey } from '@server/domain/villageCatalogue/keys'
import { type VillagePlace, itemsInForceOf } from '../queries/villageCatalogue'
import { changeList } from './changeVillageCatalogue'
import type { VillageCatalogueRow } from '../models/villageCatalogues'

function issuesOf(
  keys: readonly string[],
  list: VillageCatalogueRow,
  known: ReadonlyMap<string, unknown>,
): Issue[] {
  const lines = byKey(list.items)
  return keys.flatMap((key, index): Issue[] => {
    const field = `keys.${index}`
    if (!known.has(key)) {
      return [{ code: 'item-not-in-force', field, message: '街道现行目录里没有这个事项，不能采用。' }]
    }
    const line = lines.get(key)
    if (!line) return []
    return [{ code: 'line-exists', field, message: `“${line.path.join(' › ')}”已经在村里的目录里。` }]
  })
}

/**
 * Adopts items of the street's catalogue 采用 under their keys, all or none.
 * @throws AppError 422 with every item that cannot be adopted; 409 `list-changed`
 */
export async function adoptItems(
  tx: Tx,
  by: Authorised<'villageCatalogue.adopt'>,
  { org, street }: VillagePlace,
  input: AdoptItems,
): Promise<void> {
  const items = byKey(await itemsInForceOf(tx, street._id))
  const keys = [...new Set(input.keys)]
  await changeList(tx, by, {
    org,
    seen: input.version,
    detail: { items: keys.length },
    change: list => {
      const issues = issuesOf(keys, list, items)
      if (issues.length > 0) throw requirementsUnmet(issues)
      return keys.reduce<ListState>((state, key) => withLine(state, adoptedLine(items.get(key)!)), list)
    },
  })
}

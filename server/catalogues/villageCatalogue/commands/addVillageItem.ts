import { addedLine, withLine } from '@server/domain/villageCatalogue/lines'
import { chinaDate } from '@shared/common/period'
import type { Issue } from '@shared/contract/common'
import type { AddLine } from '@shared/contract/catalogues/villageCatalogue'
import { requirementsUnmet } from '@server/platform/errors'
import { type VillagePlace, itemsInForceOf } from '../queries/villageCatalogue'
import { changeList } from './changeVillageCatalogue'
import type { CommandContext } from '@server/platform/access/commandContext'
import { wordsIssues } from '@server/domain/privacy/textIssues'
import type { VillageCatalogueRow } from '../models/villageCatalogues'
import { itemKeys } from '@server/catalogues/catalogue'

/** Key of a village's own line: no other organisation's item can have it. */
export const ownKey = (orgCode: string, area: string, path: readonly string[]): string =>
  itemKeys(`${orgCode}/${area}`, [{ path }])[0]!

const saysAs = (area: string, path: readonly string[]) => JSON.stringify([area, ...path])

interface Named {
  key: string
  area: string
  path: string[]
}

function knownIssues(input: AddLine, list: VillageCatalogueRow, streetItems: readonly Named[]): Issue[] {
  const name = saysAs(input.area, input.path)
  const words = input.path.join(' › ')
  const isNamed = (item: Named) => saysAs(item.area, item.path) === name
  if (list.lines.some(isNamed)) {
    return [{ code: 'line-exists', field: 'path', message: `“${words}”已经在村里的目录里。` }]
  }
  if (!streetItems.some(isNamed)) return []
  const message = `街道的目录里有同名的“${words}”，请用“采用”，这样两边才能对照。`
  return [{ code: 'line-is-streets', field: 'path', message }]
}

/**
 * 自增: puts a matter of the village's own on its list. Runs in a transaction.
 * @throws AppError 422 for a matter that is there already or that the street's catalogue has, and for personal data; 409
 */
export async function addVillageItem(
  deed: CommandContext,
  { org, street }: VillagePlace,
  input: AddLine,
): Promise<void> {
  const { db, clock } = deed.services
  const streetItems = await itemsInForceOf(db, street._id)
  const { area, path, elements, deadline } = input
  const words = { path: path.join('\n'), elements: elements.join('\n'), deadline: deadline ?? '' }
  const key = ownKey(org._id, area, path)
  await changeList(deed, {
    org,
    seen: input.version,
    action: 'list.add',
    detail: { key },
    change: list => {
      const issues = [...knownIssues(input, list, streetItems), ...wordsIssues(words, chinaDate(clock.now()))]
      if (issues.length > 0) throw requirementsUnmet(issues)
      return withLine(list, addedLine(key, area, path, { elements, deadline }))
    },
  })
}

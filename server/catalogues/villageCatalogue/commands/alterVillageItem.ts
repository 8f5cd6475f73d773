import type { Authorised } from '@server/platform/access/caller'
import type { Tx } from '@server/platform/store/db'
import { alteredLine, withLine } from '@server/domain/villageCatalogue/lines'
import { chinaDate } from '@shared/common/period'
import type { AlterVillageItem } from '@shared/contract/catalogues/villageCatalogue'
import { requirementsUnmet } from '@server/platform/errors'
import { byKey } from '@server/domain/villageCatalogue/keys'
import { type VillagePlace, itemsInForceOf, requireVillageItem } from '../queries/villageCatalogue'
import { changeList } from './changeVillageCatalogue'
import { wordsIssues } from '@server/domain/privacy/textIssues'

/**
 * Adapts the elements or the deadline of an item 改编; its name and key stay.
 * @throws AppError 404 `line-not-found`; 422 for personal data; 409 `list-changed`
 */
export async function alterVillageItem(
  tx: Tx,
  by: Authorised<'villageCatalogue.alter'>,
  { org, street }: VillagePlace,
  { key, version, elements, deadline }: AlterVillageItem,
): Promise<void> {
  const items = byKey(await itemsInForceOf(tx, street._id))
  const words = { elements: elements.join('\n'), deadline: deadline ?? '' }
  await changeList(tx, by, {
    org,
    seen: version,
    detail: { key },
    change: list => {
      const line = requireVillageItem(list, key)
      const issues = wordsIssues(words, chinaDate(tx.now))
      if (issues.length > 0) throw requirementsUnmet(issues)
      return withLine(list, alteredLine(line, { elements, deadline }, items.get(key) ?? null))
    },
  })
}

import { alteredLine, withLine } from '@server/domain/villageCatalogue/lines'
import { chinaDate } from '@shared/common/period'
import type { AlterLine } from '@shared/contract/catalogues/villageCatalogue'
import { requirementsUnmet } from '@server/platform/errors'
import { byKey } from '@server/domain/villageCatalogue/keys'
import { type VillagePlace, itemsInForceOf, requireVillageItem } from '../queries/villageCatalogue'
import { changeList } from './changeVillageCatalogue'
import type { CommandContext } from '@server/platform/access/commandContext'
import { wordsIssues } from '@server/domain/privacy/textIssues'

/**
 * Adapts the elements or the deadline of an item 改编; its name and key stay. Runs in the caller's transaction.
 * @throws AppError 404 `line-not-found`; 422 for personal data; 409 `list-changed`
 */
export async function alterVillageItem(
  deed: CommandContext,
  { org, street }: VillagePlace,
  { key, version, elements, deadline }: AlterLine,
): Promise<void> {
  const { db, clock } = deed.services
  const items = byKey(await itemsInForceOf(db, street._id))
  const words = { elements: elements.join('\n'), deadline: deadline ?? '' }
  await changeList(deed, {
    org,
    seen: version,
    action: 'list.alter',
    detail: { key },
    change: list => {
      const line = requireVillageItem(list, key)
      const issues = wordsIssues(words, chinaDate(clock.now()))
      if (issues.length > 0) throw requirementsUnmet(issues)
      return withLine(list, alteredLine(line, { elements, deadline }, items.get(key) ?? null))
    },
  })
}

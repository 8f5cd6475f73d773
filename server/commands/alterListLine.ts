import { alteredLine, withLine } from '@shared/domain/villageList/lines'
import { chinaDate } from '@shared/domain/period'
import type { AlterLine } from '@shared/schemas/villageList'
import { requirementsUnmet } from '../errors'
import { byKey } from '@shared/domain/villageList/keys'
import { type VillagePlace, itemsInForceOf, lineOr404 } from '../queries/villageList'
import { wordsIssues } from '../requirements'
import { changeList } from './changeList'
import type { Deed } from './deed'

/**
 * 改编: other elements or another deadline for a line; the matter and its key stay. Runs in a transaction.
 * @throws AppError 404 `line-not-found`; 422 for personal data; 409 `list-changed`
 */
export async function alterListLine(
  deed: Deed,
  { org, street }: VillagePlace,
  { key, version, elements, deadline }: AlterLine,
): Promise<void> {
  const { models, clock } = deed.services
  const items = byKey(await itemsInForceOf(models, street._id))
  const words = { elements: elements.join('\n'), deadline: deadline ?? '' }
  await changeList(deed, {
    org,
    seen: version,
    action: 'list.alter',
    detail: { key },
    change: list => {
      const line = lineOr404(list, key)
      const issues = wordsIssues(words, chinaDate(clock.now()))
      if (issues.length > 0) throw requirementsUnmet(issues)
      return withLine(list, alteredLine(line, { elements, deadline }, items.get(key) ?? null))
    },
  })
}

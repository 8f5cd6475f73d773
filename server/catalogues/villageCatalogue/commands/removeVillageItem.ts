import type { Authorised } from '@server/platform/access/caller'
import type { Tx } from '@server/platform/store/db'
import { withoutLine } from '@server/domain/villageCatalogue/lines'
import { chinaDate } from '@shared/common/period'
import type { RemoveVillageItem } from '@shared/contract/catalogues/villageCatalogue'
import { requirementsUnmet } from '@server/platform/errors'
import { requireVillageItem } from '../queries/villageCatalogue'
import { changeList } from './changeVillageCatalogue'
import { wordsIssues } from '@server/domain/privacy/textIssues'
import type { OrgRow } from '@server/people/orgs'

/**
 * Removes an item 去掉 from the village catalogue and stores the reason.
 * @throws AppError 404 `line-not-found`; 422 for personal data in the reason; 409 `list-changed`
 */
export async function removeVillageItem(
  tx: Tx,
  by: Authorised<'villageCatalogue.remove'>,
  org: OrgRow,
  { key, version, reason }: RemoveVillageItem,
): Promise<void> {
  const now = tx.now
  await changeList(tx, by, {
    org,
    seen: version,
    detail: { key },
    change: list => {
      const line = requireVillageItem(list, key)
      const issues = wordsIssues({ reason }, chinaDate(now))
      if (issues.length > 0) throw requirementsUnmet(issues)
      return withoutLine(list, line, { reason, by: by.actor.name, at: now.toISOString() })
    },
  })
}

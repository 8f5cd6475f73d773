import type { Models, OrgRow, ObligationRow } from '@server/platform/store/collections'
import { trusted } from 'mongoose'

/** Duties of the street and its villages that are not done, one entry for each. */
export async function obligationsRunning(models: Models, orgs: readonly OrgRow[], keys: readonly string[]) {
  const found = await Promise.all(
    orgs.map(({ _id }) =>
      models.obligations
        .find({ orgCode: _id, itemKey: trusted({ $in: [...keys] }) }, { itemKey: 1, status: 1 })
        .lean<Pick<ObligationRow, 'itemKey' | 'status'>[]>()
        .exec(),
    ),
  )
  return found.flat().filter(({ status }) => status === 'open' || status === 'unresolved')
}

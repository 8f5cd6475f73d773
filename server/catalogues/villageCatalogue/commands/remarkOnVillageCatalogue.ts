import type { Authorised } from '@server/platform/access/caller'
import { audit } from '@server/platform/audit/writeAudit'
import type { Tx } from '@server/platform/store/db'
import { chinaDate } from '@shared/common/period'
import type { RemarkOnVillageCatalogue } from '@shared/contract/catalogues/villageCatalogue'
import { requirementsUnmet } from '@server/platform/errors'
import { byKey } from '@server/domain/villageCatalogue/keys'
import { type VillagePlace, itemsInForceOf } from '../queries/villageCatalogue'
import { wordsIssues } from '@server/domain/privacy/textIssues'
import { VillageCatalogueRemarks } from '../models/villageCatalogueRemarks'
import { newId } from '@server/platform/store/collection'

/**
 * Stores a suggestion of the street 街道建议 on a village catalogue, without changing it.
 * @throws AppError 422 for personal data, or an item that the street's catalogue in force does not have
 */
export async function remarkOnList(
  tx: Tx,
  by: Authorised<'villageCatalogue.remark'>,
  { org, street }: VillagePlace,
  { text, key }: RemarkOnVillageCatalogue,
): Promise<void> {
  const issues = wordsIssues({ text }, chinaDate(tx.now))
  if (key !== null && !byKey(await itemsInForceOf(tx, street._id)).has(key)) {
    issues.push({ code: 'item-not-in-force', field: 'key', message: '街道现行目录里没有这个事项。' })
  }
  if (issues.length > 0) throw requirementsUnmet(issues)
  const _id = newId('lrm')
  const author = { by: by.actor.id, byName: by.actor.name, body: street.name }
  await tx
    .of(VillageCatalogueRemarks)
    .create([{ _id, orgCode: org._id, itemKey: key, text, ...author, at: tx.now }])
  await audit(tx, by, { orgCode: org._id, id: _id })
}

import { chinaDate } from '@shared/common/period'
import type { RemarkOnList } from '@shared/contract/catalogues/villageCatalogue'
import { requirementsUnmet } from '@server/platform/errors'
import { byKey } from '@server/domain/villageCatalogue/keys'
import { type VillagePlace, itemsInForceOf } from '../queries/villageCatalogue'
import { type CommandContext, audit } from '@server/platform/access/commandContext'
import { wordsIssues } from '@server/domain/privacy/textIssues'
import { ListRemarks } from '../models/villageCatalogueRemarks'
import { newId } from '@server/platform/store/collection'

/**
 * Stores a suggestion of the street 街道建议 on a village catalogue, without changing it. Runs in the caller's transaction.
 * @throws AppError 422 for personal data, or an item that the street's catalogue in force does not have
 */
export async function remarkOnList(
  deed: CommandContext,
  { org, street }: VillagePlace,
  { text, key }: RemarkOnList,
): Promise<void> {
  const { db, clock } = deed.services
  const issues = wordsIssues({ text }, chinaDate(clock.now()))
  if (key !== null && !byKey(await itemsInForceOf(db, street._id)).has(key)) {
    issues.push({ code: 'item-not-in-force', field: 'key', message: '街道现行目录里没有这个事项。' })
  }
  if (issues.length > 0) throw requirementsUnmet(issues)
  const _id = newId('lrm')
  const by = { by: deed.actor.id, byName: deed.actor.name, body: street.name }
  await db.of(ListRemarks).create([{ _id, orgCode: org._id, itemKey: key, text, ...by, at: clock.now() }])
  await audit(deed, 'list.remark', { orgCode: org._id, id: _id })
}

import type { NoticeState } from '@shared/contract/disclosure/notice'
import { IN_WORK } from './states'
import type { Models, OrgRow, NoticeRow } from '@server/platform/store/collections'
import { trusted } from 'mongoose'

const ON_THE_WAY: readonly NoticeState[] = [...IN_WORK, 'ordered']

/** Notices of the street and its villages that are on the way, one entry for each, by the key of their item. */
export async function noticesOnTheWay(models: Models, orgs: readonly OrgRow[], keys: readonly string[]) {
  const found = await Promise.all(
    orgs.map(({ _id }) =>
      models.notices
        .find({ orgCode: _id, itemKey: trusted({ $in: [...keys] }) }, { itemKey: 1, state: 1 })
        .lean<Pick<NoticeRow, 'itemKey' | 'state'>[]>()
        .exec(),
    ),
  )
  return found.flat().filter(({ state }) => ON_THE_WAY.includes(state))
}

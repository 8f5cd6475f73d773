import type { NoticeState } from '@shared/contract/disclosure/notice'
import { IN_WORK } from './states'
import type { Db } from '@server/platform/store/db'
import { trusted } from 'mongoose'
import { Notices, type NoticeRow } from './models/notices'
import type { ItemUse, ItemsEnding } from '@server/catalogues/catalogue'

const ON_THE_WAY: readonly NoticeState[] = [...IN_WORK, 'ordered']

/** Returns one entry for each unfinished notice of the street and its villages, by the key of its item. */
export async function noticesOnTheWay(db: Db, { orgs, keys }: ItemsEnding): Promise<ItemUse[]> {
  const found = await Promise.all(
    orgs.map(({ _id }) =>
      db
        .of(Notices)
        .find({ orgCode: _id, itemKey: trusted({ $in: [...keys] }) }, { itemKey: 1, orgCode: 1, state: 1 })
        .lean<Pick<NoticeRow, 'itemKey' | 'orgCode' | 'state'>[]>()
        .exec(),
    ),
  )
  return found
    .flat()
    .filter(({ state }) => ON_THE_WAY.includes(state))
    .map(({ itemKey, orgCode }) => ({ kind: 'notices', key: itemKey, orgCode }))
}

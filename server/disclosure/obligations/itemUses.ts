import type { Db } from '@server/platform/store/db'
import { trusted } from 'mongoose'
import { Obligations, type ObligationRow } from './models/obligations'
import type { ItemUse, ItemsEnding } from '@server/catalogues/catalogue'

/** Returns one entry for each unfinished obligation of the street and its villages. */
export async function obligationsRunning(db: Db, { orgs, keys }: ItemsEnding): Promise<ItemUse[]> {
  const found = await Promise.all(
    orgs.map(({ _id }) =>
      db
        .of(Obligations)
        .find({ orgCode: _id, itemKey: trusted({ $in: [...keys] }) }, { itemKey: 1, orgCode: 1, status: 1 })
        .lean<Pick<ObligationRow, 'itemKey' | 'orgCode' | 'status'>[]>()
        .exec(),
    ),
  )
  return found
    .flat()
    .filter(({ status }) => status === 'open' || status === 'unresolved')
    .map(({ itemKey, orgCode }) => ({ kind: 'obligations', key: itemKey, orgCode }))
}

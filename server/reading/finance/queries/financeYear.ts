import { trusted } from 'mongoose'
import type { Db } from '@server/platform/store/db'
import { Publications, type PublicationRow } from '@server/disclosure/publications'
import { CatalogueItems } from '@server/catalogues/catalogue'
import { type MatterKeys, matterKeys } from '@server/catalogues/villageCatalogue'

const FIELDS = { noticeId: 1, itemKey: 1, itemId: 1, period: 1, regards: 1, sentence: 1, content: 1, presentation: 1, publicity: 1, publicityMoved: 1 } as const // prettier-ignore
export type AccountRow = Pick<PublicationRow, keyof typeof FIELDS>

export interface Accounts {
  rows: AccountRow[]
  /** Names of the items by their id. */
  names: ReadonlyMap<string, string>
  /** Keys of one matter 同一事项: an account may have been published under the street's item, then under the village's own. */
  keysOf: MatterKeys
}

/** Returns every account that an organisation shows now; about a dozen a year. */
export async function accountsOf(db: Db, orgCode: string): Promise<Accounts> {
  const found = await db
    .of(Publications)
    .find({ orgCode, live: true, category: 'village-finance' }, FIELDS)
    .sort({ publishedAt: -1, _id: -1 })
    .lean<AccountRow[]>()
    .exec()
  const rows = found.filter(({ regards }) => regards === null)
  const names = new Map<string, string>()
  for (const id of new Set(rows.map(({ itemId }) => itemId))) {
    const item = await db.of(CatalogueItems).findById(id, { path: 1 }).lean<{ path: string[] }>().exec()
    names.set(id, item?.path.at(-1) ?? '村级财务')
  }
  return { rows, names, keysOf: await matterKeys(db, orgCode) }
}

const PUBLISHED = { noticeId: 1, edition: 1, title: 1, period: 1, regards: 1, content: 1, presentation: 1, publicity: 1, publicityMoved: 1, publishedAt: 1 } as const // prettier-ignore
export type PublishedAccount = Pick<PublicationRow, keyof typeof PUBLISHED>

/** Yields the accounts of a year that an organisation shows now, first period first. */
export async function* accountsIn(db: Db, orgCode: string, year: number): AsyncGenerator<PublishedAccount> {
  const period = trusted({ $gte: String(year), $lt: String(year + 1) })
  const rows = db
    .of(Publications)
    .find({ orgCode, live: true, category: 'village-finance', period }, PUBLISHED)
    .sort({ period: 1, _id: 1 })
    .lean<PublishedAccount[]>()
    .cursor() as AsyncIterable<PublishedAccount>
  for await (const row of rows) if (row.regards === null) yield row
}

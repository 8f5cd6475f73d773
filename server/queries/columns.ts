import { isVillage } from '@shared/domain/orgKinds'
import type { CatalogueItemRow, Models, OrgRow, PublicationRow } from '../models'
import { notFound } from '../errors'
import { catalogueFor } from './catalogue'
import { linkedKeys } from './itemLinks'
import { type PublishedNotice, findPublished } from './notices'
import { placeOr404, villagesUnder } from './orgs'

/** Fields of a publication that a column needs: never its content or its grams. */
const FIELDS = {
  noticeId: 1,
  edition: 1,
  orgCode: 1,
  category: 1,
  itemId: 1,
  itemKey: 1,
  title: 1,
  sentence: 1,
  period: 1,
  regards: 1,
  publishedAt: 1,
} as const
export type Disclosed = Pick<PublicationRow, keyof typeof FIELDS>

/** An item with since when it obliges, and what each organisation has disclosed of it, newest first. */
export interface Column {
  item: CatalogueItemRow
  /** Name of the organisation whose catalogue it stands in. */
  issuer: OrgRow
  since: string
  orgs: { org: OrgRow; rows: Disclosed[] }[]
}

const NEWEST_FIRST = { publishedAt: -1, _id: -1 } as const

const disclosedBy = (models: Models, scope: { orgCode: string; itemKey?: string }): Promise<Disclosed[]> =>
  models.publications
    .find({ ...scope, live: true }, FIELDS)
    .sort(NEWEST_FIRST)
    .lean<Disclosed[]>()
    .exec()

const newestFirst = (a: Disclosed, b: Disclosed): number => b.publishedAt.getTime() - a.publishedAt.getTime()

/** The catalogue in force for an organisation, and those who disclose by it: its issuer and the villages under it. */
async function bookOf(models: Models, code: string) {
  const place = await placeOr404(models, code, 'code')
  const book = await catalogueFor(models, place)
  if (!book) throw notFound('catalogue-not-found', 'code')
  const { issuer } = book
  const villages = isVillage(issuer) ? [] : await villagesUnder(models, issuer._id)
  const items = book.areas.flatMap(({ catalogue, items: rows }) =>
    rows.map(item => ({ item, since: catalogue.effectiveFrom })),
  )
  return { issuer, orgs: [issuer, ...villages], items, linked: await linkedKeys(models, issuer._id) }
}

/** Every column of the catalogue that is in force for an organisation. @throws AppError 404 */
export async function columnsOf(
  models: Models,
  code: string,
): Promise<{ issuer: OrgRow; columns: Column[] }> {
  const { issuer, orgs, items, linked } = await bookOf(models, code)
  const told = await Promise.all(
    orgs.map(async org => {
      const byKey = new Map<string, Disclosed[]>()
      for (const row of await disclosedBy(models, { orgCode: org._id })) {
        byKey.set(row.itemKey, [...(byKey.get(row.itemKey) ?? []), row])
      }
      return { org, byKey }
    }),
  )
  const columns = items.map(({ item, since }) => ({
    item,
    issuer,
    since,
    orgs: told.map(({ org, byKey }) => {
      const keys = [item.key, ...(linked.get(item.key)?.get(org._id) ?? [])]
      return { org, rows: keys.flatMap(key => byKey.get(key) ?? []).sort(newestFirst) }
    }),
  }))
  return { issuer, columns }
}

/** One column by its item's key. @throws AppError 404 `item-not-found` for a key that the catalogue in force does not have */
export async function columnOr404(models: Models, code: string, key: string): Promise<Column> {
  const { issuer, orgs, items, linked } = await bookOf(models, code)
  const found = items.find(({ item }) => item.key === key)
  if (!found) throw notFound('item-not-found', 'key')
  const told = await Promise.all(
    orgs.map(async org => {
      const keys = [key, ...(linked.get(key)?.get(org._id) ?? [])]
      const rows = await Promise.all(keys.map(itemKey => disclosedBy(models, { orgCode: org._id, itemKey })))
      return { org, rows: rows.flat().sort(newestFirst) }
    }),
  )
  return { ...found, issuer, orgs: told }
}

/** The newest disclosure of each organisation in a column, with its words. */
export async function newestRecords(models: Models, { orgs }: Column): Promise<PublishedNotice[]> {
  const newest = orgs.flatMap(({ rows }) => rows[0] ?? [])
  const found = await Promise.all(newest.map(({ noticeId }) => findPublished(models, noticeId)))
  return found.filter(one => one !== null)
}

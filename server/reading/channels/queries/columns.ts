import { isVillage } from '@shared/common/orgKinds'
import { trusted } from 'mongoose'
import type {
  CatalogueItemRow,
  Models,
  ObligationRow,
  OrgRow,
  PublicationRow,
} from '@server/platform/store/collections'
import { notFound } from '@server/platform/errors'
import { catalogueFor } from '@server/reading/site/queries/itemPage'
import { linkedKeys } from '@server/catalogues/villageCatalogue/queries/itemLinks'
import { type PublishedNotice, findPublished } from '@server/disclosure/publications/queries/published'
import { requireOrgTarget, villagesUnder } from '@server/people/orgs/queries/orgs'

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

/** A period that is overdue. */
export type Missed = Pick<ObligationRow, 'orgCode' | 'itemKey' | 'period' | 'causeLabel' | 'dueOn'>

/** An item, what each organisation has disclosed of it, newest first, and the newest period that it owes. */
export interface Column {
  item: CatalogueItemRow
  /** Whose catalogue it stands in. */
  issuer: OrgRow
  orgs: { org: OrgRow; rows: Disclosed[]; missed: Missed | null }[]
}

const NEWEST_FIRST = { publishedAt: -1, _id: -1 } as const

const disclosedBy = (models: Models, scope: { orgCode: string; itemKey?: string }): Promise<Disclosed[]> =>
  models.publications
    .find({ ...scope, live: true }, FIELDS)
    .sort(NEWEST_FIRST)
    .lean<Disclosed[]>()
    .exec()

const newestFirst = (a: Disclosed, b: Disclosed): number => b.publishedAt.getTime() - a.publishedAt.getTime()

const MISSED_FIELDS = { orgCode: 1, itemKey: 1, period: 1, causeLabel: 1, dueOn: 1 } as const
const placeOf = ({ orgCode, itemKey }: Pick<Missed, 'orgCode' | 'itemKey'>) => `${orgCode}/${itemKey}`

/** What is overdue of periodic duties below an organisation, the newest of each item. */
async function missedUnder(models: Models, code: string, today: string): Promise<Map<string, Missed>> {
  const rows = await models.obligations
    .find({ path: code, status: 'open', causeKind: 'period', sortOn: trusted({ $lt: today }) }, MISSED_FIELDS)
    .sort({ sortOn: 1, _id: 1 })
    .lean<Missed[]>()
    .exec()
  return new Map(rows.map(row => [placeOf(row), row]))
}

/** The catalogue in force for an organisation, and those who disclose by it: its issuer and the villages under it. */
async function bookOf(models: Models, code: string, today: string) {
  const place = await requireOrgTarget(models, code, 'code')
  const book = await catalogueFor(models, place)
  if (!book) throw notFound('catalogue-not-found', 'code')
  const { issuer, areas } = book
  const villages = isVillage(issuer) ? [] : await villagesUnder(models, issuer._id)
  const linked = await linkedKeys(models, issuer._id)
  const missed = await missedUnder(models, issuer._id, today)
  const keysOf = (item: CatalogueItemRow, { _id }: OrgRow) => [
    item.key,
    ...(linked.get(item.key)?.get(_id) ?? []),
  ]
  return {
    issuer,
    orgs: [issuer, ...villages],
    items: areas.flatMap(({ items }) => items),
    keysOf,
    missedOf: (item: CatalogueItemRow, org: OrgRow) =>
      keysOf(item, org)
        .map(itemKey => missed.get(placeOf({ orgCode: org._id, itemKey })))
        .find(one => one !== undefined) ?? null,
  }
}

/** Every column of the catalogue that is in force for an organisation. @throws AppError 404 */
export async function columnsOf(
  models: Models,
  code: string,
  today: string,
): Promise<{ issuer: OrgRow; columns: Column[] }> {
  const { issuer, orgs, items, keysOf, missedOf } = await bookOf(models, code, today)
  const told = await Promise.all(
    orgs.map(async org => {
      const byKey = new Map<string, Disclosed[]>()
      for (const row of await disclosedBy(models, { orgCode: org._id })) {
        byKey.set(row.itemKey, [...(byKey.get(row.itemKey) ?? []), row])
      }
      return { org, byKey }
    }),
  )
  const columns = items.map(item => ({
    item,
    issuer,
    orgs: told.map(({ org, byKey }) => ({
      org,
      rows: keysOf(item, org)
        .flatMap(key => byKey.get(key) ?? [])
        .sort(newestFirst),
      missed: missedOf(item, org),
    })),
  }))
  return { issuer, columns }
}

/** One column by its item's key. @throws AppError 404 `item-not-found` for a key that the catalogue in force does not have */
export async function requireColumn(
  models: Models,
  code: string,
  key: string,
  today: string,
): Promise<Column> {
  const { issuer, orgs, items, keysOf, missedOf } = await bookOf(models, code, today)
  const item = items.find(one => one.key === key)
  if (!item) throw notFound('item-not-found', 'key')
  const told = await Promise.all(
    orgs.map(async org => {
      const keys = keysOf(item, org)
      const rows = await Promise.all(keys.map(itemKey => disclosedBy(models, { orgCode: org._id, itemKey })))
      return { org, rows: rows.flat().sort(newestFirst), missed: missedOf(item, org) }
    }),
  )
  return { item, issuer, orgs: told }
}

/** The newest disclosure of each organisation in a column, with its words. */
export async function newestRecords(models: Models, { orgs }: Column): Promise<PublishedNotice[]> {
  const newest = orgs.flatMap(({ rows }) => rows[0] ?? [])
  const found = await Promise.all(newest.map(({ noticeId }) => findPublished(models, noticeId)))
  return found.filter(one => one !== null)
}

import { isVillage } from '@shared/common/orgKinds'
import { trusted } from 'mongoose'
import type { Db } from '@server/platform/store/db'
import { notFound } from '@server/platform/errors'
import { linkedKeys, matterKeys } from '@server/catalogues/villageCatalogue'
import {
  type PresentedNotice,
  findPublished,
  Publications,
  type PublicationRow,
} from '@server/disclosure/publications'
import type { RemovedNotice } from '@shared/contract/disclosure/removedNotice'
import { removedOf } from '@server/disclosure/removals'
import { requireOrgTarget, villagesUnder, type OrgRow } from '@server/people/orgs'
import { catalogueFor, type CatalogueItemRow } from '@server/catalogues/catalogue'
import { Obligations, type ObligationRow } from '@server/disclosure/obligations'

/** Fields of a publication that a column needs; never its content or its grams. */
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
type Disclosed = Pick<PublicationRow, keyof typeof FIELDS>

/** An overdue period. */
type Missed = Pick<ObligationRow, 'orgCode' | 'itemKey' | 'period' | 'causeLabel' | 'dueOn'>

/** Column 栏目: an item, what each organisation has disclosed of it, newest first, and the newest overdue period. */
export interface Column {
  item: CatalogueItemRow
  /** Organisation that issued the item's catalogue. */
  issuer: OrgRow
  orgs: {
    org: OrgRow
    rows: Disclosed[]
    /** Withdrawn and erased notices; read for one column, not for all. */
    removed?: RemovedNotice[]
    missed: Missed | null
  }[]
}

const NEWEST_FIRST = { publishedAt: -1, _id: -1 } as const

const disclosedBy = (db: Db, scope: { orgCode: string; itemKey?: string }): Promise<Disclosed[]> =>
  db
    .of(Publications)
    .find({ ...scope, live: true }, FIELDS)
    .sort(NEWEST_FIRST)
    .lean<Disclosed[]>()
    .exec()

const newestFirst = (a: Disclosed, b: Disclosed): number => b.publishedAt.getTime() - a.publishedAt.getTime()

const MISSED_FIELDS = { orgCode: 1, itemKey: 1, period: 1, causeLabel: 1, dueOn: 1 } as const
const placeOf = ({ orgCode, itemKey }: Pick<Missed, 'orgCode' | 'itemKey'>) => `${orgCode}/${itemKey}`

/** Returns the overdue periodic obligations below an organisation, the newest for each item. */
async function missedUnder(db: Db, code: string, today: string): Promise<Map<string, Missed>> {
  const rows = await db
    .of(Obligations)
    .find(
      { path: code, status: 'open', causeKind: 'period', sortDate: trusted({ $lt: today }) },
      MISSED_FIELDS,
    )
    .sort({ sortDate: 1, _id: 1 })
    .lean<Missed[]>()
    .exec()
  return new Map(rows.map(row => [placeOf(row), row]))
}

type ColumnKeys = (item: CatalogueItemRow, org: OrgRow) => string[]

/**
 * Returns the keys under which an organisation discloses an item of the issuer's catalogue: that item's, then those of
 * items linked with it as the same; for a village's own item also those of before it had a catalogue of its own.
 */
async function columnKeys(db: Db, issuer: OrgRow): Promise<ColumnKeys> {
  if (isVillage(issuer)) {
    const keysOf = await matterKeys(db, issuer._id)
    return ({ key }) => keysOf(key)
  }
  const linked = await linkedKeys(db, issuer._id)
  return ({ key }, { _id }) => [key, ...(linked.get(key)?.get(_id) ?? [])]
}

/**
 * Returns the catalogue in force for an organisation, with the organisations that disclose by it: its issuer and the
 * villages below.
 */
async function bookOf(db: Db, code: string, today: string) {
  const place = await requireOrgTarget(db, code, 'code')
  const book = await catalogueFor(db, place)
  if (!book) throw notFound('catalogue-not-found', 'code')
  const { issuer, areas } = book
  const villages = isVillage(issuer) ? [] : await villagesUnder(db, issuer._id)
  const keysOf = await columnKeys(db, issuer)
  const missed = await missedUnder(db, issuer._id, today)
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

/**
 * Returns every column of the catalogue in force for an organisation.
 * @throws AppError 404
 */
export async function columnsOf(
  db: Db,
  code: string,
  today: string,
): Promise<{ issuer: OrgRow; columns: Column[] }> {
  const { issuer, orgs, items, keysOf, missedOf } = await bookOf(db, code, today)
  const told = await Promise.all(
    orgs.map(async org => {
      const byKey = new Map<string, Disclosed[]>()
      for (const row of await disclosedBy(db, { orgCode: org._id })) {
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

/**
 * Returns one column by its item's key.
 * @throws AppError 404 `item-not-found` for a key that the catalogue in force does not have
 */
export async function requireColumn(db: Db, code: string, key: string, today: string): Promise<Column> {
  const { issuer, orgs, items, keysOf, missedOf } = await bookOf(db, code, today)
  const item = items.find(one => one.key === key)
  if (!item) throw notFound('item-not-found', 'key')
  const told = await Promise.all(
    orgs.map(async org => {
      const keys = keysOf(item, org)
      const rows = await Promise.all(keys.map(itemKey => disclosedBy(db, { orgCode: org._id, itemKey })))
      const removed = await removedOf(db, org, { itemKeys: keys })
      return { org, rows: rows.flat().sort(newestFirst), removed, missed: missedOf(item, org) }
    }),
  )
  return { item, issuer, orgs: told }
}

/** Returns the newest disclosure of each organisation in a column, with its content. */
export async function newestRecords(db: Db, { orgs }: Column): Promise<PresentedNotice[]> {
  const newest = orgs.flatMap(({ rows }) => rows[0] ?? [])
  const found = await Promise.all(newest.map(({ noticeId }) => findPublished(db, noticeId)))
  return found.filter(one => one !== null)
}

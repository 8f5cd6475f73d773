import { nameOf } from '@server/domain/itemName'
import { trusted } from 'mongoose'
import { isStreet, isVillage } from '@shared/common/orgKinds'
import { linkedKeys } from '@server/catalogues/villageCatalogue'
import { BLANK, EMPTY_YEAR, joinLetters, lettersReader, withoutAdoption } from '@server/domain/obligation'
import type { Db } from '@server/platform/store/db'
import { MatrixYears, type MatrixYearRow, type OwnItem } from '../models/matrixYears'
import { villagesUnder, Orgs, type OrgRow } from '@server/people/orgs'
import {
  Catalogues,
  type CatalogueRow,
  CatalogueItems,
  type CatalogueItemRow,
} from '@server/catalogues/catalogue'

interface MatrixItemRow extends OwnItem {
  key: string
  own: boolean
}

interface MatrixVillageRow {
  org: OrgRow
  /** Twelve letters for each item, in the order of the items. */
  rows: string[]
}

/** The matrix as of a day. */
export interface MatrixData {
  org: OrgRow
  year: number
  today: string
  items: MatrixItemRow[]
  villages: MatrixVillageRow[]
}

const META = { key: 1, area: 1, path: 1, category: 1, deadline: 1 } as const
type Meta = Pick<CatalogueItemRow, '_id' | keyof typeof META>

const itemOf = ({ _id, key, area, category, deadline, ...item }: Meta): MatrixItemRow => ({
  key,
  itemId: _id,
  area,
  name: nameOf(item),
  category,
  deadline,
  own: false,
})

/** Returns the issuers of the catalogues that apply to the villages of an organisation. */
async function issuersOf(db: Db, org: OrgRow): Promise<string[]> {
  if (isVillage(org)) return org.parentCode === null ? [] : [org.parentCode]
  if (isStreet(org)) return [org._id]
  const rows = await db.of(Orgs).find({ path: org._id }).sort({ order: 1, _id: 1 }).lean<OrgRow[]>().exec()
  return rows.filter(isStreet).map(({ _id }) => _id)
}

/**
 * Returns an issuer's items in force among some keys, in catalogue order. Reads one after another: a transaction cannot
 * run parallel operations.
 */
async function itemsInForce(db: Db, orgCode: string, keys: ReadonlySet<string>): Promise<MatrixItemRow[]> {
  const versions = await db
    .of(Catalogues)
    .find({ orgCode, active: true }, { _id: 1 })
    .sort({ area: 1, _id: 1 })
    .lean<Pick<CatalogueRow, '_id'>[]>()
    .exec()
  const found: Meta[] = []
  for (const { _id } of versions) {
    found.push(
      ...(await db
        .of(CatalogueItems)
        .find({ catalogueId: _id }, META)
        .sort({ order: 1 })
        .lean<Meta[]>()
        .exec()),
    )
  }
  return found.filter(({ key }) => keys.has(key)).map(itemOf)
}

/** Returns items of former versions, whose done obligations stay in the matrix. */
async function formerItems(db: Db, orgCode: string, keys: readonly string[]): Promise<MatrixItemRow[]> {
  if (keys.length === 0) return []
  const rows = await db
    .of(CatalogueItems)
    .find({ orgCode, key: trusted({ $in: [...keys] }) }, META)
    .sort({ key: 1, _id: 1 })
    .lean<Meta[]>()
    .exec()
  return rows.map(itemOf)
}

/** Under which key the matrix shows a village's key: one matter 同一事项 of street and village has one column. */
type ShownAs = (orgCode: string, key: string) => string

/**
 * Shows the items that are linked as the same under the street's key; to the village itself under its own. Reads one
 * after another: a transaction cannot run parallel operations.
 */
async function shownAs(db: Db, org: OrgRow, issuers: readonly string[]): Promise<ShownAs> {
  const keys = new Map<string, string>()
  for (const issuer of issuers) {
    for (const [itemKey, villages] of await linkedKeys(db, issuer)) {
      for (const [code, own] of villages) {
        const first = own[0]!
        for (const key of own) keys.set(`${code}/${key}`, isVillage(org) ? first : itemKey)
        if (isVillage(org)) keys.set(`${code}/${itemKey}`, first)
      }
    }
  }
  return (code, key) => keys.get(`${code}/${key}`) ?? key
}

/** Returns the keys of a row that have something to show. */
const keysOfRow = ({ cells, waits, notAdopted }: MatrixYearRow): string[] => [
  ...Object.keys(notAdopted ?? {}),
  ...Object.entries(cells).flatMap(([key, text]) => (text === EMPTY_YEAR ? [] : [key])),
  ...waits,
]

const keysIn = (rows: readonly MatrixYearRow[], as: ShownAs): Set<string> =>
  new Set(rows.flatMap(row => keysOfRow(row).map(key => as(row.orgCode, key))))

/** Returns every item of the rows: those in force, former ones, and those that villages added. */
async function itemsOf(
  db: Db,
  org: OrgRow,
  rows: readonly MatrixYearRow[],
  { issuers, as }: { issuers: readonly string[]; as: ShownAs },
): Promise<MatrixItemRow[]> {
  const keys = keysIn(rows, as)
  const items = new Map<string, MatrixItemRow>()
  const put = (found: readonly MatrixItemRow[]) => {
    for (const item of found) if (!items.has(item.key)) items.set(item.key, item)
  }
  const missing = () => [...keys].filter(key => !items.has(key))
  for (const code of issuers) put(await itemsInForce(db, code, keys))
  for (const { own } of rows) {
    put(Object.entries(own).map(([key, item]) => ({ ...item, key, own: true })))
  }
  for (const code of [...issuers, ...(isVillage(org) ? [org._id] : [])]) {
    put(await formerItems(db, code, missing()))
  }
  return [...items.values()].filter(({ key }) => keys.has(key))
}

/**
 * Returns the first month in which an item without an obligation waits for its trigger event; null when the year is
 * over.
 */
function waitsFrom(year: number, today: string): number | null {
  const now = Number(today.slice(0, 4))
  if (year === now) return Number(today.slice(5, 7))
  return year > now ? 1 : null
}

const NOTHING = BLANK.repeat(12)

type Read = (row: MatrixYearRow) => (key: string) => string

/** Reads the twelve letters of a row's keys on a day. */
function rowReader(year: number, today: string): Read {
  const read = lettersReader(today)
  const from = waitsFrom(year, today)
  return ({ cells, waits, notAdopted }) => {
    const waiting = new Set(waits)
    return key => {
      const text = cells[key]
      const isWaiting = waiting.has(key)
      const letters = text || isWaiting ? read(text ?? EMPTY_YEAR, isWaiting ? from : null) : NOTHING
      const off = notAdopted?.[key]
      return off ? withoutAdoption(letters, off.from) : letters
    }
  }
}

/** Returns a village's letters by the key under which the matrix shows them. */
function lettersByKey(row: MatrixYearRow, read: Read, as: ShownAs): Map<string, string[]> {
  const lettersOf = read(row)
  const letters = new Map<string, string[]>()
  for (const key of keysOfRow(row)) {
    const shown = as(row.orgCode, key)
    letters.set(shown, [...(letters.get(shown) ?? []), lettersOf(key)])
  }
  return letters
}

/**
 * Loads the matrix of villages × items × months as of a day from one small row for each village. For a village: its own
 * row.
 */
export async function loadMatrix(db: Db, org: OrgRow, year: number, today: string): Promise<MatrixData> {
  const places = isVillage(org) ? [org] : await villagesUnder(db, org._id)
  const codes = new Set(places.map(({ _id }) => _id))
  const found = await db.of(MatrixYears).find({ path: org._id, year }).lean<MatrixYearRow[]>().exec()
  const rows = new Map(found.filter(({ orgCode }) => codes.has(orgCode)).map(row => [row.orgCode, row]))
  const issuers = await issuersOf(db, org)
  const as = await shownAs(db, org, issuers)
  const items = await itemsOf(db, org, [...rows.values()], { issuers, as })
  const read = rowReader(year, today)
  const villages = places.map((place): MatrixVillageRow => {
    const row = rows.get(place._id)
    const letters = row ? lettersByKey(row, read, as) : new Map<string, string[]>()
    return { org: place, rows: items.map(({ key }) => joinLetters(letters.get(key) ?? [NOTHING])) }
  })
  return { org, year, today, items, villages }
}

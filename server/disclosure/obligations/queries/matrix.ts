import { nameOf } from '@server/domain/itemName'
import { trusted } from 'mongoose'
import { isStreet, isVillage } from '@shared/common/orgKinds'
import { BLANK, EMPTY_YEAR, lettersReader, withoutAdoption } from '@server/domain/obligation'
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

function keysIn(rows: readonly MatrixYearRow[]): Set<string> {
  const keys = new Set<string>()
  for (const { cells, waits, notAdopted } of rows) {
    for (const key of Object.keys(notAdopted ?? {})) keys.add(key)
    for (const [key, text] of Object.entries(cells)) if (text !== EMPTY_YEAR) keys.add(key)
    for (const key of waits) keys.add(key)
  }
  return keys
}

/** Returns every item of the rows: those in force, former ones, and those that villages added. */
async function itemsOf(db: Db, org: OrgRow, rows: readonly MatrixYearRow[]): Promise<MatrixItemRow[]> {
  const keys = keysIn(rows)
  const items = new Map<string, MatrixItemRow>()
  const put = (found: readonly MatrixItemRow[]) => {
    for (const item of found) if (!items.has(item.key)) items.set(item.key, item)
  }
  const missing = () => [...keys].filter(key => !items.has(key))
  const issuers = await issuersOf(db, org)
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

/**
 * Loads the matrix of villages × items × months as of a day from one small row for each village. For a village: its own
 * row.
 */
export async function loadMatrix(db: Db, org: OrgRow, year: number, today: string): Promise<MatrixData> {
  const places = isVillage(org) ? [org] : await villagesUnder(db, org._id)
  const codes = new Set(places.map(({ _id }) => _id))
  const found = await db.of(MatrixYears).find({ path: org._id, year }).lean<MatrixYearRow[]>().exec()
  const rows = new Map(found.filter(({ orgCode }) => codes.has(orgCode)).map(row => [row.orgCode, row]))
  const items = await itemsOf(db, org, [...rows.values()])
  const read = lettersReader(today)
  const from = waitsFrom(year, today)
  const villages = places.map((place): MatrixVillageRow => {
    const row = rows.get(place._id)
    const waits = new Set(row?.waits)
    const letters = items.map(({ key }) => {
      const text = row?.cells[key]
      const off = row?.notAdopted?.[key]
      const shown = text || waits.has(key) ? read(text ?? EMPTY_YEAR, waits.has(key) ? from : null) : NOTHING
      return off ? withoutAdoption(shown, off.from) : shown
    })
    return { org: place, rows: letters }
  })
  return { org, year, today, items, villages }
}

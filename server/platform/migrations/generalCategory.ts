import type { Db, Tx } from '../store/db'
import { rawCollection, rawIn, type RawRow } from './rawRows'
import type { Batch, Migration } from './types'

const BATCH = 500
/** Never changes with the program. */
const GENERAL = 'general'

/** Collections whose rows have a category. */
const NAMED = ['catalogueItems', 'obligations'] as const
/** Rows whose `own` holds items by key. */
const YEARS = 'matrixYears'
const PLACES = [...NAMED, YEARS] as const

const WITHOUT = { category: { $eq: null, $exists: true } }

type OwnItems = Record<string, { category: string | null }>

/** Returns the items with every missing category filled in; null if none is missing. */
function filled(own: OwnItems = {}): OwnItems | null {
  if (Object.values(own).every(({ category }) => category !== null)) return null
  const entries = Object.entries(own).map(([key, item]) => [
    key,
    { ...item, category: item.category ?? GENERAL },
  ])
  return Object.fromEntries(entries) as OwnItems
}

async function fillRows(tx: Tx, name: string): Promise<Batch> {
  const { rows, options } = rawIn(tx, name)
  const found = await rows.find(WITHOUT, { ...options, projection: { _id: 1 }, limit: BATCH }).toArray()
  const ids = found.map(({ _id }) => _id)
  if (ids.length > 0) {
    await rows.updateMany({ _id: { $in: ids } }, { $set: { category: GENERAL } }, options)
  }
  return { next: ids.length < BATCH ? null : '', changed: ids.length }
}

async function fillYears(tx: Tx, after: string): Promise<Batch> {
  const { rows, options } = rawIn(tx, YEARS)
  const found = await rows
    .find({ _id: { $gt: after } }, { ...options, sort: { _id: 1 }, limit: BATCH })
    .toArray()
  let changed = 0
  for (const { _id, own } of found as (RawRow & { own?: OwnItems })[]) {
    const now = filled(own)
    if (!now) continue
    await rows.updateOne({ _id }, { $set: { own: now } }, options)
    changed += 1
  }
  return { next: found.length < BATCH ? null : found.at(-1)!._id, changed }
}

/** Splits a cursor `COLLECTION/ID`. */
function placeOf(cursor: string): { name: string; after: string } {
  const split = cursor.indexOf('/')
  return { name: cursor.slice(0, split), after: cursor.slice(split + 1) }
}

async function count(db: Db): Promise<number> {
  let all = await rawCollection(db, YEARS).countDocuments({})
  for (const name of NAMED) all += await rawCollection(db, name).countDocuments(WITHOUT)
  return all
}

/**
 * Gives items outside the five focus categories the general one, also on their obligations and in the matrix. Works
 * below the models, as a released migration must.
 */
export const generalCategory: Migration = {
  to: 5,
  title: '五类以外的事项归入“其他公开事项”',
  count,
  batch: async (tx, cursor) => {
    const { name, after } = placeOf(cursor ?? `${PLACES[0]}/`)
    const { next, changed } = name === YEARS ? await fillYears(tx, after) : await fillRows(tx, name)
    if (next !== null) return { next: `${name}/${next}`, changed }
    const following = PLACES[PLACES.findIndex(place => place === name) + 1]
    return { next: following === undefined ? null : `${following}/`, changed }
  },
}

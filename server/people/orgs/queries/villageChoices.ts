import { isStreet, isVillage } from '@shared/common/orgKinds'
import { trusted } from 'mongoose'
import { keysAsked } from '@server/domain/search/nameKeys'
import type { Db } from '@server/platform/store/db'
import { Orgs, type OrgRow } from '../models/orgs'
import { findOrg } from './orgs'

/** Organisations of one answer. */
const AT_ONCE = 50
/** Of a query like 柳溪 新村: organisations named by the first word, streets among them, villages below these. */
const NAMED_LOOKED_AT = 200
const STREETS_LOOKED_AT = 10
const VILLAGES_LOOKED_AT = 1_000

/** Position among siblings, or by code in a search, where `order` is 0. */
export interface Place {
  order: number
  code: string
}

/** What a reader may choose of, or go down to. */
export interface Choices {
  /** From the root to the organisation whose parts are listed, itself included; empty at the root. */
  trail: OrgRow[]
  rows: OrgRow[]
  /** Position of the next page; null on the last. */
  next: Place | null
}

async function partsOf(db: Db, parentCode: string | null, after: Place | null): Promise<OrgRow[]> {
  const later = after && {
    $or: [
      { order: trusted({ $gt: after.order }) },
      { order: after.order, _id: trusted({ $gt: after.code }) },
    ],
  }
  return db
    .of(Orgs)
    .find({ parentCode, ...later })
    .sort({ order: 1, _id: 1 })
    .limit(AT_ONCE + 1)
    .lean<OrgRow[]>()
    .exec()
}

/**
 * Lists the parts of an organisation, a page at a time; null: those of the root. Goes further down while there is one
 * part alone that is no village.
 */
export async function choicesBelow(
  db: Db,
  code: string | null,
  after: Place | null,
): Promise<Choices | null> {
  const place = code === null ? null : await findOrg(db, code)
  if (code !== null && !place) return null
  const trail = place ? [...place.ancestors, place.org] : []
  let rows = await partsOf(db, code, after)
  while (after === null && rows.length === 1 && !isVillage(rows[0]!)) {
    trail.push(rows[0]!)
    rows = await partsOf(db, rows[0]!._id, null)
  }
  const shown = rows.slice(0, AT_ONCE)
  const last = rows.length > AT_ONCE ? shown.at(-1)! : null
  return { trail, rows: shown, next: last && { order: last.order, code: last._id } }
}

const byName = (name: string) => (one: OrgRow, other: OrgRow) =>
  Number(!one.name.startsWith(name)) - Number(!other.name.startsWith(name)) ||
  one.name.length - other.name.length ||
  (one._id < other._id ? -1 : 1)

const found = (rows: readonly OrgRow[], name: string): OrgRow[] =>
  rows.filter(org => isVillage(org) || isStreet(org)).sort(byName(name))

/** Finds villages with the name under streets with the other; without pages, since a street has some hundred at most. */
async function choicesWithin(db: Db, street: string, name: string): Promise<Choices> {
  const named = await db
    .of(Orgs)
    .find({ nameKeys: street }, { kind: 1 })
    .sort({ _id: 1 })
    .limit(NAMED_LOOKED_AT)
    .lean<Pick<OrgRow, '_id' | 'kind'>[]>()
    .exec()
  const streets = named.filter(isStreet).slice(0, STREETS_LOOKED_AT)
  const below = await db
    .of(Orgs)
    .find({ parentCode: trusted({ $in: streets.map(({ _id }) => _id) }) })
    .limit(VILLAGES_LOOKED_AT)
    .lean<OrgRow[]>()
    .exec()
  const rows = below.filter(org => org.nameKeys?.includes(name))
  return { trail: [], rows: found(rows, name).slice(0, AT_ONCE), next: null }
}

/**
 * Finds villages, communities and streets by name, former name, pinyin or initials, a page at a time; a first word narrows the
 * search to the streets of that name. Each page is sorted by how near the names are.
 */
export async function choicesNamed(db: Db, query: string, after: Place | null): Promise<Choices> {
  const keys = keysAsked(query)
  const name = keys.at(-1)
  if (!name) return { trail: [], rows: [], next: null }
  if (keys.length > 1) return choicesWithin(db, keys[0]!, name)
  const rows = await db
    .of(Orgs)
    .find({ nameKeys: name, ...(after && { _id: trusted({ $gt: after.code }) }) })
    .sort({ _id: 1 })
    .limit(AT_ONCE + 1)
    .lean<OrgRow[]>()
    .exec()
  const shown = rows.slice(0, AT_ONCE)
  const last = rows.length > AT_ONCE ? shown.at(-1)! : null
  return { trail: [], rows: found(shown, name), next: last && { order: 0, code: last._id } }
}

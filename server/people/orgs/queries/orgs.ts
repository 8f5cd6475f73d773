import { trusted } from 'mongoose'
import { isStreet, isVillage } from '@shared/common/orgKinds'
import { notFound } from '@server/platform/errors'
import type { Db } from '@server/platform/store/db'
import { Orgs, type OrgRow } from '../models/orgs'

/** Organisation with its ancestors from the root down, itself excluded. */
export interface OrgWithAncestors {
  org: OrgRow
  ancestors: OrgRow[]
}

/** Finds an organisation by code; null when there is none. */
export async function findOrg(db: Db, code: string): Promise<OrgWithAncestors | null> {
  const org = await db.of(Orgs).findById(code).lean<OrgRow>().exec()
  if (!org) return null
  const above = await db
    .of(Orgs)
    .find({ _id: trusted({ $in: org.path.filter(step => step !== code) }) })
    .lean<OrgRow[]>()
    .exec()
  return { org, ancestors: [...above].sort((a, b) => a.path.length - b.path.length) }
}

/** Loads the organisation. @throws AppError 404 `org-not-found`; `field` names the field of the request with the unknown code */
export async function requireOrgTarget(db: Db, code: string, field: string): Promise<OrgWithAncestors> {
  const place = await findOrg(db, code)
  if (!place) throw notFound('org-not-found', field)
  return place
}

/** Returns the street or town that an organisation belongs to or is; null above the streets. */
export const streetOf = ({ org, ancestors }: OrgWithAncestors): OrgRow | null =>
  isStreet(org) ? org : (ancestors.find(isStreet) ?? null)

const inOrder = (a: OrgRow, b: OrgRow) => a.order - b.order || (a._id < b._id ? -1 : 1)

const childrenOf = (db: Db, parentCode: string | null): Promise<OrgRow[]> =>
  db.of(Orgs).find({ parentCode }).sort({ order: 1, _id: 1 }).lean<OrgRow[]>().exec()

/** Lists every organisation, parents before children, siblings in their order. */
export async function allOrgs(db: Db): Promise<OrgRow[]> {
  const roots = await childrenOf(db, null)
  const rows = await db
    .of(Orgs)
    .find({ path: trusted({ $in: roots.map(root => root._id) }) })
    .lean<OrgRow[]>()
    .exec()
  const children = new Map<string | null, OrgRow[]>()
  for (const row of rows.sort(inOrder)) {
    children.set(row.parentCode, [...(children.get(row.parentCode) ?? []), row])
  }
  const walk = (parent: string | null): OrgRow[] =>
    (children.get(parent) ?? []).flatMap(row => [row, ...walk(row._id)])
  return walk(null)
}

/** Returns the codes of every organisation above and below one, itself included. */
export async function codesAround(db: Db, code: string): Promise<string[]> {
  const org = await db.of(Orgs).findById(code, { path: 1 }).lean<Pick<OrgRow, 'path'>>().exec()
  const below = await db.of(Orgs).distinct('_id', { path: code }).exec()
  return [...new Set([...(org?.path ?? [code]), ...below])]
}

/** Lists the villages and communities under an organisation, in their order, without merged ones. */
export async function villagesUnder(db: Db, code: string): Promise<OrgRow[]> {
  const rows = await db.of(Orgs).find({ path: code }).sort({ order: 1, _id: 1 }).lean<OrgRow[]>().exec()
  return rows.filter(org => isVillage(org) && !org.mergedInto)
}

/** Finds the first village of the tree below `parentCode`, the default for a reader without a choice. */
export async function firstVillage(db: Db, parentCode: string | null = null): Promise<OrgRow | null> {
  for (const child of await childrenOf(db, parentCode)) {
    const village = isVillage(child) ? child : await firstVillage(db, child._id)
    if (village && !village.mergedInto) return village
  }
  return null
}

/** Organisation reduced to code and name. */
export type Named = Pick<OrgRow, '_id' | 'name'>

/** Finds the name of an organisation; null when there is none. */
export const findNamed = (db: Db, code: string): Promise<Named | null> =>
  db.of(Orgs).findById(code, { name: 1 }).lean<Named>().exec()

/** Names of organisations by code. */
export type OrgNames = ReadonlyMap<string, string>

/** Loads the names of all organisations in the rows; does not query those in `known` again. */
export async function namesIn(
  db: Db,
  known: readonly Named[],
  rows: readonly { orgCode: string; regards: string | null }[],
): Promise<OrgNames> {
  const names = new Map(known.map(org => [org._id, org.name]))
  const codes = rows.flatMap(row => [row.orgCode, row.regards ?? row.orgCode])
  const missing = [...new Set(codes)].filter(code => !names.has(code))
  for (const org of await namedBy(db, missing)) names.set(org._id, org.name)
  return names
}

/** Loads the names of the organisations directly above others. */
export async function namesAbove(db: Db, rows: readonly OrgRow[]): Promise<OrgNames> {
  const codes = new Set(rows.flatMap(({ parentCode }) => parentCode ?? []))
  return new Map((await namedBy(db, [...codes])).map(org => [org._id, org.name]))
}

async function namedBy(db: Db, codes: readonly string[]): Promise<Named[]> {
  if (codes.length === 0) return []
  return db
    .of(Orgs)
    .find({ _id: trusted({ $in: codes }) }, { name: 1 })
    .lean<Named[]>()
    .exec()
}

/** @throws AppError 404 `org-not-found` */
export async function requireOrg(db: Db, code: string, field: string): Promise<OrgRow> {
  const org = await db.of(Orgs).findById(code).lean<OrgRow>().exec()
  if (!org) throw notFound('org-not-found', field)
  return org
}

/** Reads the path of an organisation from the root down to itself; null when there is none. */
export async function orgPath(db: Db, code: string): Promise<string[] | null> {
  const org = await db.of(Orgs).findById(code, { path: 1 }).lean<Pick<OrgRow, 'path'>>().exec()
  return org?.path ?? null
}

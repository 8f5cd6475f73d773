import { trusted } from 'mongoose'
import { isStreet, isVillage } from '@shared/common/orgKinds'
import { notFound } from '@server/platform/errors'
import type { Models, OrgRow } from '@server/platform/store/collections'

/** An organisation with its ancestors from the root down, itself excluded. */
export interface OrgWithAncestors {
  org: OrgRow
  ancestors: OrgRow[]
}

/** Organisation by code; null when there is none. */
export async function findOrg(models: Models, code: string): Promise<OrgWithAncestors | null> {
  const org = await models.orgs.findById(code).lean<OrgRow>().exec()
  if (!org) return null
  const above = await models.orgs
    .find({ _id: trusted({ $in: org.path.filter(step => step !== code) }) })
    .lean<OrgRow[]>()
    .exec()
  return { org, ancestors: [...above].sort((a, b) => a.path.length - b.path.length) }
}

/** @throws AppError 404 `org-not-found`; `field` names the field of the request that points nowhere */
export async function requireOrgTarget(
  models: Models,
  code: string,
  field: string,
): Promise<OrgWithAncestors> {
  const place = await findOrg(models, code)
  if (!place) throw notFound('org-not-found', field)
  return place
}

/** The street or town that an organisation belongs to, or is; null above the streets. */
export const streetOf = ({ org, ancestors }: OrgWithAncestors): OrgRow | null =>
  isStreet(org) ? org : (ancestors.find(isStreet) ?? null)

const inOrder = (a: OrgRow, b: OrgRow) => a.order - b.order || (a._id < b._id ? -1 : 1)

const childrenOf = (models: Models, parentCode: string | null): Promise<OrgRow[]> =>
  models.orgs.find({ parentCode }).sort({ order: 1, _id: 1 }).lean<OrgRow[]>().exec()

/** Every organisation, parents before children, sisters in their order. */
export async function allOrgs(models: Models): Promise<OrgRow[]> {
  const roots = await childrenOf(models, null)
  const rows = await models.orgs
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

/** Villages and communities under an organisation, in their order. */
export async function villagesUnder(models: Models, code: string): Promise<OrgRow[]> {
  const rows = await models.orgs.find({ path: code }).sort({ order: 1, _id: 1 }).lean<OrgRow[]>().exec()
  return rows.filter(isVillage)
}

/** The first village of the tree below `parentCode`: what a reader sees who has not chosen one. */
export async function firstVillage(models: Models, parentCode: string | null = null): Promise<OrgRow | null> {
  for (const child of await childrenOf(models, parentCode)) {
    const village = isVillage(child) ? child : await firstVillage(models, child._id)
    if (village) return village
  }
  return null
}

/** An organisation by no more than its name. */
export type Named = Pick<OrgRow, '_id' | 'name'>

/** Name of an organisation; null when there is none. */
export const findNamed = (models: Models, code: string): Promise<Named | null> =>
  models.orgs.findById(code, { name: 1 }).lean<Named>().exec()

/** Names of organisations by code. */
export type OrgNames = ReadonlyMap<string, string>

/** Names of all organisations that the rows speak of; what is `known` is not asked for again. */
export async function namesIn(
  models: Models,
  known: readonly Named[],
  rows: readonly { orgCode: string; regards: string | null }[],
): Promise<OrgNames> {
  const names = new Map(known.map(org => [org._id, org.name]))
  const codes = rows.flatMap(row => [row.orgCode, row.regards ?? row.orgCode])
  const missing = [...new Set(codes)].filter(code => !names.has(code))
  if (missing.length === 0) return names
  const found = await models.orgs
    .find({ _id: trusted({ $in: missing }) }, { name: 1 })
    .lean<Named[]>()
    .exec()
  for (const org of found) names.set(org._id, org.name)
  return names
}

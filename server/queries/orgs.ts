import { trusted } from 'mongoose'
import { notFound } from '../errors'
import type { Models, OrgRow } from '../models'

const KINDS_WITH_RESIDENTS = new Set<OrgRow['kind']>(['village', 'community'])
const KINDS_OF_STREET = new Set<OrgRow['kind']>(['street', 'town'])

export const isVillage = (org: Pick<OrgRow, 'kind'>): boolean => KINDS_WITH_RESIDENTS.has(org.kind)
export const isStreet = (org: Pick<OrgRow, 'kind'>): boolean => KINDS_OF_STREET.has(org.kind)

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
export async function placeOr404(models: Models, code: string, field: string): Promise<OrgWithAncestors> {
  const place = await findOrg(models, code)
  if (!place) throw notFound('org-not-found', field)
  return place
}

/** The street or town that an organisation belongs to, or is; null above the streets. */
export const streetOf = ({ org, ancestors }: OrgWithAncestors): OrgRow | null =>
  isStreet(org) ? org : (ancestors.find(isStreet) ?? null)

/** Every organisation, parents before children, sisters in their order. */
export async function allOrgs(models: Models): Promise<OrgRow[]> {
  const rows = await models.orgs.find().lean<OrgRow[]>().exec()
  const children = new Map<string | null, OrgRow[]>()
  for (const row of rows) children.set(row.parentCode, [...(children.get(row.parentCode) ?? []), row])
  const walk = (parent: string | null): OrgRow[] =>
    (children.get(parent) ?? [])
      .sort((a, b) => a.order - b.order || (a._id < b._id ? -1 : 1))
      .flatMap(row => [row, ...walk(row._id)])
  return walk(null)
}

/** Villages and communities under an organisation, in their order. */
export async function villagesUnder(models: Models, code: string): Promise<OrgRow[]> {
  const rows = await models.orgs.find({ path: code }).sort({ order: 1, _id: 1 }).lean<OrgRow[]>().exec()
  return rows.filter(isVillage)
}

/** The first village of the tree: what a reader sees who has not chosen one. */
export async function firstVillage(models: Models): Promise<OrgRow | null> {
  return (await allOrgs(models)).find(isVillage) ?? null
}

import { type OrgWithAncestors, requireOrgTarget, streetOf, villagesUnder } from '@server/people/orgs'
import { notFound } from '@server/platform/errors'
import type { Db } from '@server/platform/store/db'
import type { ReadingPlace } from '@shared/contract/reading/zone'
import { Zones } from '../models/zones'

/** A street with its reading places; `asked`: the place of the address, the street itself or a village of it. */
export interface ZoneContext {
  asked: OrgWithAncestors
  street: OrgWithAncestors
  places: ReadingPlace[]
  villages: { code: string; name: string }[]
}

/** Reads the zone of a street, or of the street of a village. @throws AppError 404 */
export async function requireZone(db: Db, code: string): Promise<ZoneContext> {
  const asked = await requireOrgTarget(db, code, 'code')
  const above = streetOf(asked)
  if (!above) throw notFound()
  const street = above._id === code ? asked : await requireOrgTarget(db, above._id, 'code')
  const row = await db.of(Zones).findById(above._id).lean<{ places: ReadingPlace[] }>().exec()
  const villages = await villagesUnder(db, above._id)
  return {
    asked,
    street,
    places: row?.places ?? [],
    villages: villages.map(({ _id, name }) => ({ code: _id, name })),
  }
}

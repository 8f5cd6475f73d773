import { isStreet, isVillage } from '@shared/common/orgKinds'
import type { Db } from '@server/platform/store/db'
import { Orgs, type OrgRow } from '@server/people/orgs'
import { Publications, type PublicationRow } from '@server/disclosure/publications'

type Known = Pick<OrgRow, '_id' | 'kind' | 'path'>

/**
 * Returns the codes of the organisations that have a part of the sitemap: every street, which speaks for its villages,
 * and every organisation that is below no street.
 */
export async function partCodes(db: Db): Promise<string[]> {
  const all = await db
    .of(Orgs)
    .find({}, { kind: 1, path: 1 })
    .sort({ _id: 1 })
    .lean<Known[]>()
    .exec()
  const streets = new Set(all.filter(isStreet).map(({ _id }) => _id))
  const belongs = ({ _id, path }: Known) => path.some(code => code !== _id && streets.has(code))
  return all.filter(org => !belongs(org)).map(({ _id }) => _id)
} // prettier-ignore

type Dated = Pick<PublicationRow, 'noticeId' | 'category' | 'publishedAt'>

/** What a part of the sitemap lists: organisations with their public notices, newest first. */
export interface PartRows {
  issuer: Known
  places: { code: string; notices: Dated[] }[]
}

/** Returns the rows of a part; null for an organisation that has none. */
export async function partOf(db: Db, code: string): Promise<PartRows | null> {
  if (!(await partCodes(db)).includes(code)) return null
  const below = await db
    .of(Orgs)
    .find({ path: code }, { kind: 1, path: 1 })
    .sort({ order: 1, _id: 1 })
    .lean<Known[]>()
    .exec()
  const issuer = below.find(({ _id }) => _id === code)
  if (!issuer) return null
  const places = isStreet(issuer) ? below.filter(org => org._id === code || isVillage(org)) : [issuer]
  const rows = await Promise.all(
    places.map(async ({ _id }) => ({
      code: _id,
      notices: await db
        .of(Publications)
        .find({ orgCode: _id, live: true }, { noticeId: 1, category: 1, publishedAt: 1 })
        .sort({ publishedAt: -1, _id: -1 })
        .lean<Dated[]>()
        .exec(),
    })),
  )
  return { issuer, places: rows }
}

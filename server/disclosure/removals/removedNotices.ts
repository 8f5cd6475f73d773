import type { RemovedNotice } from '@shared/contract/disclosure/removedNotice'
import type { Db } from '@server/platform/store/db'
import { Orgs, type OrgRow } from '@server/people/orgs'
import { presentRemoved } from './presenters/removal'
import { removalOf, removedIn } from './queries/removals'

type Place = Pick<OrgRow, '_id' | 'name'>

interface Scope {
  category?: string | undefined
  /** Keys of the matter, in a list of one item. */
  itemKeys?: readonly string[]
  /** Year of the period. */
  year?: number | undefined
  /** Exactly this period. */
  period?: string | undefined
}

/** Returns the withdrawn and erased notices that a list of an organisation shows in place of their words. */
export async function removedOf(
  db: Db,
  { _id: orgCode, name }: Place,
  { year, period, ...scope }: Scope = {},
): Promise<RemovedNotice[]> {
  const rows = await removedIn(db, { orgCode, ...scope })
  const inTime = rows.filter(
    row =>
      (year === undefined || row.period.startsWith(String(year))) &&
      (period === undefined || row.period === period),
  )
  return inTime.map(row => presentRemoved(row, new Map([[orgCode, name]])))
}

/** Returns the removal of one edition, for its page; undefined when there is none. */
export async function removalOfEdition(
  db: Db,
  noticeId: string,
  edition: number,
): Promise<RemovedNotice | undefined> {
  const row = await removalOf(db, noticeId, edition)
  const org = row && (await db.of(Orgs).findById(row.orgCode).lean<OrgRow>().exec())
  return row && org ? presentRemoved(row, new Map([[org._id, org.name]])) : undefined
}

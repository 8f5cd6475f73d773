import { type QueryFilter, trusted } from 'mongoose'
import { isStreet, isVillage } from '@shared/domain/orgKinds'
import { DUE_SOON } from '@shared/data/obligationRules'
import { addDays } from '@shared/domain/deadline'
import type { Models, ObligationRow, OrgRow } from '../../models'
import { type FindingRows, findingPage } from '../findings'

/** Rows that are counted at most: the list says “100 or more”. */
const MOST = 100

export interface TodayRows {
  org: OrgRow
  due: ObligationRow[]
  late: ObligationRow[]
  missing: ObligationRow[]
  different: FindingRows
  /** Organisations that the duties name, by code. */
  orgs: ReadonlyMap<string, OrgRow>
}

const openUnder = (
  models: Models,
  org: OrgRow,
  filter: QueryFilter<ObligationRow>,
): Promise<ObligationRow[]> =>
  models.obligations
    .find({ path: org._id, status: 'open', ...filter })
    .sort({ sortOn: 1, _id: 1 })
    .limit(MOST)
    .lean<ObligationRow[]>()
    .exec()

/** Open differences of a village, of a street, of all streets below. */
async function findingsUnder(models: Models, org: OrgRow): Promise<FindingRows> {
  const all = isVillage(org) || isStreet(org) ? [org] : await models.orgs.find({ path: org._id }).lean<OrgRow[]>().exec() // prettier-ignore
  const pages: FindingRows[] = []
  for (const place of all.filter(one => isVillage(org) || isStreet(one))) {
    pages.push(await findingPage(models, { org: place, state: 'open' }, null, MOST))
  }
  const rows = pages.flatMap(page => page.rows).sort((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime())
  const orgs = new Map(pages.flatMap(page => [...page.orgs]))
  return { rows: rows.slice(0, MOST), orgs, nextCursor: null }
}

/** What needs somebody today, of an organisation and everything below it: due, late, missing, different. */
export async function todayRows(models: Models, org: OrgRow, today: string): Promise<TodayRows> {
  const due = await openUnder(models, org, {
    sortOn: trusted({ $gte: today, $lt: addDays(today, DUE_SOON.days + 1) }),
  })
  const over = await openUnder(models, org, { sortOn: trusted({ $lt: today }) })
  const missing = await openUnder(models, org, { causeKind: 'standing' })
  const different = await findingsUnder(models, org)
  const isStanding = ({ causeKind }: ObligationRow) => causeKind === 'standing'
  const codes = new Set([...due, ...over, ...missing].map(({ orgCode }) => orgCode))
  const orgs = await models.orgs
    .find({ _id: trusted({ $in: [...codes] }) })
    .lean<OrgRow[]>()
    .exec()
  return {
    org,
    due: due.filter(row => !isStanding(row)),
    late: over.filter(row => !isStanding(row)),
    missing,
    different,
    orgs: new Map(orgs.map(row => [row._id, row])),
  }
}

import { type QueryFilter, trusted } from 'mongoose'
import { isStreet, isVillage } from '@shared/common/orgKinds'
import { DUE_SOON } from '@shared/facts/disclosure/obligationRules'
import { addDays } from '@server/domain/deadline'
import type { Today } from '@shared/contract/disclosure/matrix'
import type { Db } from '@server/platform/store/db'
import { Obligations, type ObligationRow } from '../models/obligations'
import { type DiscrepancyRows, countDiscrepancies, discrepancyPage } from '@server/disclosure/discrepancies'
import { Orgs, type OrgRow } from '@server/people/orgs'

/** Most rows of each kind that are listed; the counts cover all. */
const SHOWN = 20

export interface TodayRows {
  org: OrgRow
  due: ObligationRow[]
  late: ObligationRow[]
  missing: ObligationRow[]
  different: DiscrepancyRows
  counts: Today['counts']
  /** Organisations of the obligations, by code. */
  orgs: ReadonlyMap<string, OrgRow>
}

type Filter = QueryFilter<ObligationRow>

const STANDING = { causeKind: 'standing' } as const
const DATED = { causeKind: trusted({ $ne: 'standing' as const }) }

const firstOf = (db: Db, filter: Filter): Promise<ObligationRow[]> =>
  db.of(Obligations).find(filter).sort({ sortDate: 1, _id: 1 }).limit(SHOWN).lean<ObligationRow[]>().exec()

/** Counts obligations without 长期公开, by index alone. */
async function countDated(db: Db, filter: Filter): Promise<number> {
  const all = await db.of(Obligations).countDocuments(filter).exec()
  return (
    all -
    (await db
      .of(Obligations)
      .countDocuments({ ...filter, ...STANDING })
      .exec())
  )
}

/** Returns the open discrepancies of a village, of a street, or of all streets below. */
async function discrepanciesUnder(db: Db, org: OrgRow): Promise<DiscrepancyRows & { count: number }> {
  const all = isVillage(org) || isStreet(org) ? [org] : await db.of(Orgs).find({ path: org._id }).lean<OrgRow[]>().exec() // prettier-ignore
  const pages: DiscrepancyRows[] = []
  let count = 0
  for (const place of all.filter(one => isVillage(org) || isStreet(one))) {
    const scope = { org: place, state: 'open' } as const
    pages.push(await discrepancyPage(db, scope, null, SHOWN))
    count += await countDiscrepancies(db, scope)
  }
  const rows = pages.flatMap(page => page.rows).sort((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime())
  const orgs = new Map(pages.flatMap(page => [...page.orgs]))
  return { rows: rows.slice(0, SHOWN), orgs, nextCursor: null, count }
}

/** Returns what needs action today in an organisation and everything below it: due, overdue, missing, discrepant. */
export async function todayRows(db: Db, org: OrgRow, today: string): Promise<TodayRows> {
  const under = { path: org._id, status: 'open' } as const
  const soon = { ...under, sortDate: trusted({ $gte: today, $lt: addDays(today, DUE_SOON.days + 1) }) }
  const over = { ...under, sortDate: trusted({ $lt: today }) }
  const standing = { ...under, ...STANDING }
  const due = await firstOf(db, { ...soon, ...DATED })
  const late = await firstOf(db, { ...over, ...DATED })
  const missing = await firstOf(db, standing)
  const different = await discrepanciesUnder(db, org)
  const counts = {
    due: await countDated(db, soon),
    late: await countDated(db, over),
    missing: await db.of(Obligations).countDocuments(standing).exec(),
    discrepancies: different.count,
    unresolved: await db.of(Obligations).countDocuments({ path: org._id, status: 'unresolved' }).exec(),
  }
  const codes = new Set([...due, ...late, ...missing].map(({ orgCode }) => orgCode))
  const orgs = await db
    .of(Orgs)
    .find({ _id: trusted({ $in: [...codes] }) })
    .lean<OrgRow[]>()
    .exec()
  return { org, due, late, missing, different, counts, orgs: new Map(orgs.map(row => [row._id, row])) }
}

import { type QueryFilter, trusted } from 'mongoose'
import { isStreet, isVillage } from '@shared/common/orgKinds'
import { DUE_SOON } from '@shared/facts/disclosure/obligationRules'
import { addDays } from '@server/domain/deadline'
import type { Today } from '@shared/contract/disclosure/matrix'
import type { Models, ObligationRow, OrgRow } from '@server/platform/store/collections'
import {
  type DiscrepancyRows,
  countDiscrepancies,
  discrepancyPage,
} from '@server/disclosure/discrepancies/queries/discrepancies'

/** Rows of each kind that are listed; all are counted. */
const SHOWN = 20

export interface TodayRows {
  org: OrgRow
  due: ObligationRow[]
  late: ObligationRow[]
  missing: ObligationRow[]
  different: DiscrepancyRows
  counts: Today['counts']
  /** Organisations that the duties name, by code. */
  orgs: ReadonlyMap<string, OrgRow>
}

type Filter = QueryFilter<ObligationRow>

const STANDING = { causeKind: 'standing' } as const
const DATED = { causeKind: trusted({ $ne: 'standing' as const }) }

const firstOf = (models: Models, filter: Filter): Promise<ObligationRow[]> =>
  models.obligations.find(filter).sort({ sortOn: 1, _id: 1 }).limit(SHOWN).lean<ObligationRow[]>().exec()

/** Without 长期公开; counted by index alone. */
async function countDated({ obligations }: Models, filter: Filter): Promise<number> {
  const all = await obligations.countDocuments(filter).exec()
  return all - (await obligations.countDocuments({ ...filter, ...STANDING }).exec())
}

/** Open differences of a village, of a street, of all streets below. */
async function discrepanciesUnder(models: Models, org: OrgRow): Promise<DiscrepancyRows & { count: number }> {
  const all = isVillage(org) || isStreet(org) ? [org] : await models.orgs.find({ path: org._id }).lean<OrgRow[]>().exec() // prettier-ignore
  const pages: DiscrepancyRows[] = []
  let count = 0
  for (const place of all.filter(one => isVillage(org) || isStreet(one))) {
    const scope = { org: place, state: 'open' } as const
    pages.push(await discrepancyPage(models, scope, null, SHOWN))
    count += await countDiscrepancies(models, scope)
  }
  const rows = pages.flatMap(page => page.rows).sort((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime())
  const orgs = new Map(pages.flatMap(page => [...page.orgs]))
  return { rows: rows.slice(0, SHOWN), orgs, nextCursor: null, count }
}

/** What needs somebody today, of an organisation and everything below it: due, late, missing, different. */
export async function todayRows(models: Models, org: OrgRow, today: string): Promise<TodayRows> {
  const under = { path: org._id, status: 'open' } as const
  const soon = { ...under, sortOn: trusted({ $gte: today, $lt: addDays(today, DUE_SOON.days + 1) }) }
  const over = { ...under, sortOn: trusted({ $lt: today }) }
  const standing = { ...under, ...STANDING }
  const due = await firstOf(models, { ...soon, ...DATED })
  const late = await firstOf(models, { ...over, ...DATED })
  const missing = await firstOf(models, standing)
  const different = await discrepanciesUnder(models, org)
  const counts = {
    due: await countDated(models, soon),
    late: await countDated(models, over),
    missing: await models.obligations.countDocuments(standing).exec(),
    different: different.count,
    unresolved: await models.obligations.countDocuments({ path: org._id, status: 'unresolved' }).exec(),
  }
  const codes = new Set([...due, ...late, ...missing].map(({ orgCode }) => orgCode))
  const orgs = await models.orgs
    .find({ _id: trusted({ $in: [...codes] }) })
    .lean<OrgRow[]>()
    .exec()
  return { org, due, late, missing, different, counts, orgs: new Map(orgs.map(row => [row._id, row])) }
}

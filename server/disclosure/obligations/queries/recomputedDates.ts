import type { DayMove } from '@shared/contract/disclosure/holidays'
import type { Db } from '@server/platform/store/db'
import type { Recompute } from '@server/disclosure/holidays'
import { Orgs, type OrgRow } from '@server/people/orgs'
import { isOfCase } from '../commands/obligationRows'
import { draftFor, timeOf } from '../commands/refreshObligations'
import { Obligations, type ObligationRow } from '../models/obligations'
import { obligingItems } from './obligingItems'

/** Returns the open obligations 公开义务 whose due date assumed a year. */
export const obligationsAssuming = (db: Db, year: number): Promise<ObligationRow[]> =>
  db.of(Obligations).find({ assumedYears: year, status: 'open' }).lean<ObligationRow[]>().exec()

async function movesIn(db: Db, orgCode: string, rows: readonly ObligationRow[], { holidays, at }: Recompute) {
  const org = await db.of(Orgs).findById(orgCode).lean<OrgRow>().exec()
  const items = new Map(org ? (await obligingItems(db, org)).map(one => [one.item.key, one] as const) : [])
  return rows.flatMap((row): DayMove[] => {
    const item = items.get(row.itemKey)
    const to = item && draftFor(row, item, timeOf(at, holidays))?.dueOn
    if (!to || row.dueOn === null || to === row.dueOn) return []
    const label = `公开义务：${row.name}（${row.causeLabel}）`
    return [{ kind: 'obligation', label, id: row._id, orgCode, from: row.dueOn, to }]
  })
}

/** Returns which due dates of obligations a year's table moves; the cases report their own. */
export async function obligationDaysMoving(db: Db, anew: Recompute): Promise<DayMove[]> {
  const rows = (await obligationsAssuming(db, anew.year)).filter(row => !isOfCase(row))
  const moves: DayMove[] = []
  for (const orgCode of new Set(rows.map(row => row.orgCode))) {
    const own = rows.filter(row => row.orgCode === orgCode)
    moves.push(...(await movesIn(db, orgCode, own, anew)))
  }
  return moves
}

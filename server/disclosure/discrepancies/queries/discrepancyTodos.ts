import { trusted } from 'mongoose'
import { periodLabel } from '@shared/common/period'
import type { Db } from '@server/platform/store/db'
import { MOST_OF_A_KIND, type TodoRow, type TodosAsked } from '@server/people/todos'
import { orgTarget, type OrgRow } from '@server/people/orgs'
import { Discrepancies, type DiscrepancyRow } from '../models/discrepancies'
import { can } from '../policy'
import { discrepancyStateLabel } from '../states'

type Waiting = Extract<DiscrepancyRow['state'], 'open' | 'answered'>

/** The oldest first: a discrepancy has no last day. */
function inState(db: Db, orgs: readonly OrgRow[], state: Waiting): Promise<DiscrepancyRow[]> {
  return db
    .of(Discrepancies)
    .find({ orgCode: trusted({ $in: orgs.map(({ _id }) => _id) }), state })
    .sort({ updatedAt: 1, _id: 1 })
    .limit(MOST_OF_A_KIND)
    .lean<DiscrepancyRow[]>()
    .exec()
}

/** Joins the discrepancies of one pair of notices: they are opened at the first and answered one after another. */
function pairsOf(rows: readonly DiscrepancyRow[], step: string): TodoRow[] {
  const pairs = new Map<string, DiscrepancyRow[]>()
  for (const row of rows) {
    const pair = `${row.villageNoticeId}/${row.governmentNoticeId}`
    pairs.set(pair, [...(pairs.get(pair) ?? []), row])
  }
  return [...pairs.values()].map(pair => {
    const { _id, orgCode, itemName, period, state } = pair[0]!
    const places = pair.length > 1 ? `，${pair.length} 处` : ''
    const title = `${itemName}（${periodLabel(period)}${places}）`
    const stage = discrepancyStateLabel(state)
    return { kind: 'discrepancy', subject: _id, orgCode, title, stage, step, dueOn: null }
  })
}

/** Returns the discrepancies that a village has to explain, and the explanations that a street has to judge. */
export async function discrepancyTodos(db: Db, { actor, orgs }: TodosAsked): Promise<TodoRow[]> {
  const own = orgs.filter(org => can(actor, 'discrepancy.answer', orgTarget(org)))
  const guided = orgs.filter(org => can(actor, 'discrepancy.accept', orgTarget(org)))
  return [
    ...pairsOf(await inState(db, own, 'open'), '写说明'),
    ...pairsOf(await inState(db, guided, 'answered'), '看说明'),
    ...pairsOf(await inState(db, guided, 'open'), '核对'),
  ].slice(0, MOST_OF_A_KIND)
}

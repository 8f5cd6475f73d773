import { trusted } from 'mongoose'
import type { Db } from '@server/platform/store/db'
import { MOST_OF_A_KIND, type TodoRow, type TodosAsked } from '@server/people/todos'
import { Removals, type RemovalRow } from '../models/removals'
import { can } from '../policy'
import { targetOf } from './removals'

const STEPS = {
  withdrawal: { stage: '撤回了，等确认', step: '确认' },
  erasure: { stage: '提议依法删除，等同意', step: '看依据' },
} as const

/** Returns the withdrawals that wait for a person's confirmation and the erasures that wait for their consent. */
export async function removalTodos(db: Db, { actor, orgs }: TodosAsked): Promise<TodoRow[]> {
  const places = new Map(orgs.map(org => [org._id, org]))
  const rows = await db
    .of(Removals)
    .find({ orgCode: trusted({ $in: [...places.keys()] }), state: 'waiting' })
    .sort({ at: -1, _id: -1 })
    .limit(MOST_OF_A_KIND)
    .lean<RemovalRow[]>()
    .exec()
  return rows.flatMap((row): TodoRow[] => {
    const { _id, orgCode, kind, matter, dueOn, assumedYears, agreed } = row
    const org = places.get(orgCode)
    if (!org || agreed.some(({ by }) => by === actor.id)) return []
    if (!can(actor, 'removal.agree', targetOf(row, org))) return []
    return [{ kind: 'removal', subject: _id, orgCode, title: matter, dueOn, assumedYears, ...STEPS[kind] }]
  })
}

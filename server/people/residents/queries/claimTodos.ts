import { trusted } from 'mongoose'
import { maskName } from '@server/domain/privacy'
import type { Db } from '@server/platform/store/db'
import { MOST_OF_A_KIND, type TodoRow, type TodosAsked, ownPlaces } from '@server/people/todos'
import { orgTarget } from '@server/people/orgs'
import { ResidencyClaims, type ResidencyClaimRow } from '../models/residencyClaims'
import { can } from '../policy'

/** Returns the residency claims that a person may decide, the longest waiting first; names are covered. */
export async function claimTodos(db: Db, asked: TodosAsked): Promise<TodoRow[]> {
  const orgs = new Map(ownPlaces(asked).map(org => [org._id, org]))
  const rows = await db
    .of(ResidencyClaims)
    .find({ orgCode: trusted({ $in: [...orgs.keys()] }), state: 'pending' })
    .sort({ requestedAt: 1, _id: 1 })
    .limit(MOST_OF_A_KIND)
    .lean<ResidencyClaimRow[]>()
    .exec()
  return rows.flatMap(({ _id, orgCode, userId, name, kind, group }): TodoRow[] => {
    const org = orgs.get(orgCode)
    if (!org || !can(asked.actor, 'residencyClaim.confirm', { org: orgTarget(org), userId })) return []
    const title = `${maskName(name)}${kind === 'own' ? '申请村民认证' : '由家人代办，申请认证'}${group ? `（${group}）` : ''}`
    return [{ kind: 'claim', subject: _id, orgCode, title, stage: '等确认', step: '核对', dueOn: null }]
  })
}

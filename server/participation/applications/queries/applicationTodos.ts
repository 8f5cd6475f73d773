import { trusted } from 'mongoose'
import type { ApplicationState } from '@shared/contract/participation/application'
import type { Db } from '@server/platform/store/db'
import { MOST_OF_A_KIND, type TodoRow, type TodosAsked } from '@server/people/todos'
import { actingTarget, type OrgRow } from '@server/people/orgs'
import { Applications, type ApplicationRow } from '../models/applications'
import { type Action, can } from '../policy'
import { APPLICATION_STATES } from '../states'

/** Who must act in a state, and what is to be done. */
const TURN: Partial<Record<ApplicationState, readonly [Action, string]>> = {
  arrived: ['application.handle', '与申请人确认'],
  examining: ['application.handle', '审查'],
  handling: ['application.handle', '填写结果'],
  drafting: ['application.handle', '拟答复书'],
  reviewing: ['application.review', '审核'],
  signing: ['application.sign', '签发'],
}

/** What several people asked for and is promised: until its address is kept, it waits with the last day. */
function promisedTodos(row: ApplicationRow, org: OrgRow | undefined, actor: TodosAsked['actor']): TodoRow[] {
  const { _id, orgCode, number, userId, activations = [] } = row
  if (!org || !can(actor, 'application.handle', { org: actingTarget(org), userId, openedBy: null })) return []
  return activations
    .filter(({ accept, address }) => accept && address === '')
    .map(({ catalogueItem, dueOn, itemKey, draftId }) => ({
      kind: 'application',
      subject: _id,
      orgCode,
      title: `公开申请 ${number}：${catalogueItem}`,
      stage: draftId !== undefined && itemKey === undefined ? '目录草稿等第二个人启用' : '要主动公开',
      step: '公开，写下网址',
      dueOn,
    }))
}

/** Returns the applications that wait for a person of the body, the earliest last day first; neither who asks nor what. */
export async function applicationTodos(db: Db, { actor, orgs }: TodosAsked): Promise<TodoRow[]> {
  const codes = [...new Set(actor.roles.map(({ orgCode }) => orgCode))]
  const places = new Map(orgs.map(org => [org._id, org]))
  const rows = await db
    .of(Applications)
    .find({ orgCode: trusted({ $in: codes }), open: true })
    .sort({ sortOn: 1, _id: 1 })
    .limit(MOST_OF_A_KIND)
    .lean<ApplicationRow[]>()
    .exec()
  const promised = await db
    .of(Applications)
    .find({
      orgCode: trusted({ $in: codes }),
      activations: trusted({ $elemMatch: { accept: true, address: '' } }),
    })
    .sort({ _id: 1 })
    .limit(MOST_OF_A_KIND)
    .lean<ApplicationRow[]>()
    .exec()
  const active = promised.flatMap(row => promisedTodos(row, places.get(row.orgCode), actor))
  const turns = rows.flatMap(({ _id, orgCode, number, state, dueOn, userId }) => {
    const org = places.get(orgCode)
    const turn = TURN[state]
    if (!org || !turn) return []
    const [action, step] = turn
    if (!can(actor, action, { org: actingTarget(org), userId, openedBy: null })) return []
    const stage = APPLICATION_STATES[state].label
    return [
      {
        kind: 'application' as const,
        subject: _id,
        orgCode,
        title: `公开申请 ${number}`,
        stage,
        step,
        dueOn,
      },
    ]
  })
  return [...turns, ...active]
}

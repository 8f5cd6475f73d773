import { trusted } from 'mongoose'
import type { Db } from '@server/platform/store/db'
import { MOST_OF_A_KIND, type TodoRow, type TodosAsked, ownPlaces } from '@server/people/todos'
import { orgTarget, type OrgRow } from '@server/people/orgs'
import { CatalogueDrafts, type CatalogueDraftRow } from '../models/catalogueDrafts'
import { can } from '../policy'

function todoOf(draft: CatalogueDraftRow, org: OrgRow, { actor }: TodosAsked): TodoRow[] {
  const { _id, orgCode, title, source, state, open, writers } = draft
  const what = { kind: 'catalogue', subject: _id, orgCode, title: title ?? source.file, dueOn: null } as const
  const target = orgTarget(org)
  if (state === 'submitted') {
    const may = can(actor, 'catalogueDraft.activate', { org: target, writers })
    return may ? [{ ...what, stage: '核对完，等第二个人', step: '看过，启用' }] : []
  }
  const stage = open > 0 ? `还有 ${open} 处没核对` : '核对完了'
  return writers.includes(actor.id) && can(actor, 'catalogueDraft.update', target)
    ? [{ ...what, stage, step: '接着核对' }]
    : []
}

/** Returns the drafts of catalogues that a person has to check further, or may activate as the second person. */
export async function draftTodos(db: Db, asked: TodosAsked): Promise<TodoRow[]> {
  const orgs = new Map(ownPlaces(asked).map(org => [org._id, org]))
  const rows = await db
    .of(CatalogueDrafts)
    .find({ orgCode: trusted({ $in: [...orgs.keys()] }), live: true })
    .sort({ updatedAt: 1, _id: 1 })
    .limit(MOST_OF_A_KIND)
    .lean<CatalogueDraftRow[]>()
    .exec()
  return rows.flatMap(draft => {
    const org = orgs.get(draft.orgCode)
    return org ? todoOf(draft, org, asked) : []
  })
}

import { trusted } from 'mongoose'
import type { Db } from '@server/platform/store/db'
import { type TodoRow, type TodosAsked, ownPlaces } from '@server/people/todos'
import { orgTarget } from '@server/people/orgs'
import { VillageCatalogues, type VillageCatalogueRow } from '../models/villageCatalogues'
import { can } from '../policy'

type Changed = Pick<VillageCatalogueRow, '_id' | 'writers' | 'writerNames'>

/** Returns the changed village catalogues that a person may activate as the second person. */
export async function listTodos(db: Db, asked: TodosAsked): Promise<TodoRow[]> {
  const orgs = new Map(ownPlaces(asked).map(org => [org._id, org]))
  const rows = await db
    .of(VillageCatalogues)
    .find({ _id: trusted({ $in: [...orgs.keys()] }) }, { writers: 1, writerNames: 1 })
    .lean<Changed[]>()
    .exec()
  return rows.flatMap(({ _id, writers, writerNames }): TodoRow[] => {
    const org = orgs.get(_id)
    if (!org || writers.length === 0) return []
    if (!can(asked.actor, 'villageCatalogue.activate', { org: orgTarget(org), writers })) return []
    const stage = `${writerNames.join('、')}改过，等第二个人`
    const what = { kind: 'catalogue', subject: _id, orgCode: _id, title: '村公开目录有改动' } as const
    return [{ ...what, stage, step: '看过，启用', dueOn: null }]
  })
}

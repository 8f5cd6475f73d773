import type { Db } from '@server/platform/store/db'
import { type TodoRow, type TodosAsked, ownPlaces } from '@server/people/todos'
import { orgTarget } from '@server/people/orgs'
import { can } from '../policy'
import { inspectionsOf } from './inspections'

/** Returns the latest inspection sheets of a person's own organisations that have cells without a result. */
export async function inspectionTodos(db: Db, asked: TodosAsked): Promise<TodoRow[]> {
  const found: TodoRow[] = []
  for (const org of ownPlaces(asked)) {
    if (!can(asked.actor, 'inspection.record', orgTarget(org))) continue
    for (const { _id, orgCode, year, fromMonth, toMonth, cells } of await inspectionsOf(db, org._id)) {
      const left = cells.filter(({ result }) => result === null).length
      if (left === 0) continue
      const title = `${year}年${fromMonth}月至${toMonth}月的抽查`
      const stage = `${cells.length} 处里还有 ${left} 处没看`
      found.push({ kind: 'inspection', subject: _id, orgCode, title, stage, step: '接着看', dueOn: null })
    }
  }
  return found
}

import { trusted } from 'mongoose'
import { currentStep, livePath, stepClock } from '@server/domain/power/case'
import type { Db } from '@server/platform/store/db'
import { activeHolidays } from '@server/disclosure/holidays'
import { MOST_OF_A_KIND, type TodoRow, type TodosAsked } from '@server/people/todos'
import { PowerCases, type PowerCaseRow } from '../models/powerCases'
import { can, caseTarget } from '../policy'

/** Returns the running cases whose current step a person may do, the longest running first. */
export async function caseTodos(db: Db, { actor, orgs, today }: TodosAsked): Promise<TodoRow[]> {
  const places = new Map(orgs.map(org => [org._id, org]))
  const rows = await db
    .of(PowerCases)
    .find({ orgCode: trusted({ $in: [...places.keys()] }), open: true })
    .sort({ openedAt: 1, _id: 1 })
    .limit(MOST_OF_A_KIND)
    .lean<PowerCaseRow[]>()
    .exec()
  if (rows.length === 0) return []
  const holidays = await activeHolidays(db)
  return rows.flatMap((row): TodoRow[] => {
    const org = places.get(row.orgCode)
    const step = currentStep(row.state)
    if (!org || !step || row.status !== 'running' || !can(actor, 'case.finish', caseTarget({ row, org }))) {
      return []
    }
    const clock = stepClock(row.state, today, holidays)
    const stage = `第 ${livePath(row.state).length + 1} 步：${step.name}`
    const what = { kind: 'case', subject: row._id, orgCode: row.orgCode, title: row.title } as const
    return [
      { ...what, stage, step: '办这步', dueOn: clock?.dueOn ?? null, assumedYears: clock?.assumedYears },
    ]
  })
}

import { addJob, type JobHandler } from '@server/platform/jobs/runner'
import type { Services } from '@server/platform/services'
import type { Tx } from '@server/platform/store/db'
import { activeHolidays, type HolidaysKnown, movesByHolidays, noteMove } from '@server/disclosure/holidays'
import { redateObligation } from '@server/disclosure/obligations'
import { recomputedCaseObligations, recomputedClocks } from '../queries/recomputedDates'

/** Schedules the job that recomputes cases after a year's holidays were confirmed. */
export const scheduleCaseRecomputation = (tx: Tx, { id, year }: HolidaysKnown): Promise<void> =>
  addJob(tx, { kind: 'recompute-cases', key: `recompute-cases:${id}`, dueAt: tx.now, data: { year } })

/** Traces the clocks of open cases 办件 that a year's table moved, and redates the obligations that cases started. */
export const recomputeCasesJob: JobHandler<Services> = {
  run: async (tx, { key, data }) => {
    const by = movesByHolidays(key)
    const anew = { year: Number(data['year']), holidays: await activeHolidays(tx), at: tx.now }
    for (const { row, what, days } of await recomputedClocks(tx, anew)) {
      await noteMove(tx, by, { orgCode: row.orgCode, id: row._id }, what, days)
    }
    for (const { obligation, due } of await recomputedCaseObligations(tx, anew)) {
      await redateObligation(tx, by, obligation, due)
    }
  },
}

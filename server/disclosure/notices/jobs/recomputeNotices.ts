import type { Authorised } from '@server/platform/access/caller'
import { addJob, cancelJob, type JobHandler } from '@server/platform/jobs/runner'
import type { Services } from '@server/platform/services'
import { assumedPart } from '@server/domain/deadline'
import { changed } from '@server/platform/store/collection'
import type { Tx } from '@server/platform/store/db'
import { activeHolidays, movesByHolidays, noteMove, type HolidaysKnown } from '@server/disclosure/holidays'
import { movePublicity } from '@server/disclosure/publications'
import { publicityEndJob } from '../commands/publishNotice'
import { Notices, type NoticeRow } from '../models/notices'
import { actDays, type ActRedating, recomputedActs, recomputedEnds } from '../queries/recomputedDates'

/** Schedules the job that recomputes notices after a year's holidays were confirmed. */
export const scheduleNoticeRecomputation = (tx: Tx, { id, year }: HolidaysKnown): Promise<void> =>
  addJob(tx, { kind: 'recompute-notices', key: `recompute-notices:${id}`, dueAt: tx.now, data: { year } })

/** Returns the order with its new day; undefined: it keeps its day. */
function orderOf({ notice, order: due }: ActRedating): NoticeRow['order'] | undefined {
  if (!notice.order || !due) return undefined
  const { assumedYears: _assumed, ...order } = notice.order
  return { ...order, correctBy: due.dueOn, ...assumedPart({ assumedYears: due.assumedYears ?? [] }) }
}

/** Stores the new last day of an act, and that of an order 责令更正. */
async function moveAct(tx: Tx, by: Authorised<'holidays.move'>, acts: ActRedating): Promise<void> {
  const { _id, orgCode, version } = acts.notice
  const order = orderOf(acts)
  const next = {
    ...(acts.act && { dueOn: acts.act.dueOn, assumedYears: acts.act.assumedYears }),
    ...(order && { order }),
  }
  await tx.of(Notices).updateOne({ _id, version }, changed(next))
  const days = actDays(acts)
  if (days) await noteMove(tx, by, { orgCode, id: _id }, '办理期限', days)
}

/**
 * Recomputes what notices assumed of a year: the ends of running publicity periods, with the jobs that close them,
 * and the days of acts waited for.
 */
export const recomputeNoticesJob: JobHandler<Services> = {
  run: async (tx, { key, data }) => {
    const by = movesByHolidays(key)
    const anew = { year: Number(data['year']), holidays: await activeHolidays(tx), at: tx.now }
    for (const { row, moved } of await recomputedEnds(tx, anew)) {
      await movePublicity(tx, by, row, moved)
      const job = publicityEndJob({ ...row, publicityMoved: moved })
      await cancelJob(tx, job.key)
      await addJob(tx, job)
    }
    for (const act of await recomputedActs(tx, anew)) await moveAct(tx, by, act)
  },
}

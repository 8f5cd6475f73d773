import { addJob, cancelJob, type JobHandler } from '@server/platform/jobs/runner'
import type { Services } from '@server/platform/services'
import { changed } from '@server/platform/store/collection'
import type { Tx } from '@server/platform/store/db'
import { activeHolidays, type HolidaysKnown, movesByHolidays, noteMove } from '@server/disclosure/holidays'
import { recountedWords } from '@shared/texts/holidays'
import { deadlineJobKey, scheduleDeadlineJob } from '../commands/answerDeadline'
import { Objections } from '../models/objections'
import { type AnswerRedating, recomputedAnswers } from '../queries/recomputedDates'

/** Schedules the job that recomputes objections after a year's holidays were confirmed. */
export const scheduleAnswerRecomputation = (tx: Tx, { id, year }: HolidaysKnown): Promise<void> =>
  addJob(tx, { kind: 'recompute-answers', key: `recompute-answers:${id}`, dueAt: tx.now, data: { year } })

/** Stores the new time limit of an objection, with words about the former one, and moves the job that watches it. */
async function moveAnswer(tx: Tx, { objection, due, days }: AnswerRedating): Promise<void> {
  const { _id, version } = objection
  const words =
    due.dueWords && days.from !== days.to ? `${due.dueWords}；${recountedWords(days.from)}` : due.dueWords
  await tx.of(Objections).updateOne({ _id, version }, changed({ ...due, dueWords: words }))
  await cancelJob(tx, deadlineJobKey(objection))
  await scheduleDeadlineJob(tx, { _id, version, dueAt: due.dueAt })
}

/** Recomputes the time limits of objections 异议 that assumed a year. */
export const recomputeAnswersJob: JobHandler<Services> = {
  run: async (tx, { key, data }) => {
    const by = movesByHolidays(key)
    const anew = { year: Number(data['year']), holidays: await activeHolidays(tx), at: tx.now }
    for (const answer of await recomputedAnswers(tx, anew)) {
      await moveAnswer(tx, answer)
      const { orgCode, _id: id } = answer.objection
      await noteMove(tx, by, { orgCode, id }, '异议答复期限', answer.days)
    }
  },
}

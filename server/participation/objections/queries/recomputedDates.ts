import type { DayMove } from '@shared/contract/disclosure/holidays'
import { chinaDate } from '@shared/common/period'
import type { Db } from '@server/platform/store/db'
import type { Recompute } from '@server/disclosure/holidays'
import { type Due, dueIn } from '../commands/answerDeadline'
import { ObjectionEvents, Objections, type ObjectionEventRow, type ObjectionRow } from '../models/objections'
import { requireObjection } from './objections'

/** An objection with its time limits as recomputed. */
export interface AnswerRedating {
  objection: ObjectionRow
  due: Due
  /** The last day, before and now: of the answer, else of the villager's reply. */
  days: { from: string; to: string }
}

const DAY_MS = 86_400_000

/** Returns the last day of the answer, else of the reply; null when nothing is waited for. */
const lastDay = ({ dueOn, replyBy }: Pick<Due, 'dueOn' | 'replyBy'>): string | null =>
  dueOn ?? (replyBy && chinaDate(new Date(replyBy.getTime() - DAY_MS)))

/** Returns the moment at which the objection entered its state. */
async function enteredAt(db: Db, { _id, filedAt }: ObjectionRow): Promise<Date> {
  const events = await db
    .of(ObjectionEvents)
    .find({ objectionId: _id })
    .sort({ version: -1 })
    .lean<ObjectionEventRow[]>()
    .exec()
  return events.find(({ from, to }) => from !== to)?.at ?? filedAt
}

/** Returns the objections 异议 whose time limits assumed a year, recomputed. */
export async function recomputedAnswers(db: Db, { year, holidays }: Recompute): Promise<AnswerRedating[]> {
  const rows = await db
    .of(Objections)
    .find({ assumedYears: year }, { _id: 1 })
    .lean<{ _id: string }[]>()
    .exec()
  const answers: AnswerRedating[] = []
  for (const { _id } of rows) {
    const { objection, org, ancestors } = await requireObjection(db, _id)
    const due = dueIn(objection.state, [...ancestors, org], await enteredAt(db, objection), holidays)
    const [from, to] = [lastDay(objection), lastDay(due)]
    if (from !== null && to !== null) answers.push({ objection, due, days: { from, to } })
  }
  return answers
}

/** Returns which time limits of objections a year's table moves. */
export async function answerDaysMoving(db: Db, anew: Recompute): Promise<DayMove[]> {
  const answers = await recomputedAnswers(db, anew)
  return answers
    .filter(({ days }) => days.from !== days.to)
    .map(({ objection: { _id, number, orgCode }, days }) => ({
      kind: 'answer',
      label: `异议 ${number}`,
      id: _id,
      orgCode,
      ...days,
    }))
}

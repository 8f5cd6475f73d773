import type { Tx } from '@server/platform/store/db'
import { OBJECTION_RULES } from '@shared/facts/participation/objectionRules'
import type { HolidayTable, Span } from '@server/domain/deadline'
import { answerDue } from '../answerDue'
import { OBJECTION_STATES, isWaiting } from '../states'
import { chinaDate } from '@shared/common/period'
import type { ObjectionState } from '@shared/contract/participation/objection'
import { addJob } from '@server/platform/jobs/runner'
import type { ObjectionRow } from '../models/objections'
import { answerSpan, type OrgRow } from '@server/people/orgs'

export type Due = Pick<ObjectionRow, 'waiting' | 'dueAt' | 'dueOn' | 'dueWords' | 'replyBy' | 'assumedYears'>

function spanFor(state: ObjectionState, places: readonly OrgRow[]): Span {
  if (state === 'held') return OBJECTION_RULES.review
  return state === 'open' ? answerSpan(places) : OBJECTION_RULES.escalated
}

/** Calculates the deadline that begins when an objection enters a state. The day of entry is not counted. */
export function dueIn(
  state: ObjectionState,
  places: readonly OrgRow[],
  now: Date,
  holidays: HolidayTable,
): Due {
  const today = chinaDate(now)
  if (isWaiting(state)) {
    const { date, at, words, assumedYears } = answerDue(today, spanFor(state, places), holidays)
    return { waiting: true, dueAt: at, dueOn: date, dueWords: words, replyBy: null, assumedYears }
  }
  const byVillager = OBJECTION_STATES[state].turn === 'villager'
  const reply = byVillager ? answerDue(today, OBJECTION_RULES.reply, holidays) : null
  const replyBy = reply?.at ?? null
  const { assumedYears } = reply ?? {}
  return { waiting: false, dueAt: null, dueOn: null, dueWords: null, replyBy, assumedYears }
}

/** Queues the notification of objector and handlers about a change. */
export const enqueueNotification = (
  tx: Tx,
  { _id, version }: Pick<ObjectionRow, '_id' | 'version'>,
): Promise<void> =>
  addJob(tx, {
    kind: 'notify-objection',
    key: `tell-objection:${_id}:${version}`,
    dueAt: tx.now,
    data: { objectionId: _id, version },
  })

/** Returns the key of the job that watches a deadline. */
export const deadlineJobKey = ({ _id, version }: Pick<ObjectionRow, '_id' | 'version'>): string =>
  `answer-due:${_id}:${version}`

/** Schedules the notification for a missed deadline. */
export async function scheduleDeadlineJob(
  tx: Tx,
  { _id, version, dueAt }: Pick<ObjectionRow, '_id' | 'version' | 'dueAt'>,
): Promise<void> {
  if (!dueAt) return
  await addJob(tx, {
    kind: 'answer-due',
    key: deadlineJobKey({ _id, version }),
    dueAt,
    data: { objectionId: _id, version },
  })
}

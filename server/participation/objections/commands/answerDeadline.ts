import type { Tx } from '@server/platform/store/db'
import { OBJECTION_RULES } from '@shared/facts/participation/objectionRules'
import type { Span } from '@server/domain/deadline'
import { answerDue } from '../answerDue'
import { OBJECTION_STATES, isWaiting } from '../states'
import { chinaDate } from '@shared/common/period'
import type { ObjectionState } from '@shared/contract/participation/objection'
import { addJob } from '@server/platform/jobs/runner'
import type { ObjectionRow } from '../models/objections'
import type { OrgRow } from '@server/people/orgs'

type Due = Pick<ObjectionRow, 'waiting' | 'dueAt' | 'dueOn' | 'dueWords' | 'replyBy'>

/**
 * Returns the answer period of the organisation, else of the nearest one above it, else of the rules. `places`: from the root
 * down.
 */
export const answerSpan = (places: readonly Pick<OrgRow, 'answerRule'>[]): Span =>
  places.findLast(place => place.answerRule)?.answerRule ?? OBJECTION_RULES.answer

function spanFor(state: ObjectionState, places: readonly OrgRow[]): Span {
  if (state === 'held') return OBJECTION_RULES.review
  return state === 'open' ? answerSpan(places) : OBJECTION_RULES.escalated
}

/** Calculates the deadline that begins when an objection enters a state. The day of entry is not counted. */
export function dueIn(state: ObjectionState, places: readonly OrgRow[], now: Date): Due {
  const today = chinaDate(now)
  if (isWaiting(state)) {
    const due = answerDue(today, spanFor(state, places))
    return { waiting: true, dueAt: due.at, dueOn: due.date, dueWords: due.words, replyBy: null }
  }
  const byVillager = OBJECTION_STATES[state].turn === 'villager'
  const replyBy = byVillager ? answerDue(today, OBJECTION_RULES.reply).at : null
  return { waiting: false, dueAt: null, dueOn: null, dueWords: null, replyBy }
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

/** Schedules the notification for a missed deadline. */
export async function scheduleDeadlineJob(
  tx: Tx,
  { _id, version, dueAt }: Pick<ObjectionRow, '_id' | 'version' | 'dueAt'>,
): Promise<void> {
  if (!dueAt) return
  await addJob(tx, {
    kind: 'answer-due',
    key: `answer-due:${_id}:${version}`,
    dueAt,
    data: { objectionId: _id, version },
  })
}

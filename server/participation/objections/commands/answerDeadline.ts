import { OBJECTION_RULES } from '@shared/facts/participation/objectionRules'
import type { Span } from '@server/domain/deadline'
import { answerDue } from '../answerDue'
import { OBJECTION_STATES, isWaiting } from '../states'
import { chinaDate } from '@shared/common/period'
import type { ObjectionState } from '@shared/contract/participation/objection'
import type { Db } from '@server/platform/store/db'
import type { Services } from '@server/platform/services'
import { addJob } from '@server/platform/jobs/runner'
import type { ObjectionRow } from '../models/objections'
import type { OrgRow } from '@server/people/orgs'

type Due = Pick<ObjectionRow, 'waiting' | 'dueAt' | 'dueOn' | 'dueWords' | 'replyBy'>

/** Days of the organisation itself, of the nearest above it, else of the rules. `places`: from the root down. */
export const answerSpan = (places: readonly Pick<OrgRow, 'answerRule'>[]): Span =>
  places.findLast(place => place.answerRule)?.answerRule ?? OBJECTION_RULES.answer

function spanFor(state: ObjectionState, places: readonly OrgRow[]): Span {
  if (state === 'held') return OBJECTION_RULES.review
  return state === 'open' ? answerSpan(places) : OBJECTION_RULES.escalated
}

/** Who has to act until when, once an objection comes into a state. The day it comes is not counted. */
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

/** Has objector and handlers told what has become of it. Belongs into the transaction that changed it. */
export const enqueueNotification = (
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  { _id, version }: Pick<ObjectionRow, '_id' | 'version'>,
): Promise<void> =>
  addJob(db, {
    kind: 'tell-objection',
    key: `tell-objection:${_id}:${version}`,
    dueAt: clock.now(),
    data: { objectionId: _id, version },
  })

/** Has somebody told when the day has passed. Belongs into the transaction that set the day. */
export async function scheduleDeadlineJob(
  db: Db,
  { _id, version, dueAt }: Pick<ObjectionRow, '_id' | 'version' | 'dueAt'>,
): Promise<void> {
  if (!dueAt) return
  await addJob(db, {
    kind: 'answer-due',
    key: `answer-due:${_id}:${version}`,
    dueAt,
    data: { objectionId: _id, version },
  })
}

import type { Authorised } from '@server/platform/access/caller'
import { audit } from '@server/platform/audit/writeAudit'
import type { Tx } from '@server/platform/store/db'
import { WAITED_ACTS, type NoticeEvent, stateLabel, type Transition, transition, notifies } from '../states'
import { chinaDate } from '@shared/common/period'
import { type Assumed, assumedPart, type HolidayTable } from '@server/domain/deadline'
import { actDueOn } from '@server/domain/publicity'
import { activeHolidays } from '@server/disclosure/holidays'
import { errorText } from '@shared/texts/errors'
import type { NoticeState, SignOff } from '@shared/contract/disclosure/notice'
import { conflict } from '@server/platform/errors'
import { type NoticeContext, lastStatus } from '../queries/noticeContext'
import { addJob } from '@server/platform/jobs/runner'
import { standingOf } from '../policy'
import { Notices, type NoticeRow } from '../models/notices'
import { Statuses, type StatusRow } from '../models/statuses'
import { changed, newId } from '@server/platform/store/collection'
import type { Action } from '../policy'

interface Advance {
  event: NoticeEvent
  /** Version of the notice that the person saw. */
  seen: number
  /** Fields that change together with state, version and time. */
  set?: Partial<NoticeRow>
  /** State to return to; for a step that `returns`. */
  back?: NoticeState
  reason?: string | null
  signOff?: SignOff | null
}

/** States in which the authors work towards the correction that the town ordered. */
const ORDERED: readonly NoticeState[] = ['draft', 'ordered']

type Due = Pick<NoticeRow, 'dueOn'> & Assumed

const happened = ({ byName, label }: StatusRow) => `${byName}已经办了“${label}”，请看过最新内容再办。`

/** Builds the error for an outdated version, with the latest change. */
async function versionConflict(tx: Tx, noticeId: string) {
  const last = await lastStatus(tx, noticeId)
  return conflict('version-conflict', last ? happened(last) : errorText('version-conflict'))
}

const wrongState = ({ state }: Pick<NoticeRow, 'state'>) =>
  conflict('wrong-state', `这条公示现在是“${stateLabel(state)}”，不能这样办。`)

/** Returns the day by which the act that a state waits for has to be done; that of an order holds until the correction is public. */
function dueIn(to: NoticeState, { order }: Pick<NoticeRow, 'order'>, at: Date, holidays: HolidayTable): Due {
  if (order && ORDERED.includes(to)) return { dueOn: order.correctBy, assumedYears: order.assumedYears }
  const wait = WAITED_ACTS[to]
  if (!wait) return { dueOn: null, assumedYears: undefined }
  const due = actDueOn(wait, chinaDate(at), holidays)
  return { dueOn: due.value, assumedYears: undefined, ...assumedPart(due) }
}

async function nextFields(
  tx: Tx,
  { notice }: NoticeContext,
  to: NoticeState,
  advance: Advance,
): Promise<Partial<NoticeRow>> {
  const due = to === notice.state ? null : dueIn(to, notice, tx.now, await activeHolidays(tx))
  return { ...due, ...advance.set, state: to, version: notice.version + 1, updatedAt: tx.now }
}

/**
 * Returns the step that an event is for a notice as a person saw it.
 * @throws AppError 409 `version-conflict` when another writer was faster, `wrong-state` when the table has no such step
 */
export async function requireStep(
  tx: Tx,
  { notice, org }: NoticeContext,
  { event, seen }: Pick<Advance, 'event' | 'seen'>,
): Promise<Transition> {
  if (seen !== notice.version) throw await versionConflict(tx, notice._id)
  const step = transition(standingOf(notice, org), event)
  if (!step) throw wrongState(notice)
  return step
}

/**
 * Advances a notice by one step: compare-and-set on id, state and version, one immutable status row, one audit entry.
 * Returns the notice after the step. The caller has checked the policy.
 * @throws AppError 409 as requireStep
 */
export async function advanceNotice(
  tx: Tx,
  by: Authorised<Action & `notice.${string}`>,
  work: NoticeContext,
  advance: Advance,
): Promise<NoticeContext> {
  const { notice } = work
  const { event, reason = null, signOff = null } = advance
  const step = await requireStep(tx, work, advance)
  const at = tx.now
  const to = step.returns ? advance.back : step.to
  const next = await nextFields(tx, work, to ?? notice.state, advance)
  const { modifiedCount } = await tx
    .of(Notices)
    .updateOne({ _id: notice._id, state: notice.state, version: notice.version }, changed(next))
  if (modifiedCount !== 1) throw await versionConflict(tx, notice._id)
  const after = { ...notice, ...next }
  const status: StatusRow = {
    _id: newId('sta'),
    noticeId: notice._id,
    orgCode: notice.orgCode,
    edition: after.edition,
    version: after.version,
    from: notice.state,
    to: after.state,
    event,
    label: step.label,
    by: by.actor.id,
    byName: by.actor.name,
    at,
    reason,
    signOff,
  }
  await tx.of(Statuses).create([status])
  const { edition, version } = after
  if (notifies(after.state)) {
    const data = { noticeId: notice._id, version }
    await addJob(tx, {
      kind: 'notify-notice',
      key: `tell-notice:${notice._id}:${version}`,
      dueAt: at,
      data,
    })
  }
  await audit(tx, by, { orgCode: notice.orgCode, id: notice._id }, { edition, version })
  return { ...work, notice: after, statuses: [...work.statuses, status] }
}

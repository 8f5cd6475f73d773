import type { Authorised } from '@server/platform/access/caller'
import { audit } from '@server/platform/audit/writeAudit'
import type { Tx } from '@server/platform/store/db'
import { type NoticeEvent, stateLabel, transition, notifies } from '../states'
import { chinaDate } from '@shared/common/period'
import { actDueOn } from '@server/domain/publicity'
import { errorText } from '@shared/texts/errors'
import type { WaitedAct } from '@shared/facts/disclosure/publicityRules'
import type { NoticeState, SignOff } from '@shared/contract/disclosure/notice'
import { conflict } from '@server/platform/errors'
import { type NoticeContext, lastStatus } from '../queries/noticeContext'
import { addJob } from '@server/platform/jobs/runner'
import { standingOf, type Action } from '../policy'
import { Notices, type NoticeRow } from '../models/notices'
import { Statuses, type StatusRow } from '../models/statuses'
import { newId } from '@server/platform/store/collection'

interface Advance {
  event: NoticeEvent
  /** Version of the notice that the person saw. */
  seen: number
  /** Fields that change together with state, version and time. */
  set?: Partial<NoticeRow>
  reason?: string | null
  signOff?: SignOff | null
}

/** Maps a state to the act that must follow it within a time limit. */
const WAITS: Partial<Record<NoticeState, WaitedAct>> = {
  submitted: 'opinion',
  refused: 'correct',
  signed: 'meeting',
}

const happened = ({ byName, label }: StatusRow) => `${byName}已经办了“${label}”，请看过最新内容再办。`

/** Builds the error for an outdated version, with the latest change. */
async function versionConflict(tx: Tx, noticeId: string) {
  const last = await lastStatus(tx, noticeId)
  return conflict('version-conflict', last ? happened(last) : errorText('version-conflict'))
}

const wrongState = ({ state }: Pick<NoticeRow, 'state'>) =>
  conflict('wrong-state', `这条公示现在是“${stateLabel(state)}”，不能这样办。`)

function nextFields(
  { notice }: NoticeContext,
  to: NoticeState,
  advance: Advance,
  at: Date,
): Partial<NoticeRow> {
  const wait = WAITS[to]
  const dueOn = to === notice.state ? notice.dueOn : wait ? actDueOn(wait, chinaDate(at)) : null
  return { dueOn, ...advance.set, state: to, version: notice.version + 1, updatedAt: at }
}

/**
 * Advances a notice by one step: compare-and-set on id, state and version, one immutable status row, one audit entry.
 * Returns the notice after the step. The caller has checked the policy.
 * @throws AppError 409 `version-conflict` when another writer was faster, `wrong-state` when the table has no such step
 */
export async function advanceNotice(
  tx: Tx,
  by: Authorised<Action & `notice.${string}`>,
  work: NoticeContext,
  advance: Advance,
): Promise<NoticeContext> {
  const { notice } = work
  const { event, seen, reason = null, signOff = null } = advance
  if (seen !== notice.version) throw await versionConflict(tx, notice._id)
  const step = transition(standingOf(notice, work.org), event)
  if (!step) throw wrongState(notice)
  const at = tx.now
  const next = nextFields(work, step.to ?? notice.state, advance, at)
  const { modifiedCount } = await tx
    .of(Notices)
    .updateOne({ _id: notice._id, state: notice.state, version: notice.version }, { $set: next })
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

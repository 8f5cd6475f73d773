import { type NoticeEvent, stateLabel, transition } from '@shared/domain/noticeStates'
import { errorText } from '@shared/i18n/errors'
import type { SignOff } from '@shared/schemas/notice'
import { conflict } from '../errors'
import { type NoticeRow, type StatusRow, newId } from '../models'
import type { Action } from '../policies'
import { type Work, lastStatus } from '../queries/work/notices'
import { type Deed, audit } from './deed'

interface Advance {
  event: NoticeEvent
  action: Action
  /** Version of the notice that the person saw. */
  seen: number
  /** Fields that change along with state, version and time. */
  set?: Partial<NoticeRow>
  reason?: string | null
  signOff?: SignOff | null
}

const happened = ({ byName, label }: StatusRow) => `${byName}已经办了“${label}”，请看过最新内容再办。`

/** The person looked at something older: say what has happened since. */
async function outrun({ services }: Deed, noticeId: string) {
  const last = await lastStatus(services.models, noticeId)
  return conflict('version-conflict', last ? happened(last) : errorText('version-conflict'))
}

const wrongState = (notice: NoticeRow) =>
  conflict('wrong-state', `这条公示现在是“${stateLabel(notice.state)}”，不能这样办。`)

/**
 * Takes a notice one step on: compare-and-set on id, state and version, one immutable status row, one audit entry. The
 * caller has judged the policy and runs this in a transaction.
 * @throws AppError 409 `version-conflict` when somebody was faster, `wrong-state` when the table knows no such step
 */
export async function advanceNotice(deed: Deed, { notice }: Work, advance: Advance): Promise<NoticeRow> {
  const { models, clock } = deed.services
  const { event, action, seen, set = {}, reason = null, signOff = null } = advance
  if (seen !== notice.version) throw await outrun(deed, notice._id)
  const step = transition(notice.state, event)
  if (!step) throw wrongState(notice)
  const at = clock.now()
  const next = { ...set, state: step.to, version: notice.version + 1, updatedAt: at }
  const { modifiedCount } = await models.notices.updateOne(
    { _id: notice._id, state: notice.state, version: notice.version },
    { $set: next },
  )
  if (modifiedCount !== 1) throw await outrun(deed, notice._id)
  await models.statuses.create([
    {
      _id: newId('sta'),
      noticeId: notice._id,
      orgCode: notice.orgCode,
      edition: notice.edition,
      version: next.version,
      from: notice.state,
      to: step.to,
      event,
      label: step.label,
      by: deed.actor.id,
      byName: deed.actor.name,
      at,
      reason,
      signOff,
    },
  ])
  await audit(
    deed,
    action,
    { orgCode: notice.orgCode, id: notice._id },
    { edition: notice.edition, version: next.version },
  )
  return { ...notice, ...next }
}

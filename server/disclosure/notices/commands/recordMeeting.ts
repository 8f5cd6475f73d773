import type { Authorised } from '@server/platform/access/caller'
import type { Tx } from '@server/platform/store/db'
import { chinaDate } from '@shared/common/period'
import { REQUIREMENT_TEXTS } from '@shared/texts/requirements'
import type { Issue } from '@shared/contract/common'
import type { MeetNotice } from '@shared/contract/disclosure/noticeWorkflow'
import { requirementsUnmet } from '@server/platform/errors'
import type { NoticeContext } from '../queries/noticeContext'
import { advanceNotice } from './advanceNotice'
import { wordsIssues } from '@server/domain/privacy/textIssues'

function dateIssues({ signOff }: NoticeContext, heldOn: string, today: string): Issue[] {
  if (heldOn > today) {
    return [{ code: 'meeting-in-future', field: 'heldOn', message: REQUIREMENT_TEXTS['meeting-in-future']() }]
  }
  if (signOff && heldOn < chinaDate(signOff.at)) {
    const message = REQUIREMENT_TEXTS['meeting-before-opinion']()
    return [{ code: 'meeting-before-opinion', field: 'heldOn', message }]
  }
  return []
}

/**
 * Records the joint meeting 联席会议 that decides on what the supervisors agreed to (山东省村务公开条例 §11).
 * @throws AppError 422 when its day is impossible; 409 as advanceNotice
 */
export async function recordMeeting(
  tx: Tx,
  by: Authorised<'notice.meet'>,
  work: NoticeContext,
  { version, ...meeting }: MeetNotice,
): Promise<void> {
  const reason = `${meeting.heldOn} ${meeting.chair}主持，应到 ${meeting.expected} 人，实到 ${meeting.attended} 人：${meeting.decision}`
  await advanceNotice(tx, by, work, {
    event: 'meet',
    seen: version,
    set: { meeting },
    reason,
  })
  const today = chinaDate(tx.now)
  const issues = [
    ...dateIssues(work, meeting.heldOn, today),
    ...wordsIssues({ decision: meeting.decision, chair: meeting.chair }, today),
  ]
  if (issues.length > 0) throw requirementsUnmet(issues)
}

import { chinaDate } from '@shared/domain/period'
import { REQUIREMENT_TEXTS } from '@shared/i18n/requirements'
import type { Issue } from '@shared/schemas/common'
import type { MeetNotice } from '@shared/schemas/work'
import { requirementsUnmet } from '../errors'
import type { Work } from '../queries/work/notices'
import { wordsIssues } from '../requirements'
import { advanceNotice } from './advanceNotice'
import type { Deed } from './deed'

function dateIssues({ signOff }: Work, heldOn: string, today: string): Issue[] {
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
 * Records the joint meeting 联席会议 that fixes what the supervisors agreed to (山东省村务公开条例 §11). Runs in a
 * transaction.
 * @throws AppError 422 when its day cannot be; 409 as advanceNotice
 */
export async function recordMeeting(
  deed: Deed,
  work: Work,
  { version, ...meeting }: MeetNotice,
): Promise<void> {
  const reason = `${meeting.heldOn} ${meeting.chair}主持，应到 ${meeting.expected} 人，实到 ${meeting.attended} 人：${meeting.decision}`
  await advanceNotice(deed, work, {
    event: 'meet',
    action: 'notice.meet',
    seen: version,
    set: { meeting },
    reason,
  })
  const today = chinaDate(deed.services.clock.now())
  const issues = [
    ...dateIssues(work, meeting.heldOn, today),
    ...wordsIssues({ decision: meeting.decision, chair: meeting.chair }, today),
  ]
  if (issues.length > 0) throw requirementsUnmet(issues)
}

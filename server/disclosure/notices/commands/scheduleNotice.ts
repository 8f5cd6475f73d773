import { SCHEDULE_AHEAD } from '@shared/facts/disclosure/publicityRules'
import { REQUIREMENT_TEXTS } from '@shared/texts/requirements'
import type { Issue } from '@shared/contract/common'
import type { ScheduleNotice, UnscheduleNotice } from '@shared/contract/disclosure/noticeWorkflow'
import { requirementsUnmet } from '@server/platform/errors'
import type { NoticeContext } from '../queries/noticeContext'
import { addJob } from '@server/platform/jobs/runner'
import { advanceNotice } from './advanceNotice'
import type { CommandContext, TransactionContext } from '@server/platform/access/commandContext'
import { draftOf } from '../requirements/draftOf'
import { publishIssues } from '../requirements/submit'

const DAY_MS = 86_400_000

function momentIssues(publishAt: Date, now: Date): Issue[] {
  const ahead = publishAt.getTime() - now.getTime()
  const code =
    ahead <= 0 ? 'publish-at-past' : ahead > SCHEDULE_AHEAD.days * DAY_MS ? 'publish-at-too-far' : null
  return code ? [{ code, field: 'publishAt', message: REQUIREMENT_TEXTS[code]() }] : []
}

/** The job that publishes a scheduled notice; a later version of the notice makes it void. */
const publishJobKey = (noticeId: string, version: number) => `publish:${noticeId}:${version}`

/**
 * 定时公开: the server publishes it when the moment has come. Runs in a transaction.
 * @throws AppError 422 with everything that stands against publishing or the moment; 409 as advanceNotice
 */
export async function scheduleNotice(
  deed: CommandContext,
  work: NoticeContext,
  { version, publishAt }: ScheduleNotice,
): Promise<void> {
  const { db, clock } = deed.services
  const at = new Date(publishAt)
  const { notice } = await advanceNotice(deed, work, {
    event: 'schedule',
    action: 'notice.schedule',
    seen: version,
    set: { publishAt: at },
  })
  const issues = [...momentIssues(at, clock.now()), ...publishIssues(draftOf(work, clock.now()))]
  if (issues.length > 0) throw requirementsUnmet(issues)
  await addJob(db, {
    kind: 'publish',
    key: publishJobKey(notice._id, notice.version),
    dueAt: at,
    data: { noticeId: notice._id, version: notice.version },
  })
}

/** Takes the schedule back: the notice waits for a person again. Runs in a transaction. @throws AppError 409 */
export async function unscheduleNotice(
  deed: CommandContext,
  work: NoticeContext,
  { version }: UnscheduleNotice,
): Promise<void> {
  await advanceNotice(deed, work, {
    event: 'unschedule',
    action: 'notice.unschedule',
    seen: version,
    set: { publishAt: null },
  })
}

/** The moment came, but something stands against it: the notice waits for a person, the history says why. */
export async function returnToPeople(
  deed: TransactionContext,
  work: NoticeContext,
  issues: readonly Issue[],
): Promise<void> {
  await advanceNotice(deed, work, {
    event: 'unschedule',
    action: 'notice.unschedule',
    seen: work.notice.version,
    set: { publishAt: null },
    reason: issues.map(issue => issue.message).join(''),
  })
}

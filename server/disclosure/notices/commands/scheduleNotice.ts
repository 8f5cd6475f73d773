import type { Authorised } from '@server/platform/access/caller'
import type { Tx } from '@server/platform/store/db'
import { SCHEDULE_AHEAD } from '@shared/facts/disclosure/publicityRules'
import { REQUIREMENT_TEXTS } from '@shared/texts/requirements'
import type { Issue } from '@shared/contract/common'
import type { ScheduleNotice, StepNotice } from '@shared/contract/disclosure/noticeWorkflow'
import { requirementsUnmet } from '@server/platform/errors'
import type { NoticeContext } from '../queries/noticeContext'
import { addJob } from '@server/platform/jobs/runner'
import { advanceNotice } from './advanceNotice'
import { draftOf } from '../requirements/draftOf'
import { submitIssues } from '../requirements/submit'

const DAY_MS = 86_400_000

function momentIssues(publishAt: Date, now: Date): Issue[] {
  const ahead = publishAt.getTime() - now.getTime()
  const code =
    ahead <= 0 ? 'publish-at-past' : ahead > SCHEDULE_AHEAD.days * DAY_MS ? 'publish-at-too-far' : null
  return code ? [{ code, field: 'publishAt', message: REQUIREMENT_TEXTS[code]() }] : []
}

/** Returns the key of the job that publishes a scheduled notice; a later version of the notice makes the job void. */
const publishJobKey = (noticeId: string, version: number) => `publish:${noticeId}:${version}`

/**
 * Schedules the publication 定时公开; a job publishes the notice at that moment.
 * @throws AppError 422 with every issue of publishing or of the moment; 409 as advanceNotice
 */
export async function scheduleNotice(
  tx: Tx,
  by: Authorised<'notice.schedule'>,
  work: NoticeContext,
  { version, publishAt }: ScheduleNotice,
): Promise<void> {
  const at = new Date(publishAt)
  const { notice } = await advanceNotice(tx, by, work, {
    event: 'schedule',
    seen: version,
    set: { publishAt: at },
  })
  const issues = [...momentIssues(at, tx.now), ...submitIssues(draftOf(work, tx.now))]
  if (issues.length > 0) throw requirementsUnmet(issues)
  await addJob(tx, {
    kind: 'publish',
    key: publishJobKey(notice._id, notice.version),
    dueAt: at,
    data: { noticeId: notice._id, version: notice.version },
  })
}

/**
 * Cancels the schedule; publishing needs a person again.
 * @throws AppError 409
 */
export async function unscheduleNotice(
  tx: Tx,
  by: Authorised<'notice.unschedule'>,
  work: NoticeContext,
  { version }: StepNotice,
): Promise<void> {
  await advanceNotice(tx, by, work, {
    event: 'unschedule',
    seen: version,
    set: { publishAt: null },
  })
}

/** Cancels the schedule when the notice cannot be published at its moment; the history holds the reasons. */
export async function returnToPeople(
  tx: Tx,
  by: Authorised<'notice.unschedule'>,
  work: NoticeContext,
  issues: readonly Issue[],
): Promise<void> {
  await advanceNotice(tx, by, work, {
    event: 'unschedule',
    seen: work.notice.version,
    set: { publishAt: null },
    reason: issues.map(issue => issue.message).join(''),
  })
}

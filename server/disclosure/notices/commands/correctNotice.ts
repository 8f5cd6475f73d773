import type { CorrectNotice } from '@shared/contract/disclosure/noticeWorkflow'
import { requirementsUnmet } from '@server/platform/errors'
import { newId } from '@server/platform/store/collections'
import type { NoticeContext } from '../queries/noticeContext'
import { chinaDate } from '@shared/common/period'
import { wordsIssues } from '../requirements'
import { advanceNotice } from './advanceNotice'
import type { CommandContext } from '@server/platform/access/commandContext'

/**
 * 更正: begins the next edition as a draft with the content of the last. What is public stays until the new edition is
 * published by the same road; the reason will stand on it. Runs in a transaction.
 * @throws AppError 422 when the reason names a person's data; 409 as advanceNotice
 */
export async function correctNotice(
  deed: CommandContext,
  work: NoticeContext,
  { version, reason }: CorrectNotice,
): Promise<void> {
  const { models, clock } = deed.services
  const issues = wordsIssues({ reason }, chinaDate(clock.now()))
  const revisionId = newId('rev')
  const { notice } = await advanceNotice(deed, work, {
    event: 'correct',
    action: 'notice.correct',
    seen: version,
    reason,
    set: {
      edition: work.notice.edition + 1,
      revisionId,
      reason,
      writers: [deed.actor.id],
      submittedBy: null,
      signedBy: null,
      meeting: null,
      releases: [],
      archive: null,
      dueOn: work.notice.order?.mendBy ?? null,
    },
  })
  if (issues.length > 0) throw requirementsUnmet(issues)
  await models.revisions.create([
    {
      _id: revisionId,
      noticeId: notice._id,
      orgCode: notice.orgCode,
      edition: notice.edition,
      version: notice.version,
      content: work.content,
      createdBy: deed.actor.id,
      createdAt: notice.updatedAt,
    },
  ])
}

import type { CorrectNotice } from '@shared/contract/disclosure/noticeWorkflow'
import { requirementsUnmet } from '@server/platform/errors'
import type { NoticeContext } from '../queries/noticeContext'
import { chinaDate } from '@shared/common/period'
import { advanceNotice } from './advanceNotice'
import type { CommandContext } from '@server/platform/access/commandContext'
import { wordsIssues } from '@server/domain/privacy/textIssues'
import { Revisions } from '../models/revisions'
import { newId } from '@server/platform/store/collection'

/**
 * Begins a correction 更正: the next edition as a draft with the content of the last one. The public edition stays
 * until the new one has passed the same workflow and is published with the reason. Runs in the caller's transaction.
 * @throws AppError 422 when the reason contains personal data; 409 as advanceNotice
 */
export async function correctNotice(
  deed: CommandContext,
  work: NoticeContext,
  { version, reason }: CorrectNotice,
): Promise<void> {
  const { db, clock } = deed.services
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
  await db.of(Revisions).create([
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

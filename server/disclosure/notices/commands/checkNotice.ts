import type { CheckNotice } from '@shared/contract/disclosure/noticeWorkflow'
import { requirementsUnmet } from '@server/platform/errors'
import type { NoticeContext } from '../queries/noticeContext'
import { advanceNotice } from './advanceNotice'
import { type CommandContext, audit } from '@server/platform/access/commandContext'
import { draftOf } from '../requirements/draftOf'
import { privacyIssues } from '../requirements/privacy'

/**
 * 隐私检查: every finding is masked by now, or let pass with a reason that is kept. Numbers of persons cannot be let pass.
 * Runs in a transaction; gives the work as it stands afterwards.
 * @throws AppError 422 with every finding that stands; 409 as advanceNotice
 */
export async function checkNotice(
  deed: CommandContext,
  work: NoticeContext,
  { version, releases }: CheckNotice,
): Promise<NoticeContext> {
  const next = await advanceNotice(deed, work, {
    event: 'check',
    action: 'notice.check',
    seen: version,
    set: { releases },
    reason: releases.length > 0 ? `${releases.length} 处确认不是个人信息` : null,
  })
  const issues = privacyIssues(draftOf(next, deed.services.clock.now()), releases)
  if (issues.length > 0) throw requirementsUnmet(issues)
  const target = { orgCode: work.notice.orgCode, id: work.notice._id }
  for (const { field, code, reason } of releases) {
    await audit(deed, 'notice.check', target, { field, code, reason })
  }
  return next
}

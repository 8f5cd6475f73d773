import type { CheckNotice } from '@shared/contract/disclosure/noticeWorkflow'
import { requirementsUnmet } from '@server/platform/errors'
import type { NoticeContext } from '../queries/noticeContext'
import { advanceNotice } from './advanceNotice'
import { type CommandContext, audit } from '@server/platform/access/commandContext'
import { draftOf } from '../requirements/draftOf'
import { privacyIssues } from '../requirements/privacy'

/**
 * Completes the privacy check 隐私检查: every privacy finding is masked, or released with a stored reason. Personal
 * numbers cannot be released. Returns the notice after the step. Runs in the caller's transaction.
 * @throws AppError 422 with every open finding; 409 as advanceNotice
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

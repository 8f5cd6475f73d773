import type { Authorised } from '@server/platform/access/caller'
import { audit } from '@server/platform/audit/writeAudit'
import type { Tx } from '@server/platform/store/db'
import type { CheckNotice } from '@shared/contract/disclosure/noticeWorkflow'
import type { ContentNames } from '@server/domain/privacy'
import { requirementsUnmet } from '@server/platform/errors'
import type { NoticeContext } from '../queries/noticeContext'
import { advanceNotice } from './advanceNotice'
import { draftOf } from '../requirements/draftOf'
import { privacyIssues } from '../requirements/privacy'

/**
 * Completes the privacy check 隐私检查: every privacy finding is masked, or released with a stored reason. Personal
 * numbers cannot be released. `known`: what a model says of the names. Returns the notice after the step.
 * @throws AppError 422 with every open finding; 409 as advanceNotice
 */
export async function checkNotice(
  tx: Tx,
  by: Authorised<'notice.check'>,
  work: NoticeContext,
  { version, releases }: CheckNotice,
  known?: ContentNames,
): Promise<NoticeContext> {
  const next = await advanceNotice(tx, by, work, {
    event: 'check',
    seen: version,
    set: { releases },
    reason: releases.length > 0 ? `${releases.length} 处确认不是个人信息` : null,
  })
  const issues = privacyIssues(draftOf(next, tx.now), releases, known)
  if (issues.length > 0) throw requirementsUnmet(issues)
  const target = { orgCode: work.notice.orgCode, id: work.notice._id }
  for (const { field, code, reason } of releases) {
    await audit(tx, by, target, { field, code, reason })
  }
  return next
}

import type { SignOff } from '@shared/contract/disclosure/notice'
import { type Authorised, including } from '@server/platform/access/caller'
import type { Tx } from '@server/platform/store/db'
import type { SignOffNotice, StepNotice } from '@shared/contract/disclosure/noticeWorkflow'
import { requirementsUnmet } from '@server/platform/errors'
import type { NoticeContext } from '../queries/noticeContext'
import { advanceNotice } from './advanceNotice'
import { checkNotice } from './checkNotice'
import { draftOf } from '../requirements/draftOf'
import { submitIssues } from '../requirements/submit'

/**
 * Submits a notice for sign-off 提交监督审核; a draft passes the privacy check first, in the same transaction.
 * @throws AppError 422 with every missing part; 409 as advanceNotice
 */
export async function submitNotice(
  tx: Tx,
  by: Authorised<'notice.submit'>,
  work: NoticeContext,
  { version }: StepNotice,
): Promise<void> {
  const issues = submitIssues(draftOf(work, tx.now))
  const isFresh = work.notice.state === 'draft' && work.notice.version === version
  if (isFresh && issues.length > 0) throw requirementsUnmet(issues)
  const checked = isFresh
    ? await checkNotice(tx, including(by, 'notice.check'), work, { version, releases: work.notice.releases })
    : work
  const seen = isFresh ? checked.notice.version : version
  const set = { submittedBy: by.actor.id, signedBy: null }
  await advanceNotice(tx, by, checked, { event: 'submit', seen, set })
  if (issues.length > 0) throw requirementsUnmet(issues)
}

/** Returns the stamp 审核章: for a village that of its supervising body, for a street its own. */
function stampOf(
  tx: Tx,
  by: Authorised,
  { org }: NoticeContext,
  { opinion, reason }: SignOffNotice,
): SignOff {
  return {
    body: org.supervisorName ?? org.name,
    name: by.actor.name,
    role: by.actor.jobTitle,
    opinion,
    reason: reason ?? null,
    at: tx.now.toISOString(),
  }
}

/**
 * Records the supervising body's sign-off 监督审核: agreement, or objection with a reason.
 * @throws AppError 409 as advanceNotice
 */
export async function signOffNotice(
  tx: Tx,
  by: Authorised<'notice.sign-off'>,
  work: NoticeContext,
  input: SignOffNotice,
): Promise<void> {
  const signOff = stampOf(tx, by, work, input)
  await advanceNotice(tx, by, work, {
    event: input.opinion,
    seen: input.version,
    set: { signedBy: input.opinion === 'agree' ? by.actor.id : null },
    reason: signOff.reason,
    signOff,
  })
}

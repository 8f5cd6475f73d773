import type { Authorised } from '@server/platform/access/caller'
import type { Tx } from '@server/platform/store/db'
import type { SignOff } from '@shared/contract/disclosure/notice'
import type { SignOffNotice } from '@shared/contract/disclosure/noticeWorkflow'
import type { NoticeContext } from '../queries/noticeContext'
import { advanceNotice } from './advanceNotice'

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

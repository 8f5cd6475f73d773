import type { SignOff } from '@shared/contract/disclosure/notice'
import type { SignOffNotice } from '@shared/contract/disclosure/noticeWorkflow'
import type { NoticeContext } from '../queries/noticeContext'
import { advanceNotice } from './advanceNotice'
import type { CommandContext } from '@server/platform/access/commandContext'

/** Returns the stamp 审核章: for a village that of its supervising body, for a street its own. */
function stampOf(
  { actor, services }: CommandContext,
  { org }: NoticeContext,
  { opinion, reason }: SignOffNotice,
): SignOff {
  return {
    body: org.supervisorName ?? org.name,
    name: actor.name,
    role: actor.duty,
    opinion,
    reason: reason ?? null,
    at: services.clock.now().toISOString(),
  }
}

/**
 * Records the supervising body's sign-off 监督审核: agreement, or objection with a reason. Runs in the caller's
 * transaction.
 * @throws AppError 409 as advanceNotice
 */
export async function signOffNotice(
  deed: CommandContext,
  work: NoticeContext,
  input: SignOffNotice,
): Promise<void> {
  const signOff = stampOf(deed, work, input)
  await advanceNotice(deed, work, {
    event: input.opinion,
    action: 'notice.sign-off',
    seen: input.version,
    set: { signedBy: input.opinion === 'agree' ? deed.actor.id : null },
    reason: signOff.reason,
    signOff,
  })
}

import type { SubmitNotice } from '@shared/schemas/work'
import { requirementsUnmet } from '../errors'
import type { Work } from '../queries/work/notices'
import { draftOf, submitIssues } from '../requirements'
import { advanceNotice } from './advanceNotice'
import type { Deed } from './deed'

/**
 * Hands a draft to the supervising body 提交监督审核. Runs in a transaction.
 * @throws AppError 422 with everything that is still missing; 409 as advanceNotice
 */
export async function submitNotice(deed: Deed, work: Work, { version }: SubmitNotice): Promise<void> {
  const set = { submittedBy: deed.actor.id, signedBy: null }
  await advanceNotice(deed, work, { event: 'submit', action: 'notice.submit', seen: version, set })
  const issues = submitIssues(draftOf(work, deed.services.clock.now()))
  if (issues.length > 0) throw requirementsUnmet(issues)
}

import { chinaDate } from '@shared/common/period'
import type { MarkNotApplicable } from '@shared/contract/disclosure/obligation'
import { conflict, requirementsUnmet } from '@server/platform/errors'
import type { ObligationContext } from '../queries/obligations'
import { type CommandContext, audit } from '@server/platform/access/commandContext'
import { changeObligation } from './obligationRows'
import { refreshMatrix } from './refreshMatrix'
import { wordsIssues } from '@server/domain/privacy/textIssues'
import type { ObligationRow } from '../models/obligations'

/** A status change made by a person. */
interface Word {
  /** Whether the change is possible for an obligation. */
  fits(obligation: ObligationRow): boolean
  set: Partial<ObligationRow>
  /** Reason that the audit log stores. */
  kept: string
}

/**
 * Changes an obligation's status by a person's decision and updates matrix and audit log. Runs in the caller's
 * transaction.
 * @throws AppError 422 for personal data in the reason; 409 `duty-changed`, `duty-wrong-state`
 */
export async function setObligationStatus(
  deed: CommandContext,
  { duty: obligation, org }: ObligationContext,
  { version, reason }: MarkNotApplicable,
  { fits, set, kept }: Word,
): Promise<void> {
  const { db, clock } = deed.services
  const at = clock.now()
  const issues = wordsIssues({ reason }, chinaDate(at))
  if (issues.length > 0) throw requirementsUnmet(issues)
  if (obligation.version !== version) throw conflict('duty-changed')
  if (!fits(obligation)) throw conflict('duty-wrong-state')
  const changed = await changeObligation(db, obligation, set, at)
  if (!changed) throw conflict('duty-changed')
  await refreshMatrix(db, org, [changed], { at })
  await audit(deed, 'duty.mark', { orgCode: org._id, id: obligation._id }, { reason: kept })
}

import type { Authorised } from '@server/platform/access/caller'
import { audit } from '@server/platform/audit/writeAudit'
import type { Tx } from '@server/platform/store/db'
import { chinaDate } from '@shared/common/period'
import type { MarkNotApplicable } from '@shared/contract/disclosure/obligation'
import { conflict, requirementsUnmet } from '@server/platform/errors'
import type { ObligationContext } from '../queries/obligations'
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
 * Changes an obligation's status by a person's decision and updates matrix and audit log.
 * @throws AppError 422 for personal data in the reason; 409 `duty-changed`, `duty-wrong-state`
 */
export async function setObligationStatus(
  tx: Tx,
  by: Authorised<'obligation.mark'>,
  { obligation, org }: ObligationContext,
  { version, reason }: MarkNotApplicable,
  { fits, set, kept }: Word,
): Promise<void> {
  const at = tx.now
  const issues = wordsIssues({ reason }, chinaDate(at))
  if (issues.length > 0) throw requirementsUnmet(issues)
  if (obligation.version !== version) throw conflict('duty-changed')
  if (!fits(obligation)) throw conflict('duty-wrong-state')
  const changed = await changeObligation(tx, obligation, set, at)
  if (!changed) throw conflict('duty-changed')
  await refreshMatrix(tx, org, [changed], { at })
  await audit(tx, by, { orgCode: org._id, id: obligation._id }, { reason: kept })
}

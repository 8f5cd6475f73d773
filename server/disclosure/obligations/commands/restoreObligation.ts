import type { Authorised } from '@server/platform/access/caller'
import type { Tx } from '@server/platform/store/db'
import { wasExcused } from '@server/domain/obligation'
import type { RestoreObligation } from '@shared/contract/disclosure/obligation'
import type { ObligationContext } from '../queries/obligations'
import { undone } from './obligationRows'
import { setObligationStatus } from './setObligationStatus'

/**
 * Restores an obligation 恢复 that a person marked 不适用 by mistake, with its old due date. One closed by a rule or a
 * retracted event stays closed.
 * @throws AppError as setObligationStatus
 */
export function restoreObligation(
  tx: Tx,
  by: Authorised<'obligation.mark'>,
  work: ObligationContext,
  input: RestoreObligation,
): Promise<void> {
  return setObligationStatus(tx, by, work, input, {
    fits: wasExcused,
    set: { status: undone(work.obligation), reason: null },
    kept: `恢复：${input.reason}`,
  })
}

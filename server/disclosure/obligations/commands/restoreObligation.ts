import { wasExcused } from '@server/domain/obligation'
import type { RestoreObligation } from '@shared/contract/disclosure/obligation'
import type { ObligationContext } from '../queries/obligations'
import type { CommandContext } from '@server/platform/access/commandContext'
import { undone } from './obligationRows'
import { setObligationStatus } from './setObligationStatus'

/**
 * Restores an obligation 恢复 that a person marked 不适用 by mistake, with its old due date. One closed by a rule or a
 * retracted event stays closed. Runs in the caller's transaction.
 * @throws AppError as setObligationStatus
 */
export function restoreObligation(
  deed: CommandContext,
  work: ObligationContext,
  input: RestoreObligation,
): Promise<void> {
  return setObligationStatus(deed, work, input, {
    fits: wasExcused,
    set: { status: undone(work.duty), reason: null },
    kept: `恢复：${input.reason}`,
  })
}

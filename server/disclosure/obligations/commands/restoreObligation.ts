import { wasExcused } from '@server/domain/obligation'
import type { RestoreObligation } from '@shared/contract/disclosure/obligation'
import type { ObligationContext } from '../queries/obligations'
import type { CommandContext } from '@server/platform/access/commandContext'
import { undone } from './obligationRows'
import { setObligationStatus } from './setObligationStatus'

/**
 * 恢复: a duty that somebody had marked 不适用 by mistake is to be done again, by its old date. What a rule or the withdrawal of
 * an event took off stays off. Runs in a transaction. @throws as sayOfDuty
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

import { isUndone } from '@server/domain/obligation'
import type { MarkNotApplicable } from '@shared/contract/disclosure/obligation'
import type { ObligationContext } from '../queries/obligations'
import type { CommandContext } from '@server/platform/access/commandContext'
import { setObligationStatus } from './setObligationStatus'

/**
 * Marks an open obligation as not applicable 不适用, with person and reason; the matrix shows the reason. Runs in the
 * caller's transaction.
 * @throws AppError as setObligationStatus
 */
export function markNotApplicable(
  deed: CommandContext,
  work: ObligationContext,
  input: MarkNotApplicable,
): Promise<void> {
  const reason = `${input.reason}（${deed.actor.name}）`
  return setObligationStatus(deed, work, input, {
    fits: isUndone,
    set: { status: 'not-applicable', reason, byRule: false },
    kept: input.reason,
  })
}

import { isUndone } from '@server/domain/obligation'
import type { MarkNotApplicable } from '@shared/contract/disclosure/obligation'
import type { ObligationContext } from '../queries/obligations'
import type { CommandContext } from '@server/platform/access/commandContext'
import { setObligationStatus } from './setObligationStatus'

/**
 * 不适用: a duty that is still to be done is taken off, with who says so and why; the reason stands in the matrix. Runs in a
 * transaction. @throws as sayOfDuty
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

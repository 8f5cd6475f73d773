import type { Authorised } from '@server/platform/access/caller'
import type { Tx } from '@server/platform/store/db'
import { isUndone } from '@server/domain/obligation'
import type { MarkNotApplicable } from '@shared/contract/disclosure/obligation'
import type { ObligationContext } from '../queries/obligations'
import { setObligationStatus } from './setObligationStatus'

/**
 * Marks an open obligation as not applicable 不适用, with person and reason; the matrix shows the reason.
 * @throws AppError as setObligationStatus
 */
export function markNotApplicable(
  tx: Tx,
  by: Authorised<'obligation.mark'>,
  work: ObligationContext,
  input: MarkNotApplicable,
): Promise<void> {
  const reason = `${input.reason}（${by.actor.name}）`
  return setObligationStatus(tx, by, work, input, {
    fits: isUndone,
    set: { status: 'not-applicable', reason, byRule: false },
    kept: input.reason,
  })
}

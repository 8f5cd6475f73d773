import { wasExcused } from '@server/domain/obligation'
import type { RestoreDuty } from '@shared/contract/disclosure/obligation'
import type { DutyWork } from '../queries/obligations'
import type { Deed } from '@server/platform/access/commandContext'
import { undone } from './obligationRows'
import { sayOfDuty } from './setObligationStatus'

/**
 * 恢复: a duty that somebody had marked 不适用 by mistake is to be done again, by its old date. What a rule or the withdrawal of
 * an event took off stays off. Runs in a transaction. @throws as sayOfDuty
 */
export function restoreDuty(deed: Deed, work: DutyWork, input: RestoreDuty): Promise<void> {
  return sayOfDuty(deed, work, input, {
    fits: wasExcused,
    set: { status: undone(work.duty), reason: null },
    kept: `恢复：${input.reason}`,
  })
}

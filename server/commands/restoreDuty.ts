import { wasExcused } from '@shared/domain/obligation'
import { chinaDate } from '@shared/domain/period'
import type { RestoreDuty } from '@shared/schemas/obligation'
import { conflict, requirementsUnmet } from '../errors'
import type { DutyWork } from '../queries/duties/list'
import { wordsIssues } from '../requirements'
import { type Deed, audit } from './deed'
import { changeDuty, undone } from './dutyRows'
import { refreshDesk } from './refreshDesk'

/**
 * 恢复: a duty that somebody had marked 不适用 by mistake is to be done again, by its old date. What a rule or the withdrawal of
 * an event took off stays off. Runs in a transaction.
 * @throws AppError 422 for personal data in the reason; 409 `duty-changed`, `duty-wrong-state`
 */
export async function restoreDuty(
  deed: Deed,
  { duty, org }: DutyWork,
  { version, reason }: RestoreDuty,
): Promise<void> {
  const { models, clock } = deed.services
  const at = clock.now()
  const issues = wordsIssues({ reason }, chinaDate(at))
  if (issues.length > 0) throw requirementsUnmet(issues)
  if (duty.version !== version) throw conflict('duty-changed')
  if (!wasExcused(duty)) throw conflict('duty-wrong-state')
  const changed = await changeDuty(models, duty, { status: undone(duty), reason: null }, at)
  if (!changed) throw conflict('duty-changed')
  await refreshDesk(models, org, [changed], { at })
  await audit(deed, 'duty.mark', { orgCode: org._id, id: duty._id }, { reason: `恢复：${reason}` })
}

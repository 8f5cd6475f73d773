import { isUndone } from '@shared/domain/obligation'
import { chinaDate } from '@shared/domain/period'
import type { MarkNotApplicable } from '@shared/schemas/obligation'
import { conflict, requirementsUnmet } from '../errors'
import type { DutyWork } from '../queries/duties/list'
import { wordsIssues } from '../requirements'
import { type Deed, audit } from './deed'
import { changeDuty } from './dutyRows'
import { refreshDesk } from './refreshDesk'

/**
 * 不适用: a duty that is still to be done is taken off, with who says so and why; the reason stands in the matrix. Runs in a
 * transaction. @throws AppError 422 for personal data in the reason; 409 `duty-changed`, `duty-wrong-state`
 */
export async function markNotApplicable(
  deed: Deed,
  { duty, org }: DutyWork,
  { version, reason }: MarkNotApplicable,
): Promise<void> {
  const { models, clock } = deed.services
  const at = clock.now()
  const issues = wordsIssues({ reason }, chinaDate(at))
  if (issues.length > 0) throw requirementsUnmet(issues)
  if (duty.version !== version) throw conflict('duty-changed')
  if (!isUndone(duty)) throw conflict('duty-wrong-state')
  const said = `${reason}（${deed.actor.name}）`
  const changed = await changeDuty(
    models,
    duty,
    { status: 'not-applicable', reason: said, byRule: false },
    at,
  )
  if (!changed) throw conflict('duty-changed')
  await refreshDesk(models, org, [changed], { at })
  await audit(deed, 'duty.mark', { orgCode: org._id, id: duty._id }, { reason })
}

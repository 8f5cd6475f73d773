import type { Authorised } from '@server/platform/access/caller'
import type { Tx } from '@server/platform/store/db'
import { chinaDate } from '@shared/common/period'
import type { SwitchPower } from '@shared/contract/power/list'
import { requirementsUnmet } from '@server/platform/errors'
import { type PowerPlace, requirePower } from '../queries/powerLists'
import { changePowers } from './changePowers'
import { notifyModelChange } from './notifyModelChange'
import { wordsIssues } from '@server/domain/privacy/textIssues'

/**
 * Switches an item off or on again 停用、恢复一个事项, with the reason.
 * @throws AppError 404 `power-not-found`; 422 for personal data in the reason; 409 `power-list-changed`
 */
export async function switchPower(
  tx: Tx,
  by: Authorised<'powerList.switch'>,
  place: PowerPlace,
  { version, code, reason }: SwitchPower,
): Promise<void> {
  requirePower(place.list, code)
  const issues = reason === null ? [] : wordsIssues({ reason }, chinaDate(tx.now))
  if (issues.length > 0) throw requirementsUnmet(issues)
  const others = place.list.off.filter(one => one.code !== code)
  await changePowers(tx, by, place, {
    seen: version,
    detail: { code, now: reason === null ? 'on' : 'off' },
    set: { off: reason === null ? others : [...others, { code, reason }] },
  })
  await notifyModelChange(tx, place)
}

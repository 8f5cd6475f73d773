import { listFaults } from '@shared/domain/microPower/check'
import { chinaDate } from '@shared/domain/period'
import type { Issue } from '@shared/schemas/common'
import type { AdoptPowers } from '@shared/schemas/powerList'
import { requirementsUnmet } from '../errors'
import { MODEL_POWERS, type PowerPlace } from '../queries/powers'
import { wordsIssues } from '../requirements'
import { changePowers } from './changePowers'
import type { Deed } from './deed'

/** The check's own item code stands in `field`, so that each fault is found in the file. */
const faultIssues = (items: Parameters<typeof listFaults>[0]): Issue[] =>
  listFaults(items).map(({ item, step, code, message }) => ({
    code: `power-${code}`,
    field: ['items', item, ...(step ? [step] : [])].join('.'),
    message,
  }))

/** A list has to be fit to be read by everybody: no personal data in any of its words. */
const privacyIssues = ({ items, meeting }: AdoptPowers, today: string): Issue[] =>
  wordsIssues({ meeting, ...(items && { items: JSON.stringify(items) }) }, today)

/**
 * 采用小微权力清单: enters what the village's meeting adopted, the whole list or nothing of it. Items that were switched off
 * stay off where the new list has them. Runs in a transaction.
 * @throws AppError 422 with every fault of every item; 409 `power-list-changed`
 */
export async function adoptPowers(deed: Deed, place: PowerPlace, input: AdoptPowers): Promise<void> {
  const { version, meeting, on, inForce } = input
  const adopted = { meeting, on }
  const items = (input.items ?? MODEL_POWERS).map(item => ({ ...item, adopted, inForce }))
  const today = chinaDate(deed.services.clock.now())
  const ahead =
    on > today ? [{ code: 'meeting-ahead', field: 'on', message: '会议还没有开，不能先登记。' }] : []
  const issues = [...ahead, ...privacyIssues(input, today), ...faultIssues(items)]
  if (issues.length > 0) throw requirementsUnmet(issues)
  const codes = new Set(items.map(({ code }) => code))
  await changePowers(deed, place, {
    seen: version,
    action: 'power.adopt',
    detail: { items: items.length, on },
    set: { items, adopted, inForce, off: place.list.off.filter(({ code }) => codes.has(code)) },
  })
}

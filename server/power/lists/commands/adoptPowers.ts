import type { Authorised } from '@server/platform/access/caller'
import type { Tx } from '@server/platform/store/db'
import { listFaults } from '@server/domain/power/check'
import { type ModelDifference, differencesFrom, withTaken } from '@server/domain/power/model'
import { chinaDate } from '@shared/common/period'
import type { Issue } from '@shared/contract/common'
import type { PowerItem } from '@shared/contract/power/item'
import type { AdoptPowers } from '@shared/contract/power/list'
import { conflict, requirementsUnmet } from '@server/platform/errors'
import { type PowerModel, type PowerPlace, modelFor } from '../queries/powerLists'
import { changePowers } from './changePowers'
import { notifyModelChange } from './notifyModelChange'
import { wordsIssues } from '@server/domain/privacy/textIssues'

/** Converts list faults to issues; `field` holds the item's own code, so that each fault is found in the file. */
const faultIssues = (items: Parameters<typeof listFaults>[0]): Issue[] =>
  listFaults(items).map(({ item, step, code, message }) => ({
    code: `power-${code}`,
    field: ['items', item, ...(step ? [step] : [])].join('.'),
    message,
  }))

/** Returns an issue for personal data in any text of the list, which is public. */
const privacyIssues = ({ items, meeting, reasons }: AdoptPowers, today: string): Issue[] =>
  wordsIssues(
    {
      meeting,
      reasons: reasons.map(({ reason }) => reason).join('\n'),
      ...(items && { items: JSON.stringify(items) }),
    },
    today,
  )

/** Returns an issue for each item changed or left out against the model without a reason 改编要说明. */
const unexplained = (differences: readonly ModelDifference[], items: readonly PowerItem[]): Issue[] =>
  differences.flatMap(({ code, model, reason }) => {
    if (reason !== null || !model) return []
    const item = items.find(one => one.code === code)
    const message = item
      ? `事项“${item.name}”和示范清单不一样，请写明为什么。`
      : `示范清单里的“${model.name}”这份清单里没有，请写明为什么。`
    return [{ code: 'power-reason-missing', field: `reasons.${code}`, message }]
  })

/**
 * Returns the items of the new list: the submitted ones, else the current list, else the model; then adds the items
 * taken from the model.
 */
function itemsOf({ list }: PowerPlace, model: PowerModel, { items, take }: AdoptPowers): PowerItem[] {
  const before = items ?? (list.version === 0 ? model.items : list.items)
  return withTaken(before, model.items, take)
}

/**
 * Stores the list that the village's meeting adopted 采用小微权力清单, whole or not at all; a street stores its model
 * the same way. Stores each difference from the model with its reason. Switched-off items stay off if the new list has
 * them.
 * @throws AppError 422 with every fault of every item; 409 `power-list-changed`, `power-model-changed`
 */
export async function adoptPowers(
  tx: Tx,
  by: Authorised<'powerList.adopt'>,
  place: PowerPlace,
  input: AdoptPowers,
): Promise<void> {
  const { version, meeting, on, inForce } = input
  const model = await modelFor(tx, place)
  if (model.version !== input.model) throw conflict('power-model-changed')
  const adopted = { meeting, on }
  const items = itemsOf(place, model, input).map(item => ({ ...item, adopted, inForce }))
  const reasons = new Map(input.reasons.map(({ code, reason }) => [code, reason]))
  const differences = differencesFrom(items, model.items, reasons, place.list.taken)
  const today = chinaDate(tx.now)
  const ahead =
    on > today ? [{ code: 'meeting-ahead', field: 'on', message: '会议还没有开，不能先登记。' }] : []
  const issues = [
    ...ahead,
    ...privacyIssues(input, today),
    ...faultIssues(items),
    ...unexplained(differences, items),
  ]
  if (issues.length > 0) throw requirementsUnmet(issues)
  const codes = new Set(items.map(({ code }) => code))
  await changePowers(tx, by, place, {
    seen: version,
    detail: { items: items.length, on, model: model.version },
    set: {
      items,
      adopted,
      inForce,
      taken: { version: model.version, differences },
      off: place.list.off.filter(({ code }) => codes.has(code)),
    },
  })
  await notifyModelChange(tx, place)
}

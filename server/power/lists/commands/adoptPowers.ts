import { listFaults } from '@server/domain/power/check'
import { type ModelDifference, differencesFrom, withTaken } from '@server/domain/power/model'
import { chinaDate } from '@shared/common/period'
import type { Issue } from '@shared/contract/common'
import type { PowerItem } from '@shared/contract/power/item'
import type { AdoptPowers } from '@shared/contract/power/list'
import { conflict, requirementsUnmet } from '@server/platform/errors'
import { type PowerModel, type PowerPlace, modelFor } from '../queries/powerLists'
import { changePowers } from './changePowers'
import { type CommandContext } from '@server/platform/access/commandContext'
import { notifyModelChange } from './notifyModelChange'
import { wordsIssues } from '@server/domain/privacy/textIssues'

/** The check's own item code stands in `field`, so that each fault is found in the file. */
const faultIssues = (items: Parameters<typeof listFaults>[0]): Issue[] =>
  listFaults(items).map(({ item, step, code, message }) => ({
    code: `power-${code}`,
    field: ['items', item, ...(step ? [step] : [])].join('.'),
    message,
  }))

/** A list has to be fit to be read by everybody: no personal data in any of its words. */
const privacyIssues = ({ items, meeting, reasons }: AdoptPowers, today: string): Issue[] =>
  wordsIssues(
    {
      meeting,
      reasons: reasons.map(({ reason }) => reason).join('\n'),
      ...(items && { items: JSON.stringify(items) }),
    },
    today,
  )

/** Whoever says something otherwise than the model, or leaves an item of it out, says why 改编要说明. */
const unexplained = (differences: readonly ModelDifference[], items: readonly PowerItem[]): Issue[] =>
  differences.flatMap(({ code, model, reason }) => {
    if (reason !== null || !model) return []
    const item = items.find(one => one.code === code)
    const message = item
      ? `事项“${item.name}”和示范清单不一样，请写明为什么。`
      : `示范清单里的“${model.name}”这份清单里没有，请写明为什么。`
    return [{ code: 'power-reason-missing', field: `reasons.${code}`, message }]
  })

/** What the new list is made of: what was sent, else the list as it stands, else the model; then what is taken anew. */
function itemsOf({ list }: PowerPlace, model: PowerModel, { items, take }: AdoptPowers): PowerItem[] {
  const before = items ?? (list.version === 0 ? model.items : list.items)
  return withTaken(before, model.items, take)
}

/**
 * 采用小微权力清单: enters what the village's meeting adopted, the whole list or nothing of it; a street enters its model the same
 * way. What it says otherwise than the model is kept with the reason. Items that were switched off stay off where the new list
 * has them. Runs in a transaction.
 * @throws AppError 422 with every fault of every item; 409 `power-list-changed`, `power-model-changed`
 */
export async function adoptPowers(
  deed: CommandContext,
  place: PowerPlace,
  input: AdoptPowers,
): Promise<void> {
  const { version, meeting, on, inForce } = input
  const model = await modelFor(deed.services.db, place)
  if (model.version !== input.model) throw conflict('power-model-changed')
  const adopted = { meeting, on }
  const items = itemsOf(place, model, input).map(item => ({ ...item, adopted, inForce }))
  const reasons = new Map(input.reasons.map(({ code, reason }) => [code, reason]))
  const differences = differencesFrom(items, model.items, reasons, place.list.taken)
  const today = chinaDate(deed.services.clock.now())
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
  await changePowers(deed, place, {
    seen: version,
    action: 'power.adopt',
    detail: { items: items.length, on, model: model.version },
    set: {
      items,
      adopted,
      inForce,
      taken: { version: model.version, differences },
      off: place.list.off.filter(({ code }) => codes.has(code)),
    },
  })
  await notifyModelChange(deed, place)
}

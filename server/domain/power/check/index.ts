import type { PowerItem } from '@shared/contract/power/item'
import { branchFaults } from './branches'
import { type PowerFault, tellerOf } from './fault'
import { flowFaults } from './flow'
import { headFaults } from './item'
import { stepFaults } from './step'

export type { PowerFault } from './fault'

/** Every fault of one item; none: a case can run on it from its first step to an end, whatever happens. */
export function itemFaults(item: PowerItem): PowerFault[] {
  const tell = tellerOf(item)
  return [
    ...headFaults(item, tell),
    ...flowFaults(item, tell),
    ...item.steps.flatMap(step => [...stepFaults(item, step, tell), ...branchFaults(step, tell)]),
  ]
}

/** Every fault of a list, codes that stand twice included. */
export function listFaults(items: readonly PowerItem[]): PowerFault[] {
  const codes = items.map(({ code }) => code)
  const twice = items.filter(({ code }, at) => code !== '' && codes.indexOf(code) !== at)
  return [
    ...twice.map(item => tellerOf(item)('code-duplicate', null, item.code)),
    ...items.flatMap(itemFaults),
  ]
}

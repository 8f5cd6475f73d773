import type { PowerItem } from '@shared/contract/power/item'
import { branchFaults } from './branches'
import { type PowerFault, tellerOf } from './fault'
import { flowFaults } from './flow'
import { headFaults } from './item'
import { stepFaults } from './step'

export type { PowerFault } from './fault'

/** Returns every fault of one item; none: a case can run from its first step to an end under all results. */
export function itemFaults(item: PowerItem): PowerFault[] {
  const tell = tellerOf(item)
  return [
    ...headFaults(item, tell),
    ...flowFaults(item, tell),
    ...item.steps.flatMap(step => [...stepFaults(item, step, tell), ...branchFaults(step, tell)]),
  ]
}

/** Returns every fault of a list, including duplicate codes. */
export function listFaults(items: readonly PowerItem[]): PowerFault[] {
  const codes = items.map(({ code }) => code)
  const twice = items.filter(({ code }, at) => code !== '' && codes.indexOf(code) !== at)
  return [
    ...twice.map(item => tellerOf(item)('code-duplicate', null, item.code)),
    ...items.flatMap(itemFaults),
  ]
}

import { CORE_POWER_FILES } from '../../../shared/facts/power'
import { type PowerItem, PowerFile, type PowerStep } from '../../../shared/contract/power/item'

/** The core list, read by its schema. */
export const CORE: readonly PowerItem[] = CORE_POWER_FILES.flatMap(file => PowerFile.parse(file).items)

export const coreItem = (code: string): PowerItem => {
  const item = CORE.find(one => one.code === code)
  if (!item) throw new RangeError(`no such item: ${code}`)
  return structuredClone(item)
}

export const stepNamed = (item: PowerItem, id: string): PowerStep => {
  const step = item.steps.find(one => one.id === id)
  if (!step) throw new RangeError(`no step ${id} in ${item.code}`)
  return step
}

/** Reasons for every item of a model that a list leaves out. */
export const reasonsWithout = (items: readonly PowerItem[], model: readonly PowerItem[] = CORE) =>
  model
    .filter(({ code }) => !items.some(item => item.code === code))
    .map(({ code }) => ({ code, reason: '本村没有这类事' }))

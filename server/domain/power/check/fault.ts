import { POWER_FAULTS, type PowerFaultCode } from '@shared/texts/powerFaults'
import type { PowerItem, PowerStep } from '@shared/contract/power/item'

/** One fault of a power list: the item's code, the step's id if it concerns a step, and a sentence that names both. */
export interface PowerFault {
  item: string
  step?: string
  code: PowerFaultCode
  message: string
}

const itemWords = ({ code, name }: Pick<PowerItem, 'code' | 'name'>) => `事项“${name || code || '（无名）'}”`

/** Creates faults of one item, or of one of its steps. */
export function tellerOf(item: Pick<PowerItem, 'code' | 'name'>) {
  return (code: PowerFaultCode, step?: Pick<PowerStep, 'id' | 'name'> | null, more?: string): PowerFault => ({
    item: item.code,
    ...(step && { step: step.id }),
    code,
    message: `${itemWords(item)}${step ? `，环节“${step.name || step.id}”` : ''}：${POWER_FAULTS[code]}${more ? `（${more}）` : ''}。`,
  })
}

export type Tell = ReturnType<typeof tellerOf>

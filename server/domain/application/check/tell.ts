import type { ApplicationCase, CaseItem } from './case'
import { type CheckFault, type CheckFaultCode, checkFault } from './faults'

/** An item under check with the case around it. */
export interface ItemInCase {
  item: CaseItem
  at: number
  file: ApplicationCase
}

export const filled = (text: string | null | undefined): boolean => (text ?? '').trim() !== ''

const itemWords = ({ item, at }: Pick<ItemInCase, 'item' | 'at'>): string =>
  `第 ${at + 1} 项“${item.asked?.trim() || item.id}”`

/** Creates faults of one item by its field. */
export function itemTeller(one: Pick<ItemInCase, 'item' | 'at'>) {
  return (code: CheckFaultCode, field: string, more?: string): CheckFault =>
    checkFault(code, `items.${one.at}${field === '' ? '' : `.${field}`}`, itemWords(one), more)
}

import { PASSED } from '@shared/facts/power/terms'
import type { PowerNext, PowerStep, PowerWhen } from '@shared/contract/power/item'
import { isFinished } from './visits'
import type { CaseState } from './types'

/** 其他情况: chosen when none of the named results fits. */
const OTHERWISE = '其他情况'
export const NOT_PASSED = `未${PASSED}`

/** Counts how often a declared way back was taken. */
const timesBack = ({ visits }: CaseState, step: PowerStep, { to }: PowerNext): number =>
  visits
    .filter(isFinished)
    .filter(({ step: id, finished }) => id === step.id && finished.back && finished.to === to).length

const isOpen = (state: CaseState, step: PowerStep, way: PowerNext): boolean =>
  way.back === null || timesBack(state, step, way) < way.back.atMost

function holds(when: PowerWhen, result: string | null, amountFen: number | null): boolean {
  if (when.kind === 'result') return when.result === result
  if (when.kind !== 'amount') return true
  return (
    amountFen !== null &&
    amountFen >= (when.fromFen ?? 0) &&
    (when.belowFen === null || amountFen < when.belowFen)
  )
}

/** Returns the first applicable way for a result and an amount. An exhausted way back does not apply. */
export const wayFrom = (
  state: CaseState,
  step: PowerStep,
  result: string | null,
  amountFen = state.amountFen,
): PowerNext | null =>
  step.next.find(way => isOpen(state, step, way) && holds(way.when, result, amountFen)) ?? null

export const byAmount = ({ next }: PowerStep): boolean => next.some(({ when }) => when.kind === 'amount')

/**
 * Returns the selectable results at the end of a step; empty without a choice. A vote's result is counted, never
 * selected.
 */
export function resultsOf({ next }: PowerStep): string[] {
  const named = next.flatMap(({ when }) => (when.kind === 'result' ? [when.result] : []))
  if (named.length === 0) return []
  const other = next.some(({ when }) => when.kind === 'else') ? [OTHERWISE] : []
  return [...new Set([...named, ...other])]
}

import { PASSED } from '@shared/facts/power/terms'
import type { PowerNext, PowerStep } from '@shared/contract/power/item'
import { ruleMoney, whenWords } from '@shared/power/words'
import type { PowerFault, Tell } from './fault'
import { isSourced } from './item'

interface Band {
  from: number
  below: number
}

const bandsOf = (next: readonly PowerNext[]): Band[] =>
  next.flatMap(({ when }) =>
    when.kind === 'amount' ? [{ from: when.fromFen ?? 0, below: when.belowFen ?? Infinity }] : [],
  )

const bandMoney = (fen: number) => (fen === Infinity ? '以上' : ruleMoney(fen))

function amountFaults(step: PowerStep, tell: Tell): PowerFault[] {
  const bands = bandsOf(step.next)
  const wrong = bands.filter(({ from, below }) => from < 0 || below <= from)
  if (wrong.length > 0) return [tell('threshold-invalid', step)]
  const sorted = [...bands].sort((a, b) => a.from - b.from)
  const found: PowerFault[] = []
  let reached = 0
  for (const { from, below } of sorted) {
    if (from > reached) found.push(tell('threshold-gap', step, `${ruleMoney(reached)}到${ruleMoney(from)}`))
    if (from < reached) {
      found.push(tell('threshold-overlap', step, `${ruleMoney(from)}到${bandMoney(reached)}`))
    }
    reached = Math.max(reached, below)
  }
  if (reached !== Infinity) found.push(tell('threshold-gap', step, `${ruleMoney(reached)}以上没有写`))
  if (!step.branchSource || !isSourced(step.branchSource)) found.push(tell('threshold-unsourced', step))
  return found
}

function resultFaults(step: PowerStep, tell: Tell): PowerFault[] {
  const results = step.next.flatMap(({ when, back }) =>
    when.kind === 'result' ? [{ result: when.result, back }] : [],
  )
  const found: PowerFault[] = []
  if (results.some(({ result }) => result === '')) found.push(tell('result-missing', step))
  const onward = results.filter(({ back }) => back === null).map(({ result }) => result)
  const twice = onward.filter((result, at) => onward.indexOf(result) !== at)
  found.push(...twice.map(result => tell('branch-orphan', step, result)))
  if (step.kind === 'vote') {
    const uncounted = results.filter(({ result }) => result !== PASSED && result !== `未${PASSED}`)
    found.push(...uncounted.map(({ result }) => tell('branch-orphan', step, result)))
  }
  return found
}

/** Reports ways after one that always applies: they are never taken. */
function orphanFaults({ next, ...step }: PowerStep, tell: Tell): PowerFault[] {
  const catchAll = next.findIndex(
    ({ when, back }) => back === null && (when.kind === 'else' || when.kind === 'always'),
  )
  return catchAll < 0
    ? []
    : next.slice(catchAll + 1).map(way => tell('branch-orphan', step, whenWords(way) || '去向'))
}

/** Returns the faults of the ways that leave a step: exactly one must apply in every case. */
export function branchFaults(step: PowerStep, tell: Tell): PowerFault[] {
  const onward = step.next.filter(({ back }) => back === null)
  if (step.next.length === 0) return [tell('next-missing', step)]
  const kinds = new Set(onward.map(({ when }) => when.kind))
  const found = orphanFaults(step, tell)
  if (kinds.has('amount')) {
    const mixed = kinds.size > 1 || step.next.some(({ back }) => back !== null)
    return mixed ? [...found, tell('way-mixed', step)] : [...found, ...amountFaults(step, tell)]
  }
  const byResult = step.next.some(({ when }) => when.kind === 'result')
  if (kinds.has('always')) {
    return byResult || onward.length > 1 ? [...found, tell('way-mixed', step)] : found
  }
  return [...found, ...resultFaults(step, tell), ...(kinds.has('else') ? [] : [tell('else-missing', step)])]
}

import { END } from '@shared/facts/power/terms'
import type { PowerItem } from '@shared/contract/power/item'
import { isEnd, onCircle, onward, reachable, stepOf } from '@shared/power/graph'
import type { PowerFault, Tell } from './fault'

function duplicateFaults({ steps }: PowerItem, tell: Tell): PowerFault[] {
  const ids = steps.map(({ id }) => id)
  return steps
    .filter(({ id }, at) => id !== '' && ids.indexOf(id) !== at)
    .map(step => tell('step-duplicate', step, step.id))
}

const unknownFaults = (item: PowerItem, tell: Tell): PowerFault[] =>
  item.steps.flatMap(step =>
    step.next
      .filter(({ to }) => !isEnd(to) && !stepOf(item, to))
      .map(({ to }) => tell('next-unknown', step, to || '空')),
  )

function backFaults(item: PowerItem, tell: Tell): PowerFault[] {
  return item.steps.flatMap(step =>
    step.next.flatMap(({ to, back }) => {
      if (!back) return []
      const leadsBack = stepOf(item, to) !== null && reachable(item, to).has(step.id)
      return [
        ...(leadsBack ? [] : [tell('back-not-back', step, to)]),
        ...(back.atMost >= 1 ? [] : [tell('back-unlimited', step)]),
      ]
    }),
  )
}

/** Returns the faults of the whole flow: every step is reached, every way ends, no undeclared cycle. */
export function flowFaults(item: PowerItem, tell: Tell): PowerFault[] {
  const [first] = item.steps
  if (!first) return []
  const found = [
    ...duplicateFaults(item, tell),
    ...unknownFaults(item, tell),
    ...onCircle(item).map(step => tell('cycle-undeclared', step)),
    ...backFaults(item, tell),
  ]
  const reached = reachable(item, first.id)
  for (const step of item.steps) {
    if (!reached.has(step.id)) found.push(tell('step-unreachable', step))
    const ends = reachable(item, step.id).has(END)
    if (!ends && onward(step).length > 0) found.push(tell('no-end', step))
    if (onward(step).length === 0 && step.next.length > 0) found.push(tell('no-end', step))
  }
  return found
}

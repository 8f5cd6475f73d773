import { flatMap } from '../common/lists'
import { END } from '../facts/power/terms'
import type { PowerItem, PowerNext, PowerStep } from '../contract/power/item'

export const stepOf = (item: PowerItem, id: string): PowerStep | null =>
  item.steps.find(step => step.id === id) ?? null

/** Lists the forward transitions of a step; those back for correction are left out. */
export const onward = (step: PowerStep): PowerNext[] => step.next.filter(({ back }) => back === null)

/** Finds the ids of the steps reachable from a step, itself included. */
export function reachable(item: PowerItem, from: string, ways = onward): Set<string> {
  const seen = new Set<string>()
  const open = [from]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue
    seen.add(id)
    const step = stepOf(item, id)
    if (step) open.push(...ways(step).map(({ to }) => to))
  }
  return seen
}

/** Sorts the steps so that every forward transition leads down; null if they form a circle. */
export function inOrder(item: PowerItem): PowerStep[] | null {
  const left = new Map(item.steps.map(step => [step.id, 0]))
  for (const step of item.steps) {
    for (const { to } of onward(step)) if (left.has(to)) left.set(to, (left.get(to) ?? 0) + 1)
  }
  const order: PowerStep[] = []
  const waiting = [...item.steps]
  while (waiting.length > 0) {
    const index = waiting.findIndex(step => left.get(step.id) === 0)
    const step = waiting[index]
    if (!step) return null
    waiting.splice(index, 1)
    order.push(step)
    for (const { to } of onward(step)) if (left.has(to)) left.set(to, (left.get(to) ?? 0) - 1)
  }
  return order
}

/** Lists the steps on a circle of forward transitions. */
export const onCircle = (item: PowerItem): PowerStep[] =>
  item.steps.filter(step => onward(step).some(({ to }) => reachable(item, to).has(step.id)))

/** True if cases of this item need an amount. */
export const needsAmount = (item: PowerItem): boolean =>
  item.steps.some(step => step.next.some(({ when }) => when.kind === 'amount'))

/** Lists the thresholds 金额界限 of an item in fen, ascending. */
export function thresholdsOf(item: PowerItem): number[] {
  const all = flatMap(item.steps, step =>
    flatMap(step.next, ({ when }) =>
      when.kind === 'amount' && when.fromFen !== null && when.fromFen > 0 ? [when.fromFen] : [],
    ),
  )
  return [...new Set(all)].sort((a, b) => a - b)
}

export const isEnd = (id: string): boolean => id === END

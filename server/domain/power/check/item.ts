import { POWER_CLASSES, powerRole } from '@shared/facts/power/terms'
import type { PowerItem, PowerLimit } from '@shared/contract/power/item'
import { inOrder, onward } from '@shared/power/graph'
import { limitWords } from '@shared/power/words'
import type { PowerFault, Tell } from './fault'

interface Sourcing {
  source: string | null
  localSetting: boolean
}

/** Checks that a rule has a source or is a local setting, and not both. */
export const isSourced = ({ source, localSetting }: Sourcing): boolean => Boolean(source) !== localSetting

/** Returns the maximum calendar days of a limit: five working days are a week. */
const calendarDays = ({ n, unit }: Pick<PowerLimit, 'n' | 'unit'>): number =>
  unit === 'working-day' ? (n * 7) / 5 : n

/** Returns the longest path through an item, in calendar days; null for a cycle. */
function longestDays(item: PowerItem): number | null {
  const order = inOrder(item)
  if (!order) return null
  const days = new Map<string, number>()
  for (const step of order.reverse()) {
    const after = onward(step).map(({ to }) => days.get(to) ?? 0)
    days.set(step.id, (step.limit ? calendarDays(step.limit) : 0) + Math.max(0, ...after))
  }
  return Math.max(0, ...days.values())
}

function totalFaults(item: PowerItem, tell: Tell): PowerFault[] {
  const { totalLimit } = item
  if (!totalLimit) return [tell('total-missing')]
  if (totalLimit.n <= 0) return [tell('limit-invalid', null, '总时限')]
  const faults = isSourced(totalLimit) ? [] : [tell('limit-unsourced', null, '总时限')]
  const longest = longestDays(item)
  return longest !== null && longest > calendarDays(totalLimit) + 1e-9
    ? [...faults, tell('total-exceeded', null, `总时限${limitWords(totalLimit)}`)]
    : faults
}

function adoptionFaults({ adopted, inForce }: PowerItem, tell: Tell): PowerFault[] {
  if (!adopted) return inForce ? [tell('adoption-missing')] : []
  if (!inForce) return [tell('force-missing')]
  return inForce < adopted.on ? [tell('force-before-adoption', null, `${inForce} 早于 ${adopted.on}`)] : []
}

const blank = (texts: readonly string[]) => texts.every(text => text.trim() === '')

/** Returns the faults of an item's header fields. */
export function headFaults(item: PowerItem, tell: Tell): PowerFault[] {
  const found: PowerFault[] = []
  const add = (wrong: boolean, fault: PowerFault) => void (wrong && found.push(fault))
  add(item.code === '', tell('code-missing'))
  add(item.name === '', tell('name-missing'))
  add(!POWER_CLASSES.some(({ code }) => code === item.class), tell('class-unknown', null, item.class || '空'))
  add(blank(item.basis.map(({ text }) => text)), tell('basis-missing'))
  for (const basis of item.basis) {
    if (basis.text !== '' && !isSourced(basis)) {
      found.push(tell('basis-unsourced', null, basis.text.slice(0, 30)))
    }
  }
  add(item.nature === 'service' && blank(item.materials), tell('materials-missing'))
  add(blank(item.negative), tell('negative-missing'))
  add(item.responsible.body === '', tell('responsible-missing'))
  add(!powerRole(item.responsible.role), tell('role-unknown', null, item.responsible.role || '空'))
  return [...found, ...totalFaults(item, tell), ...adoptionFaults(item, tell), ...wholeFaults(item, tell)]
}

/** Returns the faults of steps that the item must have. */
function wholeFaults(item: PowerItem, tell: Tell): PowerFault[] {
  const { steps, nature } = item
  if (steps.length === 0) return [tell('steps-missing')]
  const found: PowerFault[] = []
  if (steps.every(step => step.disclosure === null)) found.push(tell('disclosure-missing'))
  if (nature === 'collective' && steps.every(step => step.supervision === null)) {
    found.push(tell('supervision-missing'))
  }
  if (steps.every(step => step.risks.length === 0)) found.push(tell('risk-missing'))
  return found
}

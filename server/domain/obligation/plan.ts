import {
  AT_ONCE,
  AT_ONCE_WORDS,
  type ObligationDays,
  GOVERNMENT_DEFAULT,
  PROMPT,
  VILLAGE_CONDITIONS,
  VILLAGE_DEFAULT,
} from '@shared/facts/disclosure/obligationRules'
import { MILESTONES, TRIGGERS, TRIGGER_KINDS, type TriggerKind } from '@shared/facts/disclosure/triggerEvents'
import { type DeadlineRule, type EventName, parseDeadline } from '../deadline'
import type { ObligationBasis, PlanInput, ObligationPlan, EventPart, PeriodicPart } from './types'

const basisOf = ({ source, setting }: ObligationDays): ObligationBasis => ({ text: source, setting })

/** Events that create or change information. */
const ANY: readonly TriggerKind[] = [...TRIGGERS['formed-or-changed'], 'occurred']

const kindsOf = (events: readonly EventName[] | undefined, otherwise: readonly TriggerKind[]) => {
  if (!events || events.length === 0) return otherwise
  const named = new Set(events.flatMap(event => (event === 'other' ? ANY : TRIGGERS[event])))
  return TRIGGER_KINDS.filter(kind => named.has(kind))
}

const counted = ({ n, unit }: ObligationDays, rule: Partial<DeadlineRule> = {}): DeadlineRule => ({
  ...rule,
  kind: 'after-event',
  n,
  unit,
})

/** Returns the days for words without a number: 及时, or a word for “at once”. */
const promptness = (deadline: string): ObligationDays =>
  AT_ONCE_WORDS.some(word => deadline.includes(word)) ? AT_ONCE : PROMPT

/** Creates the part of a limit that counts from an event; without a number it gets the statutory or default days. */
function countedPart(rule: DeadlineRule, { government }: PlanInput): EventPart {
  const lacks = rule.kind === 'after-event' && (rule.n === undefined || rule.unit === undefined)
  const days = government ? GOVERNMENT_DEFAULT : PROMPT
  const kinds = kindsOf(rule.events, ANY)
  return lacks
    ? { causeKind: 'event', kinds, rule: counted(days, rule), basis: basisOf(days) }
    : { causeKind: 'event', kinds, rule, basis: null }
}

function immediatePart(rule: DeadlineRule, { deadline }: PlanInput): EventPart {
  const days = promptness(deadline ?? '')
  const kinds = kindsOf(rule.events, rule.condition ? ['occurred'] : ANY)
  return { causeKind: 'event', kinds, rule: counted(days, rule), basis: basisOf(days) }
}

function noticePart(rule: DeadlineRule, { government }: PlanInput): EventPart {
  const days = government ? GOVERNMENT_DEFAULT : PROMPT
  return { causeKind: 'notice', kinds: ANY, rule: counted(days, rule), basis: basisOf(days) }
}

const progressPart = (): EventPart => ({
  causeKind: 'milestone',
  kinds: MILESTONES,
  rule: counted(PROMPT),
  basis: basisOf(PROMPT),
})

const PARTS: Partial<Record<DeadlineRule['kind'], (rule: DeadlineRule, ground: PlanInput) => EventPart>> = {
  'after-event': countedPart,
  'before-event': countedPart,
  immediate: immediatePart,
  progress: progressPart,
  notice: noticePart,
}

/** Returns the village's condition in a rule's words; null if there is none. */
const conditionOf = ({ condition = '' }: DeadlineRule) =>
  VILLAGE_CONDITIONS.find(({ words }) => words.some(word => condition.includes(word)))?.name ?? null

/** Returns the rules that apply to the village's conditions: an applicable branch replaces the others of its kind. */
function holding(rules: readonly DeadlineRule[], { conditions }: PlanInput): DeadlineRule[] {
  const taken = new Set(
    rules.filter(rule => conditions.some(name => name === conditionOf(rule))).map(({ kind }) => kind),
  )
  return rules.filter(rule => {
    const condition = conditionOf(rule)
    if (condition) return conditions.includes(condition)
    return rule.kind !== 'periodic' || !taken.has('periodic')
  })
}

function faultOf(deadline: string, rules: readonly DeadlineRule[], unresolved: boolean): string | null {
  if (rules.some(({ kind }) => kind === 'ditto')) {
    return `目录的时限写的是“${deadline}”，要先确定和哪一行相同`
  }
  if (unresolved && rules.length > 0) return `目录的时限“${deadline}”有一部分没有读懂`
  if (unresolved) return `目录的时限“${deadline}”没有读懂`
  return rules.every(({ kind }) => kind === 'other-law')
    ? `目录的时限“${deadline}”要看其他法律、法规，不能推算`
    : null
}

const governmentPart = (fault: string | null): EventPart => ({
  causeKind: 'event',
  kinds: ANY,
  rule: counted(GOVERNMENT_DEFAULT, { events: ['formed-or-changed'] }),
  basis: {
    ...basisOf(GOVERNMENT_DEFAULT),
    text: `${fault ? `${fault}；按` : ''}${GOVERNMENT_DEFAULT.source}`,
  },
})

const QUARTERLY: PeriodicPart = {
  rule: { kind: 'periodic', frequency: VILLAGE_DEFAULT.frequency },
  basis: { text: VILLAGE_DEFAULT.source, setting: false },
}

/** Plan of an item that obliges nobody to publish, e.g. one given on request 依申请公开. */
export const NO_PLAN: ObligationPlan = {
  periodic: [],
  events: [],
  standing: false,
  fault: null,
  otherLaw: false,
}

/**
 * Builds the plan of an item's obligations for an organisation. An item without a readable limit gets the statutory
 * one: a government item 20 working days (政府信息公开条例 §26), a village item without any limit once a quarter; an
 * unreadable limit in a village catalogue stays a fault, nothing is guessed.
 */
export function planOf(ground: PlanInput): ObligationPlan {
  const deadline = ground.deadline?.trim() ?? ''
  if (deadline === '') {
    return ground.government
      ? { ...NO_PLAN, events: [governmentPart(null)] }
      : { ...NO_PLAN, periodic: [QUARTERLY] }
  }
  const { rules, unresolved } = parseDeadline(deadline)
  const fault = faultOf(deadline, rules, unresolved)
  const held = holding(rules, ground)
  const events = held.flatMap(rule => PARTS[rule.kind]?.(rule, ground) ?? [])
  const needsDefault = fault !== null && ground.government && events.length === 0
  return {
    periodic: held.filter(({ kind }) => kind === 'periodic').map(rule => ({ rule, basis: null })),
    events: needsDefault ? [governmentPart(fault)] : events,
    standing: held.some(({ kind }) => kind === 'standing'),
    fault: needsDefault ? null : fault,
    otherLaw: rules.some(({ kind }) => kind === 'other-law'),
  }
}

/** Returns the kinds of trigger events 起算事件 of the item, in the order of the buttons. */
export const triggersOf = ({ events }: ObligationPlan): TriggerKind[] => {
  const kinds = new Set(events.flatMap(part => part.kinds))
  return TRIGGER_KINDS.filter(kind => kinds.has(kind))
}

import { OPEN_AHEAD, STANDING } from '@shared/facts/disclosure/obligationRules'
import { AHEAD, TRIGGER_LABELS, type TriggerKind } from '@shared/facts/disclosure/triggerEvents'
import {
  addDays,
  assumedPart,
  type DeadlineRule,
  type HolidayTable,
  withAssumedYears,
  ruleDue,
} from '../deadline'
import type { RuleDue } from '../deadline/due'
import { amountFits } from '../deadline/thresholds'
import { dateLabel, periodLabel, periodOf, periodRange, previousPeriod } from '@shared/common/period'
import type { NewObligation, ObligationPlan, EventPart, PeriodicPart } from './types'

const OTHER_LAW = '；法律、法规另有规定的，从其规定'

const UNMOVED = { period: null, eventOn: null, eventKind: null, looseFrom: null } as const

type Dated = Pick<NewObligation, 'dueOn' | 'words' | 'skipped' | 'unresolved' | 'assumedYears'>

/** Computes a due date with its explanation, or the reason why the rule gives none. */
function dated(
  holidays: HolidayTable,
  compute: (table: HolidayTable) => RuleDue,
  { otherLaw }: ObligationPlan,
): Dated {
  const computed = withAssumedYears(holidays, compute)
  const { due, words, skipped } = computed.value
  const said = otherLaw ? `${words}${OTHER_LAW}` : words
  return { dueOn: due, words: said, skipped, unresolved: due === null, ...assumedPart(computed) }
}

/**
 * Checks for a fixed day in the first half of a period, which asks for the period before: 每季首月15日 cannot report
 * a quarter that has just begun.
 */
function isEarly(day: string, start: string, end: string): boolean {
  return Date.parse(day) - Date.parse(start) < Date.parse(end) - Date.parse(day)
}

/**
 * Returns the period that a disclosure due in `period` reports: the one before it without a fixed day or with an early
 * one, else itself.
 */
function toldIn(period: string, { anchor }: DeadlineRule, dueOn: string | null): string {
  if (anchor?.afterPeriodEnd) return period
  const { start, end } = periodRange(period)
  const isBefore = anchor === undefined || dueOn === null || isEarly(dueOn, start, end)
  return isBefore ? (previousPeriod(period) ?? period) : period
}

function periodDraft(
  { rule, basis }: PeriodicPart,
  period: string,
  plan: ObligationPlan,
  holidays: HolidayTable,
) {
  const { start } = periodRange(period)
  const due = dated(holidays, table => ruleDue(rule, start, table), plan)
  const told = toldIn(period, rule, due.dueOn)
  const draft: NewObligation = {
    ...UNMOVED,
    ...due,
    causeKind: 'period',
    causeKey: `period:${told}`,
    causeLabel: periodLabel(told),
    period: told,
    looseFrom: rule.anchor === undefined ? start : null,
    basis,
  }
  return draft
}

export interface OpeningTime {
  /** Day since when the item obliges, `YYYY-MM-DD`. */
  since: string
  today: string
  holidays: HolidayTable
}

const nextPeriod = (period: string, frequency: NonNullable<DeadlineRule['frequency']>): string =>
  periodOf(addDays(periodRange(period).end, 1), frequency)

/**
 * Checks whether an obligation is opened: not before its period has begun. One without a computable due date is
 * opened when its period ends.
 */
function isOpen(
  { dueOn, period: told }: NewObligation,
  period: string,
  { since, today }: OpeningTime,
): boolean {
  const by = dueOn ?? addDays(periodRange(period).end, OPEN_AHEAD.days)
  const hasBegun = told === null || periodRange(told).start <= today
  return hasBegun && by >= since && addDays(by, -OPEN_AHEAD.days) <= today
}

/** Returns the obligations of the periods due from `since` on and not too far after today, oldest first. */
function periodDrafts(part: PeriodicPart, plan: ObligationPlan, time: OpeningTime): NewObligation[] {
  const frequency = part.rule.frequency ?? 'monthly'
  const drafts: NewObligation[] = []
  const last = addDays(time.today, OPEN_AHEAD.days)
  // One period back: a date counted from a period's end is due in the next.
  const first = periodOf(time.since, frequency)
  let period = previousPeriod(first) ?? first
  for (; periodRange(period).start <= last; period = nextPeriod(period, frequency)) {
    const draft = periodDraft(part, period, plan, time.holidays)
    if (isOpen(draft, period, time)) drafts.push(draft)
  }
  return drafts
}

function standingDraft(plan: ObligationPlan, { since, holidays }: OpeningTime): NewObligation {
  const rule: DeadlineRule = {
    kind: 'after-event',
    n: STANDING.n,
    unit: STANDING.unit,
    eventText: '目录生效',
  }
  return {
    ...UNMOVED,
    ...dated(holidays, table => ruleDue(rule, since, table), plan),
    causeKind: 'standing',
    causeKey: 'standing',
    causeLabel: '长期公开',
    eventOn: since,
    basis: { text: STANDING.source, setting: STANDING.setting },
  }
}

const faultDraft = (fault: string): NewObligation => ({
  ...UNMOVED,
  causeKind: 'unresolved',
  causeKey: 'unresolved',
  causeLabel: '时限没有读懂',
  dueOn: null,
  words: fault,
  skipped: [],
  basis: null,
  unresolved: true,
})

/**
 * Returns the obligations that need no event by `today`: periods, standing ones, and the unresolved parts of a time
 * limit.
 */
export function openDrafts(plan: ObligationPlan, time: OpeningTime): NewObligation[] {
  const periods = plan.periodic.flatMap(part => periodDrafts(part, plan, time))
  const known = new Map(periods.map(draft => [draft.causeKey, draft]))
  return [
    ...known.values(),
    ...(plan.standing ? [standingDraft(plan, time)] : []),
    ...(plan.fault === null ? [] : [faultDraft(plan.fault)]),
  ]
}

/** A recorded event 登记的事. */
export interface RecordedFact {
  kind: TriggerKind
  on: string
  amountFen: number | null
}

const FEN_IN_YUAN = 100

/** Checks a branch: one by an amount applies to amounts in its range; one by other words to the events it names. */
function fits({ rule }: EventPart, { amountFen }: RecordedFact): boolean {
  const within = amountFits(rule.condition ?? '', (amountFen ?? 0) / FEN_IN_YUAN)
  return within === null || (amountFen !== null && within)
}

/** Computes the due date; 之前 without a number means the day before at the latest. */
function dueOf({ rule }: EventPart, on: string, holidays: HolidayTable): RuleDue {
  const sum = ruleDue(rule, on, holidays)
  if (sum.due !== null || rule.kind !== 'before-event') return sum
  const due = addDays(on, -1)
  return { ...sum, due, words: `${sum.words}，最迟前一天 ${dateLabel(due)}` }
}

const causeKeyOf = ({ kind, on }: Pick<RecordedFact, 'kind' | 'on'>): string => `event:${kind}:${on}`

/**
 * Returns the obligation that a recorded event starts; of several limits the first due. Null when the item's limit
 * does not count from such an event or amount.
 */
export function eventDraft(
  plan: ObligationPlan,
  fact: RecordedFact,
  holidays: HolidayTable,
): NewObligation | null {
  const parts = plan.events.filter(part => part.kinds.includes(fact.kind) && fits(part, fact))
  const drafts = parts.map((part): NewObligation => ({
    ...UNMOVED,
    ...dated(holidays, table => dueOf(part, fact.on, table), plan),
    causeKind: part.causeKind,
    causeKey: causeKeyOf(fact),
    causeLabel: `${dateLabel(fact.on)} ${TRIGGER_LABELS[fact.kind]}`,
    eventOn: fact.on,
    eventKind: fact.kind,
    basis: part.basis,
  }))
  const by = ({ dueOn }: NewObligation) => dueOn ?? '9'
  return drafts.reduce<NewObligation | null>(
    (first, draft) => (first === null || by(draft) < by(first) ? draft : first),
    null,
  )
}

/** Checks for kinds of events that may be recorded in advance: a meeting, an election. */
export const mayLieAhead = (kind: TriggerKind): boolean => AHEAD.includes(kind)

import { type DeadlineRule, type HolidayTable, HolidaysMissing, parseDeadline, ruleDue } from '../deadline'
import { type Frequency, dateLabel, periodLabel, periodOf, periodRange, previousPeriod } from '../period'

/** A period whose day is over and of which nothing was disclosed. */
export interface Missed {
  period: string
  dueOn: string
}

/** What was disclosed, as far as an alarm looks at it. */
export interface Told {
  period: string
  publishedOn: string
}

interface Time {
  /** Since when the item obliges. */
  since: string
  today: string
  holidays: HolidayTable
}

/** So many periods back: one that has not ended, one that is told of in it, one more where the limit is long. */
const LOOK_BACK = 4

const isWithin = (inner: string, outer: string): boolean => {
  const [a, b] = [periodRange(inner), periodRange(outer)]
  return a.start >= b.start && a.end <= b.end
}

/** The period itself, one that holds it, or its last part: 2026-09 tells of the end of 2026Q3. */
const tellsOf = (told: string, period: string): boolean =>
  isWithin(period, told) || (isWithin(told, period) && periodRange(told).end === periodRange(period).end)

/** 每季首月15日 cannot tell of a quarter that has begun: a day in the first half asks for the period before. */
const isEarly = (day: string, { start, end }: { start: string; end: string }): boolean =>
  Date.parse(day) - Date.parse(start) < Date.parse(end) - Date.parse(day)

/** The day of a period; null when the rule names none, or lies past the loaded holiday tables. */
function dueOf(rule: DeadlineRule, start: string, holidays: HolidayTable): string | null {
  try {
    return ruleDue(rule, start, holidays).due
  } catch (error) {
    if (error instanceof HolidaysMissing) return null
    throw error
  }
}

/** What is asked for in a period, and the day until which. Without an anchor any disclosure since its start will do. */
function askedIn(rule: DeadlineRule, period: string, holidays: HolidayTable) {
  const range = periodRange(period)
  const dueOn = dueOf(rule, range.start, holidays)
  if (dueOn === null) return null
  const loose = rule.anchor === undefined
  const before = loose || (!rule.anchor?.afterPeriodEnd && isEarly(dueOn, range))
  const asked = (before && previousPeriod(period)) || period
  return { dueOn, period: asked, looseFrom: loose ? range.start : null }
}

function missedBy(rule: DeadlineRule, disclosed: readonly Told[], time: Time): Missed | null {
  const { since, today, holidays } = time
  let period = periodOf(today, rule.frequency as Frequency)
  for (let back = 0; back < LOOK_BACK; back += 1) {
    const asked = askedIn(rule, period, holidays)
    if (asked && asked.dueOn < today) {
      if (asked.dueOn < since) return null
      const { dueOn, looseFrom } = asked
      const isMet = disclosed.some(
        told => tellsOf(told.period, asked.period) || (looseFrom !== null && told.publishedOn >= looseFrom),
      )
      return isMet ? null : { period: asked.period, dueOn }
    }
    period = previousPeriod(period) ?? period
  }
  return null
}

/**
 * The newest period that an organisation should have told of by now and has not, by the item's own periodic time limit 定期公开;
 * null when there is none, or when the limit is none of a period, conditional or not understood: nothing is guessed.
 */
export function missedPeriod(deadline: string | null, disclosed: readonly Told[], time: Time): Missed | null {
  if (deadline === null) return null
  const rules = parseDeadline(deadline).rules.filter(
    ({ kind, frequency, condition }) => kind === 'periodic' && frequency !== undefined && !condition,
  )
  const missed = rules.flatMap(rule => missedBy(rule, disclosed, time) ?? [])
  return missed.sort((a, b) => (a.dueOn < b.dueOn ? 1 : -1))[0] ?? null
}

export const missedWords = ({ period, dueOn }: Missed): string =>
  `${periodLabel(period)}的内容应在${dateLabel(dueOn)}前公开，还没有公开`

import { periodOf, periodRange } from '@shared/common/period'
import {
  type PeriodEnd,
  addDays,
  addMonths,
  daysInMonth,
  dayOfMonth,
  monthOf,
  periodEnd,
  yearOf,
} from './calendar'
import type { Anchor, DeadlineRule, Frequency, HolidayTable } from './types'

const rangeOf = (date: string, frequency: Frequency) => periodRange(periodOf(date, frequency))

/** Returns the day of an anchor in the period that begins on `start`. */
function dayInPeriod(
  start: string,
  frequency: Frequency,
  { dayOfMonth: day, monthOfPeriod }: Anchor,
): string {
  if (day === undefined && monthOfPeriod === undefined) return rangeOf(start, frequency).end
  const month = addMonths(start, (monthOfPeriod ?? 1) - 1)
  const [year, number] = [yearOf(month), monthOf(month)]
  return dayOfMonth(year, number, day ?? daysInMonth(year, number))
}

/**
 * Computes the due date of a periodic rule: the first one on or after `event`. Counted from a period's end
 * (季后十五日内), the period is the one that contains `event`. A fixed day (每月10日) is not moved off a rest day; a
 * length counted from the period's end is a period of 民法典 §203 and is moved.
 * @throws HolidaysMissing
 */
export function periodicDue(
  { frequency = 'monthly', anchor = {} }: DeadlineRule,
  event: string,
  holidays: HolidayTable,
): PeriodEnd {
  const { start, end } = rangeOf(event, frequency)
  if (anchor.afterPeriodEnd) return periodEnd(end, anchor.afterPeriodEnd, holidays)
  const here = dayInPeriod(start, frequency, anchor)
  const date = here >= event ? here : dayInPeriod(addDays(end, 1), frequency, anchor)
  return { date, skipped: [] }
}

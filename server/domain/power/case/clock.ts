import { CASE_DUE_SOON } from '@shared/facts/power/caseRules'
import type { PowerLimit } from '@shared/contract/power/item'
import { addDays, isRestDay } from '../../deadline/calendar'
import { type Assumed, assumedPart, type Computed, withAssumedYears } from '../../deadline/assumedYears'
import type { HolidayTable } from '../../deadline/types'
import { stepOf } from '@shared/power/graph'
import { currentStep, currentVisit } from './visits'
import type { CaseState, Pause, Visit } from './types'

type Length = Pick<PowerLimit, 'n' | 'unit'>
type Stretch = Pick<Pause, 'from' | 'to'>

/** Checks for a paused day: the first day of a pause still counts, its last day does not. */
const isPaused = (day: string, pauses: readonly Stretch[]): boolean =>
  pauses.some(({ from, to }) => day > from && (to === null || day <= to))

/**
 * Returns the last day of a limit; its first day is not counted (民法典 §201), nor are paused days. A limit of
 * calendar days that ends on a rest day ends on the next working day (§203). Null: the clock is paused before the
 * end.
 * @throws HolidaysMissing
 */
export function limitEnd(
  from: string,
  { n, unit }: Length,
  pauses: readonly Stretch[],
  holidays: HolidayTable,
): string | null {
  const standsFrom = pauses.find(({ to }) => to === null)?.from ?? null
  let day = from
  for (let counted = 0; ;) {
    day = addDays(day, 1)
    if (standsFrom !== null && day > standsFrom) return null
    if (isPaused(day, pauses)) continue
    if (unit === 'calendar-day' || !isRestDay(day, holidays)) counted++
    if (counted >= n && !isRestDay(day, holidays)) return day
  }
}

/** Counts the working days after `from` up to and including `to`. */
function workingDaysTo(from: string, to: string, holidays: HolidayTable): number {
  let n = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (!isRestDay(day, holidays)) n++
  return n
}

/** Traffic light of a clock. */
type Light = 'none' | 'yellow' | 'red' | 'standing'

export interface Clock extends Assumed {
  dueOn: string | null
  light: Light
  /** Text form, so that colour is never the only sign. */
  words: string
}

const DAY = 86_400_000
const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / DAY)

function running(dueOn: string, today: string, holidays: HolidayTable): Clock {
  if (dueOn < today) return { dueOn, light: 'red', words: `已超期${daysBetween(dueOn, today)}天` }
  if (dueOn === today) return { dueOn, light: 'yellow', words: '今天到期' }
  const left = workingDaysTo(today, dueOn, holidays)
  return left <= CASE_DUE_SOON.workingDays
    ? { dueOn, light: 'yellow', words: `快到期，还有${left}个工作日` }
    : { dueOn, light: 'none', words: `还有${left}个工作日` }
}

function clockOf(
  from: string,
  limit: Length | null,
  state: CaseState,
  today: string,
  holidays: HolidayTable,
): Clock {
  if (!limit) return { dueOn: null, light: 'none', words: '没有写时限' }
  const clock = withAssumedYears(holidays, (table): Clock => {
    const dueOn = limitEnd(from, limit, state.pauses, table)
    if (dueOn !== null) return running(dueOn, today, table)
    const words = state.status === 'stopped' ? '被叫停，不计时' : '已暂停，不计时'
    return { dueOn: null, light: 'standing', words }
  })
  return { ...clock.value, ...(clock.value.dueOn !== null && assumedPart(clock)) }
}

/** Returns the clock of the current step; null when the case is closed. */
export function stepClock(state: CaseState, today: string, holidays: HolidayTable): Clock | null {
  const visit = currentVisit(state)
  const step = currentStep(state)
  return visit && step && clockOf(visit.enteredOn, step.limit, state, today, holidays)
}

/** Returns the clock of the whole case 总时限; null when it is closed. */
export const wholeClock = (state: CaseState, today: string, holidays: HolidayTable): Clock | null =>
  state.closed ? null : clockOf(state.openedOn, state.item.totalLimit, state, today, holidays)

/** Checks whether a finished step was late; false if it cannot be computed. */
export function wasLate(state: CaseState, visit: Visit, holidays: HolidayTable): boolean {
  if (!visit.finished) return false
  const limit = stepOf(state.item, visit.step)?.limit ?? null
  const { dueOn } = clockOf(visit.enteredOn, limit, state, visit.finished.on, holidays)
  return dueOn !== null && visit.finished.on > dueOn
}

/** Returns the first day on which the current step may be finished 公示期、提前告知; null: any day. */
export function earliestFinish(state: CaseState, holidays: HolidayTable): Computed<string | null> {
  const visit = currentVisit(state)
  const least = currentStep(state)?.least
  return withAssumedYears(holidays, table =>
    visit && least ? limitEnd(visit.enteredOn, least, state.pauses, table) : null,
  )
}

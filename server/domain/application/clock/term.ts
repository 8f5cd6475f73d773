import {
  addDays,
  HolidaysMissing,
  type HolidayTable,
  isRestDay,
  periodEnd,
  yearOf,
} from '@server/domain/deadline'
import { type OPINION_KINDS, REPLY } from '../law'

/** A letter that asks for an opinion: excluded are the working days after `sent` up to `received`, or the cap. */
export interface Letter {
  at: number
  sent: string
  /** Last day of the opinion's term; null: beyond the holiday tables, so later than any day that can be computed. */
  cap: string | null
  received: string | null
  to: string | null
  kind: (typeof OPINION_KINDS)[number] | null
  /** False once the clock began again: the letter excludes nothing any more. */
  counts: boolean
}

/** A term under way: `n` working days after `from` that no letter excludes. */
export interface Term {
  from: string
  n: number
}

/** Every day of a term, sorted by what it is. */
export interface Trace {
  counted: string[]
  excluded: string[]
  rest: string[]
}

export const newTerm = (receipt: string): Term => ({ from: receipt, n: REPLY.n })

/** Returns the last day of a term of `n` working days; null: beyond the holiday tables. */
export function lastDay(from: string, n: number, holidays: HolidayTable): string | null {
  try {
    return periodEnd(from, { n, unit: 'working-day' }, holidays).date
  } catch (error) {
    if (error instanceof HolidaysMissing) return null
    throw error
  }
}

/** Interval of days, both included. */
export interface Interval {
  from: string
  to: string
}

const earlier = (a: string | null, b: string | null): string | null => {
  if (a === null || b === null) return a ?? b
  return a < b ? a : b
}

/** A letter's interval; `to` null: open beyond the tables. */
function intervalOf(letter: Letter, holidays: HolidayTable): { from: string; to: string | null } {
  const { received, cap } = letter
  const known = received !== null && holidays.get(yearOf(received)) !== undefined
  return { from: addDays(letter.sent, 1), to: earlier(known ? received : null, cap) }
}

/** The working days of a set of letters: one day is excluded once, however many letters are under way (union). */
export class Exclusions {
  private readonly intervals: readonly { from: string; to: string | null }[]

  constructor(
    letters: readonly Letter[],
    private readonly holidays: HolidayTable,
  ) {
    this.intervals = letters
      .filter(({ counts }) => counts)
      .map(letter => intervalOf(letter, holidays))
      .sort((a, b) => (a.from < b.from ? -1 : 1))
  }

  has(date: string): boolean {
    return this.intervals.some(({ from, to }) => from <= date && (to === null || date <= to))
  }

  /** Intervals after `start`, overlapping ones joined; those beyond the tables are left out. */
  joined(start: string): Interval[] {
    const out: Interval[] = []
    for (const { from, to } of this.intervals) {
      if (to === null || to <= start) continue
      const first = from > start ? from : addDays(start, 1)
      const last = out.at(-1)
      if (last && first <= addDays(last.to, 1)) last.to = to > last.to ? to : last.to
      else if (first <= to) out.push({ from: first, to })
    }
    return out
  }

  /** Working days of an interval. */
  workingDays({ from, to }: Interval): number {
    let n = 0
    for (let date = from; date <= to; date = addDays(date, 1)) if (!isRestDay(date, this.holidays)) n++
    return n
  }
}

/** True if the term ended before `date`: only days before it are looked at, so that tables may end there. */
export function isPast(
  { from, n }: Term,
  date: string,
  excluded: Exclusions,
  holidays: HolidayTable,
): boolean {
  if (n === 0) return from < date
  let left = n
  for (let day = addDays(from, 1); day < date; day = addDays(day, 1)) {
    if (!isRestDay(day, holidays) && !excluded.has(day)) left--
    if (left === 0) return true
  }
  return false
}

/**
 * Walks a term day by day to its end.
 * @throws HolidaysMissing
 */
export function walk(
  { from, n }: Term,
  excluded: Exclusions,
  holidays: HolidayTable,
): { due: string; trace: Trace } {
  const trace: Trace = { counted: [], excluded: [], rest: [] }
  let day = from
  while (trace.counted.length < n) {
    day = addDays(day, 1)
    if (isRestDay(day, holidays)) trace.rest.push(day)
    else if (excluded.has(day)) trace.excluded.push(day)
    else trace.counted.push(day)
  }
  return { due: day, trace }
}

import chineseDays from 'chinese-days'
import fc from 'fast-check'
import {
  type Anchor,
  type DeadlineRule,
  type Frequency,
  type SpanUnit,
  PUBLISHED_HOLIDAYS,
  ruleDue,
} from '../../server/domain/deadline'
import { reportFigure } from '../support/figures'

/**
 * R10 of the reliability targets: due dates against an oracle that walks day by day over another holiday source
 * (the package chinese-days) and shares no code with the calendar under test.
 */

/** The same cases in every run; other seeds were tried when the grammar was made. */
fc.configureGlobal({ seed: 20_261_123 })

const FIRST = Date.UTC(2009, 0, 1)
const LAST = Date.UTC(2026, 11, 31)
const DAY = 86_400_000
const text = (time: number): string => new Date(time).toISOString().slice(0, 10)

/** One entry a day: is it a working day? */
const WORKS: boolean[] = []
for (let time = FIRST; time <= LAST; time += DAY) WORKS.push(chineseDays.isWorkday(text(time)))

const indexOf = (date: string): number => (Date.parse(date) - FIRST) / DAY
const dateAt = (index: number): string => text(FIRST + index * DAY)

/** null: the walk leaves the table. */
type Answer = { due: string; skipped: string[] } | null

function walkWorkingDays(event: string, n: number): Answer {
  const skipped: string[] = []
  let counted = 0
  for (let i = indexOf(event) + 1; i < WORKS.length; i++) {
    if (WORKS[i]) counted++
    else skipped.push(dateAt(i))
    if (counted === n) return { due: dateAt(i), skipped }
  }
  return null
}

function walkToWorkingDay(from: string): Answer {
  const skipped: string[] = []
  for (let i = indexOf(from); i < WORKS.length; i++) {
    if (WORKS[i]) return { due: dateAt(i), skipped }
    skipped.push(dateAt(i))
  }
  return null
}

/** Same day n months later by counting months one by one; the last day where the month is too short. */
function monthsLater(date: string, n: number): string {
  let [year = 0, month = 0] = date.split('-').map(Number)
  for (let i = 0; i < n; i++) {
    month++
    if (month > 12) [year, month] = [year + 1, 1]
  }
  for (let day = Number(date.slice(8)); ; day--) {
    const candidate = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
    const parsed = new Date(candidate)
    if (!Number.isNaN(parsed.getTime()) && text(parsed.getTime()) === candidate) return candidate
  }
}

function oracle(event: string, n: number, unit: SpanUnit): Answer {
  if (unit === 'working-day') return walkWorkingDays(event, n)
  return walkToWorkingDay(unit === 'month' ? monthsLater(event, n) : dateAt(indexOf(event) + n))
}

function answer(rule: DeadlineRule, event: string): Answer {
  try {
    const { due, skipped } = ruleDue(rule, event, PUBLISHED_HOLIDAYS)
    return due === null ? null : { due, skipped }
  } catch {
    return null
  }
}

const dates = fc.integer({ min: 0, max: WORKS.length - 1 }).map(dateAt)
const RUNS = 100_000

test(`after an event: ${RUNS} cases agree with the walk`, () => {
  const mismatches: string[] = []
  let compared = 0
  /** A linear congruential walk over the cases: the same ones in every run, far cheaper than shrinking 100,000. */
  let seed = 20260923
  const next = (limit: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((seed / 2_147_483_648) * limit)
  }
  const units: readonly SpanUnit[] = ['working-day', 'calendar-day', 'month']
  for (let run = 0; run < RUNS; run++) {
    const event = dateAt(next(WORKS.length))
    const unit = units[next(3)] ?? 'month'
    const n = 1 + next(unit === 'month' ? 12 : 30)
    const expected = oracle(event, n, unit)
    const given = answer({ kind: 'after-event', n, unit }, event)
    if (expected) compared++
    const agree = expected?.due === given?.due && expected?.skipped.join() === given?.skipped.join()
    if (!agree) mismatches.push(`${event} + ${n} ${unit}`)
  }
  reportFigure(
    `R10 due dates against the published holidays of ${text(FIRST).slice(0, 4)} to ${text(LAST).slice(0, 4)}, walked day by day over another source: ` +
      `${RUNS} cases, ${mismatches.length} mismatches`,
  )
  expect(mismatches).toEqual([])
  expect(compared).toBeGreaterThan(RUNS * 0.95)
})

test('before an event: working days counted back are the working days between', () => {
  fc.assert(
    fc.property(dates, fc.integer({ min: 1, max: 60 }), (event, n) => {
      const given = answer({ kind: 'before-event', n, unit: 'working-day', events: ['meeting'] }, event)
      if (!given) return
      const between = WORKS.slice(indexOf(given.due), indexOf(event)).filter(Boolean).length
      expect(between).toBe(n)
      expect(WORKS[indexOf(given.due)]).toBe(true)
      expect(given.skipped.length).toBe(indexOf(event) - indexOf(given.due) - n)
    }),
  )
})

test('before an event: calendar days are plain subtraction', () => {
  fc.assert(
    fc.property(dates, fc.integer({ min: 1, max: 60 }), (event, n) => {
      const given = answer({ kind: 'before-event', n, unit: 'calendar-day' }, event)
      expect(given).toEqual({ due: text(Date.parse(event) - n * DAY), skipped: [] })
    }),
  )
})

const frequencies = fc.constantFrom<Frequency>('monthly', 'quarterly', 'half-yearly', 'yearly')
const LENGTH: Record<Frequency, number> = { monthly: 1, quarterly: 3, 'half-yearly': 6, yearly: 12 }

/** First day on or after the event that falls on the anchor, found by trying every day. */
function walkToAnchor(event: string, frequency: Frequency, { dayOfMonth, monthOfPeriod }: Anchor): string {
  const wantedMonth = monthOfPeriod ?? (dayOfMonth === undefined ? LENGTH[frequency] : 1)
  for (let time = Date.parse(event); ; time += DAY) {
    const date = new Date(time)
    const lastDay = new Date(time + DAY).getUTCDate() === 1
    const inPeriod = (date.getUTCMonth() % LENGTH[frequency]) + 1
    const day = date.getUTCDate()
    const hit = day === (dayOfMonth ?? 99) || (lastDay && day < (dayOfMonth ?? 99))
    if (inPeriod === wantedMonth && hit) return text(time)
  }
}

test('every period: the first fitting day on or after the event', () => {
  fc.assert(
    fc.property(
      dates,
      frequencies,
      fc.option(fc.integer({ min: 1, max: 31 }), { nil: undefined }),
      fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
      (event, frequency, dayOfMonth, month) => {
        const monthOfPeriod = month === undefined ? undefined : ((month - 1) % LENGTH[frequency]) + 1
        const anchor: Anchor = { dayOfMonth, monthOfPeriod }
        const given = answer({ kind: 'periodic', frequency, anchor }, event)
        expect(given?.due).toBe(walkToAnchor(event, frequency, anchor))
      },
    ),
    { numRuns: 1000 },
  )
})

test('counted from the end of the period that holds the event', () => {
  fc.assert(
    fc.property(dates, frequencies, fc.integer({ min: 1, max: 40 }), (event, frequency, n) => {
      let end = Date.parse(event)
      const isEnd = (time: number): boolean => {
        const tomorrow = new Date(time + DAY)
        return tomorrow.getUTCDate() === 1 && tomorrow.getUTCMonth() % LENGTH[frequency] === 0
      }
      while (!isEnd(end)) end += DAY
      const anchor: Anchor = { afterPeriodEnd: { n, unit: 'calendar-day' } }
      const given = answer({ kind: 'periodic', frequency, anchor }, event)
      expect(given).toEqual(end > LAST ? null : oracle(text(end), n, 'calendar-day'))
    }),
    { numRuns: 1000 },
  )
})

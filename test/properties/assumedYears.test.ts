import fc from 'fast-check'
import {
  PUBLISHED_HOLIDAYS,
  addDays,
  periodEnd,
  withAssumedYears,
  ruleDue,
  withHolidays,
} from '../../server/domain/deadline'
import { actDueOn, publicityOf } from '../../server/domain/publicity'
import { ACT_DAYS } from '../../shared/facts/disclosure/publicityRules'

/** Dates beyond the tables: nothing changes where they reach, and it is said exactly which years were assumed. */

fc.configureGlobal({ seed: 20_261_201 })

const known = fc.integer({ min: 0, max: 17 * 365 }).map(n => addDays('2009-01-05', n))
const span = fc.record({
  n: fc.integer({ min: 1, max: 40 }),
  unit: fc.constantFrom('working-day', 'calendar-day', 'month'),
} as const)
const short = span.map(({ n, unit }) => ({ n: unit === 'month' ? 1 : Math.min(n, 20), unit }))

test('with every year known the results are those of the tables alone', () => {
  fc.assert(
    fc.property(known, short, (from, length) => {
      const rule = { kind: 'after-event', ...length } as const
      expect(withAssumedYears(PUBLISHED_HOLIDAYS, table => periodEnd(from, length, table))).toEqual({
        value: periodEnd(from, length, PUBLISHED_HOLIDAYS),
        assumedYears: [],
      })
      expect(withAssumedYears(PUBLISHED_HOLIDAYS, table => ruleDue(rule, from, table)).value).toEqual(
        ruleDue(rule, from, PUBLISHED_HOLIDAYS),
      )
    }),
  )
})

test('a publicity period and an act keep their bytes where the tables reach', () => {
  fc.assert(
    fc.property(known, fc.constantFrom('opinion', 'correct', 'meeting', 'order'), (from, act) => {
      const publicity = publicityOf({ path: ['低保'], deadline: null }, from, PUBLISHED_HOLIDAYS)
      expect(Object.keys(publicity)).toEqual(['startsOn', 'endsOn', 'endsAt', 'days', 'unit', 'basis'])
      const { date } = periodEnd(from, { n: 7, unit: 'working-day' }, PUBLISHED_HOLIDAYS)
      expect(publicity.endsOn).toBe(date)
      expect(actDueOn(act, from, PUBLISHED_HOLIDAYS)).toEqual({
        value: periodEnd(from, ACT_DAYS[act], PUBLISHED_HOLIDAYS).date,
        assumedYears: [],
      })
    }),
  )
})

test('a missing year is the same as a year without holidays', () => {
  const years = Array.from({ length: 12 }, (_, n) => 2027 + n)
  const empty = withHolidays(
    PUBLISHED_HOLIDAYS,
    Object.fromEntries(years.map(year => [year, { off: [], work: [] }])),
  )
  const day = fc.integer({ min: 0, max: 11 * 365 }).map(n => addDays('2026-12-01', n))
  fc.assert(
    fc.property(day, short, (from, length) => {
      const { value, assumedYears } = withAssumedYears(PUBLISHED_HOLIDAYS, table =>
        periodEnd(from, length, table),
      )
      expect(value).toEqual(periodEnd(from, length, empty))
      expect(assumedYears.every(year => year > 2026)).toBe(true)
      if (value.date > '2026-12-31') expect(assumedYears).toContain(Number(value.date.slice(0, 4)))
    }),
  )
})

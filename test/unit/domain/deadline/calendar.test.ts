import type { HolidayTable, Span, DeadlineRule } from '../../../../server/domain/deadline'
import {
  addDays,
  addMonths,
  dayOfMonth,
  daysBefore,
  daysInMonth,
  HolidaysMissing,
  isCalendarDate,
  isRestDay,
  monthOf,
  periodEnd,
  yearOf,
} from '../../../../server/domain/deadline/calendar'
import { periodicDue } from '../../../../server/domain/deadline/periodicDue'

/** 2026-03-02 is a Monday; in this table only Wednesday 4 March is a holiday and Saturday 7 March a work day. */
const OWN: HolidayTable = new Map([
  [2026, { off: new Set(['2026-03-04']), work: new Set(['2026-03-07']) }],
  [2027, { off: new Set<string>(), work: new Set<string>() }],
])
const working = (n: number): Span => ({ n, unit: 'working-day' })
const days = (n: number): Span => ({ n, unit: 'calendar-day' })
const months = (n: number): Span => ({ n, unit: 'month' })

test.each(['1900-01-01', '2024-02-29', '2026-01-01', '2026-01-31', '2026-04-30', '2026-12-31', '9998-12-31'])(
  '%s is a date',
  text => {
    expect(isCalendarDate(text)).toBe(true)
  },
)

test.each([
  '',
  '2026-02-29',
  '2026-04-31',
  '2026-00-10',
  '2026-13-01',
  '2026-01-00',
  '2026-01-32',
  '1899-12-31',
  '0999-01-01',
  '9999-01-01',
  '2026-1-1',
  '2026/01/01',
  '20260101',
  ' 2026-01-01',
  '2026-01-01 ',
  '12026-01-01',
  '2026-01-011',
  '2026-aa-01',
])('%p is no date', text => {
  expect(isCalendarDate(text)).toBe(false)
})

test.each([
  ['2026-02-28', 1, '2026-03-01'],
  ['2024-02-28', 1, '2024-02-29'],
  ['2026-12-31', 1, '2027-01-01'],
  ['2026-01-01', -1, '2025-12-31'],
  ['2026-03-05', 0, '2026-03-05'],
])('%s and %i days is %s', (date, count, end) => {
  expect(addDays(date, count)).toBe(end)
})

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2026-11-30', 1, '2026-12-30'],
  ['2026-12-15', 1, '2027-01-15'],
  ['2026-11-30', 3, '2027-02-28'],
  ['2026-05-15', 12, '2027-05-15'],
  ['2026-01-15', -1, '2025-12-15'],
  ['2026-03-31', -1, '2026-02-28'],
  ['2026-03-31', 0, '2026-03-31'],
])('%s and %i months is %s', (date, count, end) => {
  expect(addMonths(date, count)).toBe(end)
})

test('a day that the month has not is its last one', () => {
  expect(dayOfMonth(2026, 2, 31)).toBe('2026-02-28')
  expect(dayOfMonth(2024, 2, 30)).toBe('2024-02-29')
  expect(dayOfMonth(2026, 12, 1)).toBe('2026-12-01')
  expect(dayOfMonth(987, 1, 5)).toBe('0987-01-05')
  expect([1, 2, 4, 12].map(month => daysInMonth(2026, month))).toEqual([31, 28, 30, 31])
  expect(daysInMonth(2024, 2)).toBe(29)
  expect([yearOf('2026-03-05'), monthOf('2026-12-05')]).toEqual([2026, 12])
})

test.each([
  ['2026-03-02', false],
  ['2026-03-03', false],
  ['2026-03-04', true],
  ['2026-03-05', false],
  ['2026-03-06', false],
  ['2026-03-07', false],
  ['2026-03-08', true],
  ['2026-03-14', true],
  ['2026-03-15', true],
  ['2026-03-16', false],
])('%s is a rest day: %p', (date, rest) => {
  expect(isRestDay(date, OWN)).toBe(rest)
})

test('without a table for the year nothing is computed', () => {
  const ask = () => isRestDay('2025-12-31', OWN)
  expect(ask).toThrow(HolidaysMissing)
  expect(ask).toThrow(
    expect.objectContaining({
      name: 'HolidaysMissing',
      code: 'holidays-missing',
      year: 2025,
      message: '没有 2025 年的节假日安排，不能推算工作日',
    }),
  )
})

test.each([
  ['2026-03-02', working(1), '2026-03-03', []],
  ['2026-03-02', working(2), '2026-03-05', ['2026-03-04']],
  ['2026-03-06', working(1), '2026-03-07', []],
  ['2026-03-06', working(2), '2026-03-09', ['2026-03-08']],
  ['2026-03-13', working(1), '2026-03-16', ['2026-03-14', '2026-03-15']],
  ['2026-12-31', working(1), '2027-01-01', []],
  ['2026-03-04', working(0), '2026-03-04', []],
  ['2026-03-02', days(1), '2026-03-03', []],
  ['2026-03-02', days(2), '2026-03-05', ['2026-03-04']],
  ['2026-03-02', days(12), '2026-03-16', ['2026-03-14', '2026-03-15']],
  ['2026-03-02', days(13), '2026-03-16', ['2026-03-15']],
  ['2026-02-04', months(1), '2026-03-05', ['2026-03-04']],
  ['2026-01-31', months(1), '2026-03-02', ['2026-02-28', '2026-03-01']],
] as const)('a period from %s of %j ends on %s', (from, span, date, skipped) => {
  expect(periodEnd(from, span, OWN)).toEqual({ date, skipped })
})

test.each([
  ['2026-03-06', working(1), '2026-03-05', []],
  ['2026-03-05', working(1), '2026-03-03', ['2026-03-04']],
  ['2026-03-16', working(1), '2026-03-13', ['2026-03-14', '2026-03-15']],
  ['2026-03-09', days(1), '2026-03-08', []],
  ['2026-03-01', days(1), '2026-02-28', []],
  ['2026-03-31', months(1), '2026-02-28', []],
] as const)('before %s by %j lies %s', (event, span, date, skipped) => {
  expect(daysBefore(event, span, OWN)).toEqual({ date, skipped })
})

type Periodic = Pick<DeadlineRule, 'frequency' | 'anchor'>
const DUE: readonly [Periodic, event: string, due: string][] = [
  [{}, '2026-03-10', '2026-03-31'],
  [{ frequency: 'monthly', anchor: { dayOfMonth: 10 } }, '2026-03-10', '2026-03-10'],
  [{ frequency: 'monthly', anchor: { dayOfMonth: 10 } }, '2026-03-11', '2026-04-10'],
  [{ frequency: 'monthly', anchor: { dayOfMonth: 10 } }, '2026-12-11', '2027-01-10'],
  [{ frequency: 'monthly', anchor: { dayOfMonth: 31 } }, '2026-02-01', '2026-02-28'],
  [{ frequency: 'quarterly' }, '2026-03-31', '2026-03-31'],
  [{ frequency: 'quarterly' }, '2026-04-01', '2026-06-30'],
  [{ frequency: 'quarterly', anchor: { monthOfPeriod: 1 } }, '2026-01-31', '2026-01-31'],
  [{ frequency: 'quarterly', anchor: { monthOfPeriod: 1 } }, '2026-02-01', '2026-04-30'],
  [{ frequency: 'quarterly', anchor: { monthOfPeriod: 2, dayOfMonth: 30 } }, '2026-02-27', '2026-02-28'],
  [{ frequency: 'quarterly', anchor: { monthOfPeriod: 3, dayOfMonth: 25 } }, '2026-12-26', '2027-03-25'],
  [{ frequency: 'quarterly', anchor: { dayOfMonth: 5 } }, '2026-04-05', '2026-04-05'],
  [{ frequency: 'half-yearly' }, '2026-06-30', '2026-06-30'],
  [{ frequency: 'half-yearly', anchor: { monthOfPeriod: 6 } }, '2026-07-01', '2026-12-31'],
  [{ frequency: 'yearly' }, '2026-01-01', '2026-12-31'],
  [{ frequency: 'yearly', anchor: { monthOfPeriod: 2 } }, '2026-02-28', '2026-02-28'],
  [{ frequency: 'yearly', anchor: { monthOfPeriod: 3, dayOfMonth: 31 } }, '2026-04-01', '2027-03-31'],
]
test.each(DUE)('%j asked on %s is due on %s, rest day or not', (rule, event, date) => {
  expect(periodicDue({ kind: 'periodic', ...rule }, event, new Map())).toEqual({ date, skipped: [] })
})

test('counted from the period’s end it is moved off rest days', () => {
  const after = (afterPeriodEnd: Span, event: string) =>
    periodicDue({ kind: 'periodic', frequency: 'monthly', anchor: { afterPeriodEnd } }, event, OWN)
  expect(after(days(4), '2026-02-28')).toEqual({ date: '2026-03-05', skipped: ['2026-03-04'] })
  expect(after(working(3), '2026-02-01')).toEqual({
    date: '2026-03-05',
    skipped: ['2026-03-01', '2026-03-04'],
  })
})

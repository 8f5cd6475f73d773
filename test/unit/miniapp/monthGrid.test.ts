import type { DisclosureCalendar } from '@shared/contract/reading/site'
import {
  dutiesByDay,
  dutiesOfMonth,
  dutiesText,
  monthAway,
  weeksOf,
} from '../../../miniapp/src/packages/matrix/calendar/monthGrid'

type Item = DisclosureCalendar['items'][number]

const item = (dueOn: string, state: Item['state']): Item => ({
  ...{ id: dueOn, name: '低保名单', cause: '2026年11月', doneOn: null, noticeId: null },
  dueOn,
  state,
})

test('weeks begin on Monday; days of other months are left out', () => {
  const weeks = weeksOf('2026-11')
  expect(weeks).toHaveLength(6)
  expect(weeks[0]).toEqual([null, null, null, null, null, null, '2026-11-01'])
  expect(weeks.at(-1)).toEqual(['2026-11-30', null, null, null, null, null, null])
  expect(weeksOf('2021-02')).toHaveLength(4)
})

test.each(['2024-02', '2025-02', '2026-12', '2000-02'])('%s: every day once, in order', month => {
  const days = weeksOf(month)
    .flat()
    .filter(day => day !== null)
  const last = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate()
  expect(days).toEqual(
    Array.from({ length: last }, (_day, at) => `${month}-${String(at + 1).padStart(2, '0')}`),
  )
})

test('months next to each other, also over the end of a year', () => {
  expect(monthAway('2026-12', 1)).toBe('2027-01')
  expect(monthAway('2026-01', -1)).toBe('2025-12')
  expect(monthAway('2026-10', -1)).toBe('2026-09')
})

test('what is due, done and late on each day, and in the month', () => {
  const days = dutiesByDay(
    [
      item('2026-11-30', 'due'),
      item('2026-11-30', 'done'),
      item('2026-11-30', 'late'),
      item('2026-11-05', 'done-late'),
      item('2026-12-01', 'due'),
    ],
    '2026-11',
  )
  expect([...days]).toEqual([
    ['2026-11-30', { all: 3, done: 1, late: 1 }],
    ['2026-11-05', { all: 1, done: 1, late: 0 }],
  ])
  expect(dutiesText(dutiesOfMonth(days))).toBe('到期 4 件，公开了 2 件，到期没有公开 1 件')
})

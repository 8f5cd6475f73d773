import { yearOf } from '@shared/common/period'

test.each([
  ['2026', 2026],
  ['2026-03', 2026],
  ['2026Q4', 2026],
  ['2026H1', 2026],
  ['2026-03-05', 2026],
  ['0592', 592],
  ['0000', 0],
])('%s lies in %i', (key, year) => expect(yearOf(key)).toBe(year))

import chineseDays from 'chinese-days'
import { holidayFileFaults, isRestDay, PUBLISHED_HOLIDAYS } from '../../../../server/domain/deadline'
import published from '../../../../shared/facts/disclosure/holidays.json'

test('every published day agrees with the package chinese-days', () => {
  const differing: string[] = []
  for (let day = Date.UTC(2009, 0, 1); day < Date.UTC(2027, 0, 1); day += 86_400_000) {
    const date = new Date(day).toISOString().slice(0, 10)
    if (isRestDay(date, PUBLISHED_HOLIDAYS) === chineseDays.isWorkday(date)) differing.push(date)
  }
  expect(differing).toEqual([])
})

test('every year names its source and when it was checked', () => {
  expect(Object.keys(published).map(Number)).toEqual(Array.from({ length: 18 }, (_, i) => 2009 + i))
  for (const { source, checkedOn } of Object.values(published)) {
    expect(source.length).toBeGreaterThan(0)
    for (const url of source) expect(url).toMatch(/^https:\/\/www\.gov\.cn\//)
    expect(checkedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  }
})

test.each([
  [{}, 0],
  [{ '2027': { off: ['2027-01-01'], work: [] } }, 0],
  [null, 1],
  [[], 1],
  ['x', 1],
  [{ next: { off: [], work: [] } }, 1],
  [{ '2027': [] }, 1],
  [{ '2027': { off: [] } }, 1],
  [{ '2027': { off: ['2026-01-01'], work: [] } }, 1],
  [{ '2027': { off: ['2027-02-30', 7], work: [] } }, 2],
  [{ '2027': { off: ['2027-01-02'], work: ['2027-01-02'] } }, 1],
])('a holiday file tells all its faults: %j', (file, faults) => {
  expect(holidayFileFaults(file)).toHaveLength(faults)
})

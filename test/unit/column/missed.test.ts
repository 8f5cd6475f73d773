import { missedPeriod, missedWords } from '@shared/domain/column/missed'
import { PUBLISHED_HOLIDAYS } from '@shared/domain/deadline'

const TIME = { since: '2026-01-01', today: '2026-11-20', holidays: PUBLISHED_HOLIDAYS }
const missed = (deadline: string | null, told: [period: string, publishedOn: string][] = [], time = {}) =>
  missedPeriod(
    deadline,
    told.map(([period, publishedOn]) => ({ period, publishedOn })),
    { ...TIME, ...time },
  )

test.each<[deadline: string, period: string, dueOn: string]>([
  ['每季度结束后15日内', '2026Q3', '2026-10-15'],
  ['每月10日前', '2026-10', '2026-11-10'],
  ['每年3月31日前', '2025', '2026-03-31'],
  ['每季度', '2026Q2', '2026-09-30'],
  ['每半年', '2025H2', '2026-06-30'],
])('%s: nobody told of %s by %s', (deadline, period, dueOn) => {
  expect(missed(deadline)).toEqual({ period, dueOn })
})

test('the period itself, one that holds it or its last month is enough; another is not', () => {
  const deadline = '每季度结束后15日内'
  expect(missed(deadline, [['2026Q3', '2026-10-20']])).toBeNull()
  expect(missed(deadline, [['2026-09', '2026-10-08']])).toBeNull()
  expect(missed(deadline, [['2026', '2026-10-08']])).toBeNull()
  expect(missed(deadline, [['2026-07', '2026-08-08']])).toEqual({ period: '2026Q3', dueOn: '2026-10-15' })
  expect(missed(deadline, [['2026Q2', '2026-10-08']])).toEqual({ period: '2026Q3', dueOn: '2026-10-15' })
})

test('without a day any disclosure of the period’s time is enough', () => {
  expect(missed('每季度', [['2026-08-03', '2026-08-05']])).toBeNull()
  expect(missed('每季度', [['2026-05-03', '2026-05-05']])).toEqual({ period: '2026Q2', dueOn: '2026-09-30' })
})

test('nothing is late before its day, or before the catalogue was in force', () => {
  expect(missed('每季度结束后15日内', [['2026Q2', '2026-07-01']], { today: '2026-10-15' })).toBeNull()
  expect(missed('每季度结束后15日内', [], { since: '2026-10-16' })).toBeNull()
})

test.each([null, '信息形成后20个工作日内', '及时公开', '长期公开', '看情况', '往来较多的每月公布'])(
  '%s asks for no period: no alarm',
  deadline => {
    expect(missed(deadline)).toBeNull()
  },
)

test('says it in words', () => {
  expect(missedWords({ period: '2026Q3', dueOn: '2026-10-15' })).toBe(
    '2026年第三季度的内容应在2026年10月15日前公开，还没有公开',
  )
})

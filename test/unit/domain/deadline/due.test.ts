import {
  type HolidayTable,
  dueDate,
  HolidaysMissing,
  parseDeadline,
  PUBLISHED_HOLIDAYS,
  withHolidays,
} from '../../../../server/domain/deadline'

const due = (text: string, event: string, condition?: string, holidays: HolidayTable = PUBLISHED_HOLIDAYS) =>
  dueDate(parseDeadline(text).rules, { event, condition, holidays })

/** Holiday facts: State Council notices of 2019–2026 (shared/facts/disclosure/holidays.json). */
const WORKING_DAYS: readonly [string, string, string][] = [
  ['10个工作日内', '2026-03-02', '2026-03-16'],
  ['1个工作日内', '2026-09-30', '2026-10-08'],
  ['5个工作日内', '2026-10-08', '2026-10-14'],
  ['20个工作日内', '2026-02-06', '2026-03-12'],
  ['7个工作日内', '2026-04-28', '2026-05-11'],
  ['3个工作日内', '2025-01-24', '2025-02-05'],
  ['10个工作日内', '2020-01-20', '2020-02-11'],
  ['20个工作日内', '2019-12-20', '2020-01-19'],
]
test.each(WORKING_DAYS)('%s from %s ends on %s', (text, event, end) => {
  expect(due(text, event).due).toBe(end)
})

const CALENDAR: readonly [string, string, string, string[]][] = [
  ['10日内', '2026-03-02', '2026-03-12', []],
  ['5日内', '2026-03-03', '2026-03-09', ['2026-03-08']],
  ['4日内', '2026-03-03', '2026-03-09', ['2026-03-07', '2026-03-08']],
  ['一周内', '2026-02-07', '2026-02-14', []],
  [
    '三天内',
    '2026-09-30',
    '2026-10-08',
    ['2026-10-03', '2026-10-04', '2026-10-05', '2026-10-06', '2026-10-07'],
  ],
  ['1个月内', '2026-01-31', '2026-02-28', []],
  ['1个月内', '2024-01-31', '2024-02-29', []],
  ['3个月内', '2025-11-30', '2026-02-28', []],
  ['一年内', '2024-02-29', '2025-02-28', []],
]
test.each(CALENDAR)('%s from %s ends on %s', (text, event, end, skipped) => {
  expect(due(text, event)).toMatchObject({ due: end, skipped })
})

test('the sum is told in words, the days passed over are listed', () => {
  expect(due('信息形成之日起7个工作日内', '2026-09-21')).toEqual({
    due: '2026-10-08',
    rule: 0,
    words:
      '2026年9月21日（信息形成）的次日起数 7 个工作日，跳过 9月25日至27日、10月1日至7日（共 10 天休息日），到 2026年10月8日',
    skipped: [
      ...['2026-09-25', '2026-09-26', '2026-09-27'],
      ...['01', '02', '03', '04', '05', '06', '07'].map(day => `2026-10-${day}`),
    ],
  })
  expect(due('5日内', '2026-03-03').words).toBe(
    '2026年3月3日的次日起数 5 日，到 2026年3月8日，是休息日，跳过 3月8日（共 1 天休息日），顺延到 2026年3月9日',
  )
  expect(due('2日内', '2026-03-03').words).toBe('2026年3月3日的次日起数 2 日，到 2026年3月5日')
})

const PERIODIC: readonly [string, string, string][] = [
  ['每月10日前', '2026-03-10', '2026-03-10'],
  ['每月10日前', '2026-03-11', '2026-04-10'],
  ['每月底前', '2026-02-03', '2026-02-28'],
  ['每月31日', '2026-04-03', '2026-04-30'],
  ['每季度的首个月20日', '2026-01-21', '2026-04-20'],
  ['每季度的首个月20日', '2025-12-01', '2026-01-20'],
  ['每季度末月25日前', '2026-05-05', '2026-06-25'],
  ['每年3月31日前', '2026-03-31', '2026-03-31'],
  ['每年3月31日前', '2026-04-01', '2027-03-31'],
  ['每年3月公开', '2026-02-01', '2026-03-31'],
  ['每季度公布一次', '2026-05-05', '2026-06-30'],
  ['半年至少更新1次', '2026-07-01', '2026-12-31'],
  ['每年公布一次', '2026-07-01', '2026-12-31'],
  ['季后十五日内', '2026-05-05', '2026-07-15'],
  ['季后十五日内', '2026-06-30', '2026-07-15'],
  ['每季度终了后10个工作日内', '2026-02-05', '2026-04-15'],
  ['每月结束后4日内', '2026-09-21', '2026-10-08'],
  ['年度终了后3个月内', '2024-05-05', '2025-03-31'],
]
test.each(PERIODIC)('%s for %s is due on %s', (text, event, end) => {
  expect(due(text, event).due).toBe(end)
})

const BEFORE: readonly [string, string, string | null][] = [
  ['会议召开十日前', '2026-10-11', '2026-10-01'],
  ['提前一周发通知邀请', '2026-03-09', '2026-03-02'],
  ['选举日的二十日以前公布', '2026-03-21', '2026-03-01'],
  ['会议召开5个工作日前', '2026-10-12', '2026-09-29'],
  ['提前一个月', '2026-03-31', '2026-02-28'],
  ['下届选举前', '2026-03-31', null],
]
test.each(BEFORE)('%s with the event on %s is %s', (text, event, end) => {
  expect(due(text, event).due).toBe(end)
})

test.each([
  ['及时公开', '本地设定'],
  ['长期公开', '本地设定'],
  ['按进展情况及时公开', '本地设定'],
  ['同上', '上一行'],
  ['公示7个工作日', '没有公开的截止日期'],
  ['从其规定不明', '没有读懂'],
  ['法律另有规定的,从其规定', '不能推算'],
  ['下届选举前', '没有写明提前几天'],
])('%s gives no date and says why', (text, said) => {
  const answer = due(text, '2026-03-02')
  expect(answer).toMatchObject({ due: null, skipped: [] })
  expect(answer.words).toContain(said)
})

const BRANCHES = '信息形成20个工作日内公开;其中行政许可、行政处罚事项应自作出行政决定之日起7个工作日内公示'
const FINANCE = '每季度的首个月20日(集体财务往来较多的,财务收支情况应每月公布一次)'
const AMOUNT = '投入资金5万元以上的随时公布,其他每月10日前公布'
test.each([
  [BRANCHES, undefined, 0, '2026-03-30'],
  [BRANCHES, '行政处罚', 1, '2026-03-11'],
  [BRANCHES, '行政许可事项', 1, '2026-03-11'],
  [BRANCHES, '行政處罰', 1, '2026-03-11'],
  [BRANCHES, '政策文件', 0, '2026-03-30'],
  [FINANCE, undefined, 0, '2026-04-20'],
  [FINANCE, '集体财务往来较多', 1, '2026-03-31'],
  [FINANCE, '财务收支', 1, '2026-03-31'],
  [AMOUNT, '投入资金8万元', 0, null],
  [AMOUNT, '投入资金五万元', 0, null],
  [AMOUNT, '投入资金49999元', 1, '2026-03-10'],
  [AMOUNT, undefined, 1, '2026-03-10'],
  ['及时公开，最长不超过20个工作日', undefined, 1, '2026-03-30'],
  ['财务收支情况每月10日前公布', undefined, 0, '2026-03-10'],
  ['村务每季度公布一次,财务每月公布一次', '财务', 1, '2026-03-31'],
])('%s with branch %s uses rule %i', (text, condition, rule, end) => {
  expect(due(text, '2026-03-02', condition)).toMatchObject({ rule, due: end })
})

test('a branch has to be named where every rule has one', () => {
  const answer = due('村务每季度公布一次,财务每月公布一次', '2026-03-02')
  expect(answer).toEqual({
    due: null,
    rule: null,
    words: '要先说明属于哪种情形：村务；财务',
    skipped: [],
  })
})

test('past the loaded years it refuses; an own table for the year helps', () => {
  expect(() => due('20个工作日内', '2026-12-21')).toThrow(HolidaysMissing)
  expect(() => due('10日内', '2026-12-25')).toThrow(
    expect.objectContaining({ code: 'holidays-missing', year: 2027 }),
  )
  expect(() => due('季后十五日内', '2026-12-25')).toThrow(HolidaysMissing)
  expect(() => due('5个工作日内', '2008-12-01')).toThrow(HolidaysMissing)
  const own = withHolidays(PUBLISHED_HOLIDAYS, { '2027': { off: ['2027-01-01'], work: [] } })
  expect(due('20个工作日内', '2026-12-21', undefined, own).due).toBe('2027-01-19')
  expect(due('每月10日前', '2026-12-25').due).toBe('2027-01-10')
})

test('an own table replaces the built-in year', () => {
  const own = withHolidays(PUBLISHED_HOLIDAYS, { '2026': { off: ['2026-03-03'], work: ['2026-03-07'] } })
  expect(due('5个工作日内', '2026-03-02', undefined, own)).toMatchObject({
    due: '2026-03-09',
    skipped: ['2026-03-03', '2026-03-08'],
  })
})

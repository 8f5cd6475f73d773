import { isMonthOnly, parseCount, parseDay, parseYuan } from '../../../../shared/figures/parse'

test.each([
  ['1,234.50元', 123_450],
  ['￥1,234.50', 123_450],
  ['¥ 300', 30_000],
  ['3.5万', 3_500_000],
  ['3.5万元', 3_500_000],
  ['叁万伍仟元整', 3_500_000],
  ['一百二十元', 12_000],
  ['12元5角', 1_250],
  ['-12.5', -1_250],
])('%s is %d fen', (text, fen) => expect(parseYuan(text)).toBe(fen))

test.each(['500元/人', '3至5万', '约300多', '一百五', '3人', '已付', '￥', '1.2345万万'])(
  '%s is no amount',
  text => expect(parseYuan(text)).toBeNull(),
)

test('a column in 万元 moves bare figures, never those with a unit', () => {
  expect([parseYuan('3.5', 4), parseYuan('1,200', 4), parseYuan('35000元', 4)]).toEqual([
    3_500_000, 1_200_000_000, 3_500_000,
  ])
})

test.each([
  '2026-03-05',
  '2026/3/5',
  '2026.03.05',
  '2026年3月5日',
  '二〇二六年三月五日',
  '20260305',
  '46086',
  '3月5日',
  '3.5',
  '26.3.5',
  '2026/3/5 08:00',
])(
  // prettier-ignore
  '%s is one day',
  text => expect(parseDay(text, '2026')).toBe('2026-03-05'),
)

test.each(['2026-02-30', '二〇二六年三月', '2026年', '三月份', '昨天', '', '13月1日'])('%s is no day', text =>
  expect(parseDay(text, '2026')).toBeNull(),
)

test('a month without its day is told apart', () => {
  expect([isMonthOnly('二〇二六年三月'), isMonthOnly('2026年3月5日'), isMonthOnly('昨天')]).toEqual([
    true,
    false,
    false,
  ])
})

test('people', () =>
  expect(['3人', '三人', '3', '3.5', '许多'].map(parseCount)).toEqual([3, 3, 3, null, null]))

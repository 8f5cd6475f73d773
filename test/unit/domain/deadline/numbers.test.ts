import { numberOf } from '../../../../server/domain/deadline/reading/numerals'
import { spanOf } from '../../../../server/domain/deadline/reading/pieces'
import { amountFits, amountIn } from '../../../../server/domain/deadline/thresholds'

/** Numbers of the column 公开时限 and what they count. */

const NUMBERS: readonly [string, number][] = [
  ['20', 20],
  ['0', 0],
  ['9999', 9999],
  ['l0', 10],
  ['2O', 20],
  ['2o', 20],
  ['I2', 12],
  ['|5', 15],
  ['零', 0],
  ['〇', 0],
  ['九', 9],
  ['玖', 9],
  ['两', 2],
  ['十', 10],
  ['十五', 15],
  ['拾伍', 15],
  ['二十', 20],
  ['贰拾', 20],
  ['九十九', 99],
  ['廿', 20],
  ['廿五', 25],
  ['卅', 30],
  ['卅一', 31],
  ['百', 100],
  ['一百零五', 105],
  ['一百五十', 150],
  ['百十', 110],
  ['两千', 2000],
  ['仟', 1000],
  ['二〇', 20],
  ['一二〇', 120],
  ['二零二六', 2026],
]
test.each(NUMBERS)('%s is %i', (run, value) => {
  expect(numberOf(run)).toBe(value)
})

test.each([
  '三五',
  '一二三',
  '12345',
  '10345',
  '一二〇三四',
  '十百',
  '十十',
  '二三十',
  '零十',
  '二十三五',
  '2十',
  'l十',
  '二百3',
])('%s is no number', run => {
  expect(numberOf(run)).toBeNaN()
})

const SPANS: readonly [string, number, string][] = [
  ['20个工作日', 20, 'working-day'],
  ['20工作日', 20, 'working-day'],
  ['20个法定工作日', 20, 'working-day'],
  ['3工作天', 3, 'working-day'],
  ['3个工作目', 3, 'working-day'],
  ['l个工作日', 1, 'working-day'],
  ['3日(工作日)', 3, 'working-day'],
  ['3日(自然日)', 3, 'calendar-day'],
  ['3个自然日', 3, 'calendar-day'],
  ['3日历天', 3, 'calendar-day'],
  ['三天', 3, 'calendar-day'],
  ['两周', 14, 'calendar-day'],
  ['一个星期', 7, 'calendar-day'],
  ['一礼拜', 7, 'calendar-day'],
  ['9999日', 9999, 'calendar-day'],
  ['3个月', 3, 'month'],
  ['半年', 6, 'month'],
  ['1年', 12, 'month'],
  ['10年', 120, 'month'],
]
test.each(SPANS)('%s is %i %s', (words, n, unit) => {
  expect(spanOf(words)).toEqual({ n, unit })
})

test.each(['11年', '0日', '三五日', '日', '20个', '10000日'])('%s is no length of time', words => {
  expect(spanOf(words)).toBeNull()
})

test.each([
  ['100元', 100],
  ['三百元', 300],
  ['5万元', 50_000],
  ['五万元', 50_000],
  ['投入资金5.5万元以上的', 55_000],
  ['3千元', 3_000],
  ['2百元', 200],
  ['2亿元', 200_000_000],
  ['1元至2元', 1],
])('%s is %i yuan', (text, yuan) => {
  expect(amountIn(text)).toBe(yuan)
})

test.each(['', '元', '三五元', '5万人', '重大事项'])('%p has no amount', text => {
  expect(amountIn(text)).toBeNull()
})

test.each([
  ['5万元以上', 50_000, true],
  ['5万元以上', 49_999, false],
  ['5万元以下', 50_000, true],
  ['5万元以下', 50_001, false],
  ['5万元以内', 50_000, true],
  ['5万元以内', 50_001, false],
  ['不满5万元', 49_999, true],
  ['不满5万元', 50_000, false],
  ['低于5万元', 50_000, false],
  ['少于5万元', 49_999, true],
  ['超过5万元', 50_001, true],
  ['超过5万元', 50_000, false],
  ['高于5万元', 50_000, false],
  ['大于5万元', 50_001, true],
  ['5万元的项目', 50_000, null],
  ['以上', 50_000, null],
])('%s for %i yuan: %p', (condition, amount, fits) => {
  expect(amountFits(condition, amount)).toBe(fits)
})

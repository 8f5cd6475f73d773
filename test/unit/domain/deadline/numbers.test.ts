import { numberOf } from '../../../../server/domain/deadline/reading/numerals'
import { readEvery, readMonthList, readQuantity } from '../../../../server/domain/deadline/reading/quantities'
import { amountFits, amountIn } from '../../../../server/domain/deadline/thresholds'
import { T } from '../../../../server/domain/deadline/reading/tokens'

/** Numbers of the column 公开时限 and what they count; the text behind them is left alone. */

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

const COUNTED: readonly [string, object][] = [
  ['20个工作日内', { type: T.span, n: 20, unit: 'working-day', length: 6 }],
  ['20工作日', { type: T.span, n: 20, unit: 'working-day', length: 5 }],
  ['20个法定工作日', { type: T.span, n: 20, unit: 'working-day', length: 8 }],
  ['3工作天', { type: T.span, n: 3, unit: 'working-day', length: 4 }],
  ['3个工作目内', { type: T.span, n: 3, unit: 'working-day', length: 5 }],
  ['3个工作目录', { type: T.unsayable, length: 1 }],
  ['l个工作日', { type: T.span, n: 1, unit: 'working-day', length: 5 }],
  ['3日(工作日)', { type: T.span, n: 3, unit: 'working-day', length: 7 }],
  ['3日(自然日)', { type: T.span, n: 3, unit: 'calendar-day', length: 7 }],
  ['3个自然日', { type: T.span, n: 3, unit: 'calendar-day', length: 5 }],
  ['3日历天', { type: T.span, n: 3, unit: 'calendar-day', length: 4 }],
  ['三天', { type: T.span, n: 3, unit: 'calendar-day', length: 2 }],
  ['两周', { type: T.span, n: 14, unit: 'calendar-day', length: 2 }],
  ['一个星期', { type: T.span, n: 7, unit: 'calendar-day', length: 4 }],
  ['一礼拜', { type: T.span, n: 7, unit: 'calendar-day', length: 3 }],
  ['三周年', { type: T.unsayable, length: 1 }],
  ['3个月', { type: T.span, n: 3, unit: 'month', length: 3 }],
  ['1年内', { type: T.span, n: 12, unit: 'month', length: 2 }],
  ['10年', { type: T.span, n: 120, unit: 'month', length: 3 }],
  ['11年', { type: T.unsayable, length: 2 }],
  ['2年度', { type: T.unsayable, length: 1 }],
  ['1日', { type: T.day, n: 1, unit: 'calendar-day', day: 1, length: 2 }],
  ['9999日', { type: T.day, n: 9999, unit: 'calendar-day', day: 9999, length: 5 }],
  ['I日内', { type: T.day, n: 1, unit: 'calendar-day', day: 1, length: 2 }],
  ['0日', { type: T.unsayable, length: 1 }],
  ['99999日', { type: T.unsayable, length: 5 }],
  ['5号', { type: T.dayNumber, day: 5, length: 2 }],
  ['31号', { type: T.dayNumber, day: 31, length: 3 }],
  ['32号', { type: T.unsayable, length: 2 }],
  ['5号文', { type: T.unsayable, length: 1 }],
  ['3月31日', { type: T.date, month: 3, day: 31, length: 5 }],
  ['12月1号', { type: T.date, month: 12, day: 1, length: 5 }],
  ['2月29日', { type: T.date, month: 2, day: 29, length: 5 }],
  ['2月30日', { type: T.unsayable, length: 5 }],
  ['4月31日', { type: T.unsayable, length: 5 }],
  ['1月0日', { type: T.unsayable, length: 4 }],
  ['3月底', { type: T.date, month: 3, day: 31, length: 3 }],
  ['2月末', { type: T.date, month: 2, day: 29, length: 3 }],
  ['3月月底', { type: T.date, month: 3, day: 31, length: 4 }],
  ['3月份', { type: T.month, month: 3, length: 3 }],
  ['12月', { type: T.month, month: 12, length: 3 }],
  ['13月', { type: T.unsayable, length: 2 }],
  ['3次', { type: T.times, n: 3, length: 2 }],
  ['两回', { type: T.times, n: 2, length: 2 }],
  ['一遍', { type: T.times, n: 1, length: 2 }],
]
const NOT_COUNTED: readonly [string, object][] = [
  ['10多日', { type: T.unsayable, length: 3 }],
  ['十几日', { type: T.unsayable, length: 2 }],
  ['10.5日', { type: T.unsayable, length: 4 }],
  ['3至5日', { type: T.unsayable, length: 4 }],
  ['3或者5天', { type: T.unsayable, length: 5 }],
  ['24小时', { type: T.unsayable, length: 4 }],
  ['1个半月', { type: T.unsayable, length: 3 }],
  ['30分钟', { type: T.unsayable, length: 4 }],
  ['2个季度', { type: T.unsayable, length: 4 }],
  ['5万元', { type: T.money, length: 3 }],
  ['5元', { type: T.money, length: 2 }],
  ['5.5万元', { type: T.money, length: 5 }],
  ['3千元', { type: T.money, length: 3 }],
  ['10万以上', { type: T.money, length: 3 }],
  ['10户', { type: T.text, length: 3 }],
  ['3个村', { type: T.text, length: 2 }],
  ['5以上', { type: T.text, length: 1 }],
  ['100平方米', { type: T.text, length: 6 }],
  ['三农', { type: T.text, length: 1 }],
  ['三个', { type: T.unsayable, length: 1 }],
  ['3农', { type: T.unsayable, length: 1 }],
  ['OK', { type: T.text, length: 1 }],
  ['l月', { type: T.text, length: 1 }],
]
test.each([...COUNTED, ...NOT_COUNTED])('%s is read as %j', (text, found) => {
  expect(readQuantity(text)).toEqual(found)
})

test.each(['', '个工作日', '内20日', '每月'])('no number stands at the start of %p', text => {
  expect(readQuantity(text)).toBeNull()
})

test.each([
  ['每1个月一次', { type: T.every, frequency: 'monthly', length: 4 }],
  ['每三个月', { type: T.every, frequency: 'quarterly', length: 4 }],
  ['每一季度', { type: T.every, frequency: 'quarterly', length: 4 }],
  ['每6月', { type: T.every, frequency: 'half-yearly', length: 3 }],
  ['每12个月', { type: T.every, frequency: 'yearly', length: 5 }],
  ['每1年', { type: T.every, frequency: 'yearly', length: 3 }],
  ['每两个月', { type: T.unsayable, length: 4 }],
  ['每隔三个月', { type: T.unsayable, length: 5 }],
  ['每2季度', { type: T.unsayable, length: 4 }],
  ['每十天', { type: T.unsayable, length: 3 }],
])('%s comes again', (text, found) => {
  expect(readEvery(text)).toEqual(found)
})

test.each(['每周', '三个月', '在每三个月', ''])('%p says no count of periods', text => {
  expect(readEvery(text)).toBeNull()
})

test.each([
  ['1、4、7、10月20日前', { type: T.monthList, months: [1, 4, 7, 10], day: 20, length: 12 }],
  ['1、4、7、10月的20日', { type: T.monthList, months: [1, 4, 7, 10], day: 20, length: 13 }],
  ['1月和7月各', { type: T.monthList, months: [1, 7], day: undefined, length: 5 }],
  ['6、12月份', { type: T.monthList, months: [6, 12], day: undefined, length: 6 }],
  ['1月20日、7月20日', { type: T.monthList, months: [1, 7], day: 20, length: 11 }],
  ['3月31日、9月30日', { type: T.monthList, months: [3, 9], day: 31, length: 11 }],
  ['2月29日、8月31日', { type: T.monthList, months: [2, 8], day: 31, length: 11 }],
  ['6月30日和12月31日', { type: T.monthList, months: [6, 12], day: 31, length: 12 }],
])('%s is a list of months', (text, found) => {
  expect(readMonthList(text)).toEqual(found)
})

test.each([
  '',
  '1月',
  '1月、5月',
  '7、13月',
  '3、6、9月',
  '1、2、3、4月',
  '1月20日、7月21日',
  '1月20日、5月20日',
  '在1、7月',
])('%p is no list of evenly spaced months', text => {
  expect(readMonthList(text)).toBeNull()
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

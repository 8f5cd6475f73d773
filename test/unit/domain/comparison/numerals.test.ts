import { added, decimalOf, shifted } from '@shared/figures/decimal'
import { numberOf, spokenDecimal } from '@shared/figures/numerals'
import { eachBefore, eachBehind, unitAt } from '@shared/figures/units'

/** Exact decimals, numbers in any notation, and what they count. */

test.each([
  ['0', '0'],
  ['000', '0'],
  ['-0', '0'],
  ['-0.00', '0'],
  ['.5', '0.5'],
  ['5.', '5'],
  ['0012.50', '12.5'],
  ['-3.10', '-3.1'],
  ['0.05', '0.05'],
  ['100', '100'],
])('%s is %s', (text, value) => {
  expect(decimalOf(text)).toBe(value)
})

test.each([
  ['3.5', 4, '35000'],
  ['3.55', 1, '35.5'],
  ['3.555', 2, '355.5'],
  ['12', 0, '12'],
  ['0.5', 0, '0.5'],
  ['0', 4, '0'],
  ['5', -1, '0.5'],
  ['5', -2, '0.05'],
  ['52', -2, '0.52'],
  ['152', -2, '1.52'],
  ['1.5', -1, '0.15'],
])('%s with its point moved by %i is %s', (value, places, moved) => {
  expect(shifted(value, places)).toBe(moved)
})

test.each([
  ['0', '0', '0'],
  ['4', '5', '9'],
  ['5', '5', '10'],
  ['9', '1', '10'],
  ['0.5', '0.5', '1'],
  ['99.99', '0.01', '100'],
  ['1.25', '3', '4.25'],
  ['1', '0.05', '1.05'],
  ['7', '95.5', '102.5'],
  ['123456789012345678901', '9', '123456789012345678910'],
])('%s and %s are %s', (a, b, sum) => {
  expect(added(a, b)).toBe(sum)
})

const NUMBERS: readonly [string, string][] = [
  ['35,000', '35000'],
  ['1,234,567.89', '1234567.89'],
  ['3.5万', '35000'],
  ['3万5千', '35000'],
  ['3万5000', '35000'],
  ['三万五千', '35000'],
  ['叁万伍仟', '35000'],
  ['1.2亿', '120000000'],
  ['一亿二千万', '120000000'],
  ['1万亿', '1000000000000'],
  ['两亿', '200000000'],
  ['二〇二六', '2026'],
  ['一二三四', '1234'],
  ['一二〇', '120'],
  ['五零', '50'],
  ['零', '0'],
  ['零五', '5'],
  ['十', '10'],
  ['十二', '12'],
  ['一十二', '12'],
  ['二十五', '25'],
  ['廿五', '25'],
  ['卅', '30'],
  ['一百零五', '105'],
  ['一百一十', '110'],
  ['三百二十', '320'],
  ['一千零二十', '1020'],
  ['一万零五百', '10500'],
  ['三千零五万', '30050000'],
  ['一万二千三百四十五', '12345'],
  ['0012', '12'],
]
test.each(NUMBERS)('%s counts %s', (run, value) => {
  expect(numberOf(run)).toBe(value)
})

test.each([
  '三五',
  '一二三',
  '一百五',
  '一千五',
  '三百二',
  '三万五',
  '3万5',
  '3千5',
  '一百五万',
  '3,50',
  '1234,567',
  '1,2',
  '十百',
  '百',
  '二十十',
  '三三百',
  '一2',
  '一万二万',
  '一亿二亿',
  '一万一亿',
  '万',
])('%s is not certainly one number', run => {
  expect(numberOf(run)).toBeNull()
})

test.each([
  ['三点五万元', false, { plain: '3.5', length: 3 }],
  ['十二点五元', false, { plain: '12.5', length: 4 }],
  ['三点零五亩', false, { plain: '3.05', length: 4 }],
  ['三点五个百分点', false, { plain: '3.5', length: 3 }],
  ['三点五', true, { plain: '3.5', length: 3 }],
  ['三点五', false, null],
  ['三五点二万', false, null],
  ['下午三点五', true, null],
])('spoken %s, of a share %p', (text, isShare, spoken) => {
  expect(spokenDecimal(text, isShare)).toEqual(spoken)
})

test('the longest unit at the start of a text', () => {
  const told = (text: string) => {
    const found = unitAt(text)
    return found && `${found.unit.name} ${found.unit.sense} ${found.length}`
  }
  expect(told('元整')).toBe('元 money 1')
  expect(told('块钱')).toBe('元 money 2')
  expect(told('人次')).toBe('人次 people 2')
  expect(told('名')).toBe('人 people 1')
  expect(told('户次')).toBe('户次 people 2')
  expect(told('年度')).toBe('年 date 2')
  expect(told('百分点')).toBe('个百分点 share 3')
  expect(told('m2')).toBe('平方米 measure 2')
  expect(told('个月')).toBe('个月 measure 2')
  expect(told('个')).toBe('个 plain 1')
  expect(told('猫')).toBeNull()
  expect(told('')).toBeNull()
})

test.each([
  ['每人每月835元', ['人', '月'], 4],
  ['每月每人', ['人', '月'], 4],
  ['每人每人', ['人'], 4],
  ['每个月', ['月'], 3],
  ['每季度', ['季'], 3],
  ['每日', ['天'], 2],
])('%s before an amount', (text, each, length) => {
  expect(eachBefore(text)).toEqual({ each, length })
})

test.each([
  ['/人·月', ['人', '月'], 4],
  ['/(人·月)', ['人', '月'], 6],
  ['/人/月', ['人', '月'], 4],
  ['/亩', ['亩'], 2],
  ['每人每月', ['人', '月'], 4],
  ['/年、户', ['年', '户'], 4],
])('%s behind an amount', (text, each, length) => {
  expect(eachBehind(text)).toEqual({ each: [...each].sort(), length })
})

test.each(['', '人均', '每猫', '在每人'])('%p gives for each of nothing', text => {
  expect(eachBefore(text)).toBeNull()
  expect(eachBehind(text)).toBeNull()
})
test('a stroke without a word after it, and one before the amount', () => {
  expect([eachBehind('/猫'), eachBefore('/人')]).toEqual([null, null])
})

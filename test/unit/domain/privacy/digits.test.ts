import {
  digitRuns,
  gapsAre,
  hasShape,
  isCutOnce,
  type NumberWindow,
  windowsOf,
} from '../../../../server/domain/privacy/detectors/digits'
import {
  labelAt,
  markAt,
  prepareText,
  sourceSpan,
} from '../../../../server/domain/privacy/detectors/normalize'

/** Digits of a text in runs, and the way back from the folded text to the source. */

const window = (text: string): NumberWindow =>
  [...windowsOf(digitRuns(text)[0]!, 1, 30)].reduce((most, one) =>
    one.digits.length > most.digits.length ? one : most,
  )

test.each([
  [' ', 'space'],
  ['      ', 'space'],
  ['-', 'dash'],
  [' - ', 'dash'],
  ['_', 'dash'],
  ['-.', 'dash'],
  ['.', 'dot'],
  ['·', 'dot'],
  ['\n', 'break'],
  [' \n ', 'break'],
  ['\t', 'cell'],
  ['|', 'cell'],
  ['\u001f', 'cell'],
  ['\t\n', 'cell'],
  ['/', 'mark'],
  [', ', 'mark'],
  ['、', 'mark'],
])('%j between digits is a %s', (between, gap) => {
  expect(digitRuns(`1${between}2`)).toEqual([
    {
      groups: [
        { start: 0, end: 1, digits: '1' },
        { start: 1 + between.length, end: 2 + between.length, digits: '2' },
      ],
      gaps: [gap],
    },
  ])
})

test.each(['a', '元', '       ', '\n\n', '. ', ',,', '/-', '+', ' 和 '])('%j parts two numbers', between => {
  expect(digitRuns(`1${between}2`).map(({ groups }) => groups.length)).toEqual([1, 1])
})

test.each([
  ['甲', []],
  ['x1', ['1']],
  ['123X', ['123X']],
  ['123x', ['123X']],
  ['12XX', ['12']],
  ['123Xa', ['123']],
  ['1X2', ['1X2']],
  ['123 X', ['123', 'X']],
  ['123-x', ['123', 'X']],
  ['123    X', ['123']],
  ['123 Xa', ['123']],
  ['123 X*', ['123']],
  ['123 X1', ['123']],
  ['123 X43', ['123', 'X43']],
  ['123 X85', ['123']],
])('%s has the groups %j', (text, groups) => {
  expect((digitRuns(text)[0]?.groups ?? []).map(({ digits }) => digits)).toEqual(groups)
})

test('windows are whole groups within the lengths asked for', () => {
  const [run] = digitRuns('a1 2-34')
  const all = [...windowsOf(run!, 3, 4)]
  expect(all.map(({ digits }) => digits)).toEqual(['1234', '234'])
  expect(all.map(({ start, end, lengths, gaps, isSolid }) => [start, end, lengths, gaps, isSolid])).toEqual([
    [1, 7, [1, 1, 2], ['space', 'dash'], false],
    [3, 7, [1, 2], ['dash'], false],
  ])
  expect([...windowsOf(run!, 2, 2)].map(({ digits, isSolid }) => [digits, isSolid])).toEqual([
    ['12', false],
    ['34', true],
  ])
  const [long] = digitRuns(Array.from({ length: 30 }, () => '1').join(' '))
  expect([...windowsOf(long!, 25, 30)]).toEqual([])
  expect([...windowsOf(long!, 24, 30)].map(({ start }) => start / 2)).toEqual([0, 1, 2, 3, 4, 5, 6])
})

test('the shape of a number in groups', () => {
  expect(gapsAre(window('1 2-3'), 'space', 'dash')).toBe(true)
  expect(gapsAre(window('1 2-3'), 'space')).toBe(false)
  expect(gapsAre(window('1'))).toBe(true)
  expect(
    hasShape(
      [3, 4, 4],
      [
        [3, 8],
        [3, 4, 4],
      ],
    ),
  ).toBe(true)
  expect(hasShape([3, 4], [[3, 4, 4]])).toBe(false)
  expect(hasShape([3, 4, 4], [[3, 4]])).toBe(false)
  expect(hasShape([3, 4, 5], [[3, 4, 4]])).toBe(false)
  expect(hasShape([1, 1, 1], [])).toBe(false)
  expect(hasShape([1, 1, 2], [])).toBe(false)
  expect(isCutOnce(window('12\n34'))).toBe(true)
  expect(isCutOnce(window('12\t34'))).toBe(true)
  expect(isCutOnce(window('12 34'))).toBe(false)
  expect(isCutOnce(window('12\n34\n56'))).toBe(false)
})

test.each([
  ['１２٣۴𝟏', '12341'],
  ['a\u200bb\u00adc\ufeff', 'abc'],
  ['a\u3000b\u00a0c', 'a b c'],
  ['a‐b–c—d−e－f', 'a-b-c-d-e-f'],
  ['（甲）：，', '(甲):,'],
  ['張國', '张国'],
  ['a\r\nb\u2028c', 'a\nb\nc'],
  ['é〇', 'é〇'],
  ['一三八一二三四五六七八', '13812345678'],
  ['幺三八-一二三四-五六七八', '138-1234-5678'],
  ['一三八一二三四五六七', '一三八一二三四五六七'],
])('%j is seen as %j', (source, text) => {
  expect(prepareText(source).text).toBe(text)
})

test('escapes are line ends only where the source is raw', () => {
  const raw = prepareText('a\\nb\\rc\\td\\x', { escapedBreaks: true })
  expect(raw.text).toBe('a\nbc\td\\x')
  expect([...raw.origin]).toEqual([0, 1, 3, 6, 7, 9, 10, 11, 12])
  expect(prepareText('a\\nb').text).toBe('a\\nb')
})

test('every place leads back to the source', () => {
  const source = 'a\u200b１𝟏b'
  const scan = prepareText(source)
  expect([scan.text, [...scan.origin]]).toEqual(['a11b', [0, 2, 3, 5, 6]])
  expect(sourceSpan(scan, 0, 1)).toEqual({ start: 0, end: 1 })
  expect(sourceSpan(scan, 1, 3)).toEqual({ start: 2, end: 5 })
  expect(sourceSpan(scan, 3, 4)).toEqual({ start: 5, end: 6 })
  expect(sourceSpan(scan, 1, 1)).toEqual({ start: 2, end: 3 })
  expect(prepareText('張國a').text).toBe('张国a')
})

test.each([
  ['身份证号：123', 'resident-id'],
  ['手机 123', 'phone'],
  ['电话和备用（本人）123', 'phone'],
  ['电话号码是某某某某某某某某某某123', null],
  ['电话，123', null],
  ['电话。123', null],
  ['订单号123', 'order'],
  ['订单号为123', 'order'],
  ['订单号联系123', null],
  ['银行卡号或手机123', 'phone'],
  ['社保卡号123', 'social-security-card'],
  ['残疾人证123', 'disability-card'],
  ['护照123', 'passport'],
  ['对公账户123', 'public-account'],
  ['监督电话123', 'office-phone'],
  ['微信号123', 'wechat'],
  ['金额123', null],
])('the number of %s is a %s', (text, label) => {
  const scan = prepareText(text)
  expect(labelAt(scan, text.indexOf('123'))).toBe(label)
})

test('of several labels the nearest before the number counts, else the column’s', () => {
  const scan = prepareText('手机123，身份证456，卡号789，000')
  const at = (digits: string) => labelAt(scan, scan.text.indexOf(digits))
  expect(['123', '456', '789', '000'].map(at)).toEqual(['phone', 'resident-id', 'bank-card', null])
  expect(markAt(scan, 0)).toBeNull()
  expect(markAt(scan, 2)).toEqual({ kind: 'phone', start: 0, end: 2 })
  expect(prepareText('身份证号').labels).toEqual([])
  const under = (label: string, text = '123') => labelAt(prepareText(text, { label }), text.indexOf('123'))
  expect(under('联系 電話')).toBe('phone')
  expect(under('户主电话（身份证号）')).toBe('resident-id')
  expect(under('联系电话', '卡号123')).toBe('bank-card')
  expect(under('金额')).toBeNull()
})

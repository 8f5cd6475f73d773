import { fieldRuleOf, numberLabelOf } from '../../../../server/domain/privacy/columns'
import { cutNumbers } from '../../../../server/domain/privacy/cutNumbers'
import { scanTable, scanText } from '../../../../server/domain/privacy'
import { idCheckCharacter } from '../../../../server/domain/privacy/detectors/residentId'

/** What the name of a column makes of its cells, and what a table says that no cell says alone. */

const TODAY = '2026-11-24'
const ID = `61011119800101123${idCheckCharacter('61011119800101123')}`
const scan = (label: string, text: string) =>
  scanText(text, { today: TODAY, label }).map(({ kind, severity, text: words }) => `${kind} ${severity} ${words}`) // prettier-ignore
const table = (columns: string[], ...rows: string[][]) =>
  scanTable(columns, rows, { today: TODAY }).map(
    ({ kind, row, column, text }) => `${kind} ${row}:${column} ${text}`,
  )

test.each([
  ['监督电话', 'office'],
  ['残疾证号', 'disability-card'],
  ['社会保障卡号', 'social-security'],
  ['开户账号', 'bank-card'],
  ['身份证号', 'resident-id'],
  ['身份證號', 'resident-id'],
  ['护照', 'passport'],
  ['微信', 'wechat'],
  ['E-mail', 'email'],
  ['联系 电话：', 'phone'],
  ['经纬度', 'gps'],
  ['车牌号', 'plate'],
  ['*人数', 'count'],
  ['家庭住址', 'address'],
  ['残疾类别', 'health'],
  ['出生年月', 'birth-date'],
  ['年龄', 'age'],
  ['儿童姓名', 'minor-name'],
  ['经办人', 'handler'],
  ['姓  名', 'person-name'],
  ['户主（身份证号）', 'person-name'],
  ['（身份证号）', 'resident-id'],
  ['照片', 'likeness'],
  ['人员', 'person-name'],
  ['有关人员', null],
  ['说明', null],
  ['', null],
  [undefined, null],
  [`姓名${'一'.repeat(58)}`, 'person-name'],
  [`姓名${'一'.repeat(59)}`, null],
])('the column %s falls under %s', (label, id) => {
  expect(fieldRuleOf(label)?.id ?? null).toBe(id)
  expect(fieldRuleOf(label)?.id ?? null).toBe(id)
})

test.each([
  ['监督电话', 'office-phone'],
  ['身份证号', 'resident-id'],
  ['护照', 'passport'],
  ['电话', 'phone'],
  ['账号', 'bank-card'],
  ['社保卡号', 'social-security-card'],
  ['残疾证号', 'disability-card'],
  ['微信', 'wechat'],
  ['人数', null],
  ['姓名', null],
  ['说明', null],
])('numbers under %s are %s', (label, kind) => {
  expect(numberLabelOf(fieldRuleOf(label))).toBe(kind)
})

const CELLS: readonly [label: string, cell: string, found: string[]][] = [
  ['姓名', '尔朱荣', ['person-name review 尔朱荣']],
  ['姓名', '合计', []],
  ['儿童姓名', '张小明', ['person-name review 张小明', 'minor review 张小明']],
  ['残疾等级', ' 二级 ', ['health review 二级']],
  ['残疾等级', '无', []],
  ['残疾等级', '——', []],
  ['残疾等级', '0', []],
  ['残疾等级', ' ', []],
  ['健康状况', '良好', []],
  ['健康状况', '（健康情况不公开）', []],
  ['救助原因', '（已清除）', []],
  ['住址', '大石头村三组', []],
  ['住址', '东街5', ['address review 东街5']],
  ['住址', '1-2-301', ['address review 1-2-301']],
  ['住址', '十二号', ['address review 十二号']],
  ['坐标', '108.93', ['gps review 108.93']],
  ['坐标', '108', []],
  ['微信', 'zhang_san', ['wechat review zhang_san']],
  ['微信', 'zhang', []],
  ['微信', '12345', ['wechat review 12345']],
  ['微信', '1234', []],
  ['车牌', '豫ABCDEF', ['plate review 豫ABCDEF']],
  ['车牌', '豫A123', []],
  ['照片', 'x.jpg', ['file-metadata review x.jpg']],
  ['照片', '无', []],
  ['金额', '13812345678', []],
  ['金额', ID, [`resident-id block ${ID}`]],
  ['经手人', '张建国，联系人：李秀英', []],
  ['经手人', '13812345678', ['mobile block 13812345678']],
  ['监督电话', '029-36812345', []],
  ['监督电话', '13812345678', ['mobile review 13812345678']],
  ['说明', '村民张建国申请', ['person-name review 张建国']],
  ['说明', '二级', []],
  ['电话', '3681 2345', ['landline review 3681 2345']],
  ['账号', '123456789012', ['bank-card block 123456789012']],
]
test.each(CELLS)('under %s, %j says %j', (label, cell, found) => {
  expect(scan(label, cell)).toEqual(found)
})

const person = (dated: string, value: string, name = '张小明') =>
  table(['姓名', dated], [name, value]).filter(line => line.startsWith('minor'))
test.each([
  ['年龄', '8', true],
  ['年龄', '8岁', true],
  ['年龄', ' 17周岁 ', true],
  ['年龄', '18', false],
  ['年龄', '约8', false],
  ['年龄', '', false],
  ['出生日期', '2008-11-25', true],
  ['出生日期', '2008-11-24', false],
  ['出生日期', '2009年3月', true],
  ['出生日期', '2009.3.5', true],
  ['出生日期', '20090305', true],
  ['出生日期', '2009', false],
  ['出生日期', '2030-01-01', false],
  ['出生日期', '42000', true],
  ['出生日期', '39000', false],
  ['出生日期', '不详', false],
])('%s %j tells a minor: %p', (dated, value, minor) => {
  expect(person(dated, value)).toEqual(minor ? ['minor 0:0 张小明'] : [])
})

test('a minor is told at the name, wherever the columns stand', () => {
  expect(person('年龄', '8', '')).toEqual([])
  expect(person('年龄', '8', '合计')).toEqual([])
  expect(table(['年龄', '姓名'], ['65', '张建国'], ['8', ' 张小明'])).toEqual([
    'person-name 0:1 张建国',
    'person-name 1:1 张小明',
    'minor 1:1 张小明',
  ])
  expect(table(['年龄'], ['8'])).toEqual([])
  expect(table(['姓名'], ['张小明'])).toEqual(['person-name 0:0 张小明'])
})

test('numbers cut over cells say where they begin and end', () => {
  const places = (...rows: string[][]) =>
    cutNumbers(rows, TODAY).map(({ kind, severity, row, column, lastRow, lastColumn, text, mask }) => [
      `${kind} ${severity}`,
      [row, column, lastRow, lastColumn],
      text,
      mask,
    ])
  const told = (at: number[]) => [['resident-id block', at, ID, '6101**********1238'.slice(0, 14) + ID.slice(-4)]] // prettier-ignore
  expect(places(['张*', ID.slice(0, 6), ID.slice(6)])).toEqual(told([0, 1, 0, 2]))
  expect(places([''], ['张*', ...ID])).toEqual(told([1, 1, 1, 18]))
  expect(places(['甲', ID.slice(0, 10)], ['乙', ID.slice(10)])).toEqual(told([0, 1, 1, 1]))
  expect(places([ID.slice(0, 10)], [`${ID.slice(10)} `])).toEqual(told([0, 0, 1, 0]))
  expect(places([ID.slice(0, 10)])).toEqual([])
  for (const body of ['99011119800101123', '61991119800101123', '61011119801301123']) {
    const none = body + idCheckCharacter(body)
    expect(places([none.slice(0, 10)], [none.slice(10)])).toEqual([])
  }
  const failing = `${ID.slice(0, 17)}${ID.endsWith('1') ? 2 : 1}`
  expect(places([failing.slice(0, 10)], [failing.slice(10)])).toEqual([])
  const ten = [...'0123456789'].map(last => `6101111980010112${last}`).find(one => idCheckCharacter(one) === 'X') // prettier-ignore
  expect(places([ten!.slice(0, 10)], [`${ten!.slice(10)}x`])).toHaveLength(1)
  expect(places([ID])).toEqual([])
  expect(places([ID, '甲'])).toEqual([])
  expect(places([ID.slice(0, 10)], ['甲'], [ID.slice(10)])).toEqual([])
  expect(places(['a' + ID.slice(0, 9)], [ID.slice(9)])).toEqual([])
  expect(places([ID.slice(0, 6), '甲', ID.slice(6)])).toEqual([])
})

test('a column of names is one without a heading too, where most cells are names', () => {
  const names = (...cells: string[]) => table([''], ...cells.map(cell => [cell])).length
  expect(names('张建国', '李秀英')).toBe(2)
  expect(names('张建国', '李秀英', '道路')).toBe(3)
  expect(names('张建国', '李秀英', '道路', '路灯')).toBe(0)
  expect(names('张建国', '道路')).toBe(0)
  expect(names('张建国', '', '李秀英', '')).toBe(2)
  expect(table(['事项'], ['张建国', '李秀英'], ['王志强', '赵六'])).toEqual([
    'person-name 0:0 张建国',
    'person-name 0:1 李秀英',
    'person-name 1:0 王志强',
    'person-name 1:1 赵六',
  ])
  expect(table(['金额'], ['张建国'], ['李秀英'])).toEqual([])
})

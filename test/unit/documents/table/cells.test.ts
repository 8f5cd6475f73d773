import { type TableContext, findTable, readTable } from '../../../../server/domain/tableImport'
import { gridOf } from '../../../support/tables/grid'

/** What a cell gives to the form, and what is said where it gives nothing. */

const CONTEXT: TableContext = { table: 'money', today: '2026-11-26', period: '2026-03', defaults: {}, carriedFen: null } // prettier-ignore

/** A cell below a header, in a table with whatever else it needs; as `[value, fault]`. */
function cell(table: TableContext['table'], header: string, text: string, rest: Record<string, string>) {
  const others = Object.keys(rest).filter(name => name !== header)
  const grid = gridOf([
    [header, ...others],
    [text, ...others.map(name => rest[name])],
  ])
  const found = findTable([grid], table)!
  const { field } = found.header.columns.find(({ at }) => at === 0)!.column
  const { rows, faults } = readTable(found, { ...CONTEXT, table })
  const fault = faults.find(one => one.field === field)?.message ?? null
  return [rows[0]?.values[field], fault?.replace(/^第 2 行 A 列“[^”]*”：/, '') ?? null]
}

const MONEY = { 日期: '2026-03-05', 收支: '收入', 事项: '租金', 金额: '100', 经手人: '' }
const LIST = { 姓名: '王*', 金额: '100', 人数: '1', 标准: '' }
const LEASE = { 发包出租物: '鱼塘', 承包方: '张*', 以前欠租: '0', 本期应收: '5', 期末欠租: '5', 合同到期: '' } // prettier-ignore
const LAND = { 资源名称: '机动地', 面积: '5' }
const LONG = '一二三四五六七八九十'
const ID = '11010519491231002X'
const NO_DAY = '看不出是哪一天，请写成 2026-03-05 这样。'

test.each([
  ['日期', ' 2026/3/5 ', '2026-03-05', null],
  ['日期', '3月5日', '2026-03-05', null],
  ['日期', '昨天', '昨天', `“昨天”${NO_DAY}`],
  ['日期', '2026年3月', '2026年3月', '“2026年3月”只写到月，请写到日，例如 2026-03-05。'],
  ['日期', '', '', '没有填。'],
  ['日期', LONG.repeat(2), LONG.repeat(2), `“${LONG.repeat(2)}”${NO_DAY}`],
  ['日期', `${LONG.repeat(2)}零`, `${LONG.repeat(2)}零`, '太长，最多 20 个字。'],
  ['收支', '收入', 'income', null],
  ['收支', '进账', 'income', null],
  ['收支', '支', 'expense', null],
  ['收支', '贷', 'expense', null],
  ['收支', '转', '转', '“转”看不出是收入还是支出，请写“收入”或“支出”。'],
  ['收支', '', '', null],
  ['事项', "'=1+1", '=1+1', null],
  ['事项', '', '', '没有填。'],
  ['事项', '事'.repeat(200), '事'.repeat(200), null],
  ['事项', '事'.repeat(201), '事'.repeat(201), '太长，最多 200 个字。'],
  ['事项', `付${ID}`, '', '里面有身份证号，没有导入这一格，请重新填写。'],
  ['金额', '1,234.5元', '1,234.50', null],
  ['金额', '很多', '很多', '“很多”看不出是多少钱，请写成 1234.50 这样。'],
  [
    '金额',
    `${LONG}${LONG}很多`,
    `${LONG}${LONG}很多`,
    `“${LONG}${LONG}…”看不出是多少钱，请写成 1234.50 这样。`,
  ],
  ['金额', ID, '', '里面有身份证号，没有导入这一格，请重新填写。'],
  ['金额', '0', '0.00', '金额要大于 0；是冲账、退款的，请写成另一方向（收入或支出）的一笔。'],
  ['金额', '-5', '-5.00', '金额要大于 0；是冲账、退款的，请写成另一方向（收入或支出）的一笔。'],
  ['金额', '0.01', '0.01', null],
  ['金额', '', '', null],
  ['经手人', '', '', null],
] as const)('an account’s %s “%s” gives “%s”: %s', (header, text, value, fault) => {
  expect(cell('money', header, text, MONEY)).toEqual([value, fault])
})

test.each([
  ['姓名', '王建国', '王*', null],
  ['姓名', '王 建 国', '王*', null],
  ['姓名', '王*', '王*', null],
  ['姓名', '', '', '没有填。'],
  ['人数', '三人', '3', null],
  ['人数', '几个', '几个', '“几个”看不出是多少人，请写整数，例如 3。'],
  ['金额', '', '', '没有填。'],
  ['金额', '-5', '-5.00', null],
  ['标准', '每亩 68 元', '每亩 68 元', null],
] as const)('a list’s %s “%s” gives “%s”: %s', (header, text, value, fault) => {
  expect(cell('recipients', header, text, LIST)).toEqual([value, fault])
})

test.each([
  ['leases', LEASE, '承包方', '张三丰', '张*', null],
  ['leases', LEASE, '承包方', '某某农业合作社', '某某农业合作社', null],
  ['leases', LEASE, '合同到期', '2028.12.31', '2028-12-31', null],
  ['resources', LAND, '面积', '36.50', '36.5', null],
  ['resources', LAND, '面积', '1200亩', '1,200', null],
  ['resources', LAND, '面积', '3.655', '3.655', '“3.655”看不出是多少亩，请写成 36.5 这样，最多两位小数。'],
  ['resources', LAND, '面积', '', '', '没有填。'],
] as const)('of %s, with %j: %s “%s” gives “%s”: %s', (table, rest, header, text, value, fault) => {
  expect(cell(table, header, text, rest)).toEqual([value, fault])
})

test('names that were masked are counted, those that were masked already are not', () => {
  const grid = gridOf([['姓名', '金额'], ['王建国', '5'], ['李*', '5'], ['赵秀英', '5']]) // prettier-ignore
  const { notes } = readTable(findTable([grid], 'recipients')!, { ...CONTEXT, table: 'recipients' })
  expect(notes).toContain('2 个姓名已按规定只留姓。')
})

describe('two columns 收入 and 支出', () => {
  const HEAD = ['日期', '事项', '收入', '支出']
  const read = (...rows: string[][]) => readTable(findTable([gridOf([HEAD, ...rows])], 'money')!, CONTEXT)
  const given = (income: string, expense: string) => {
    const { rows, faults } = read(['2026-03-05', '租金', income, expense])
    const { direction, amountFen } = rows[0]!.values
    return [direction, amountFen, ...faults.map(({ message }) => message)]
  }

  test.each([
    ['5', '', ['income', '5.00']],
    ['', '5', ['expense', '5.00']],
    ['5', '0', ['income', '5.00']],
    ['5', '0.00', ['income', '5.00']],
    ['-', '5', ['expense', '5.00']],
    ['——', '5', ['expense', '5.00']],
    ['/', '5', ['expense', '5.00']],
    ['5', '6', ['', '', '第 2 行：收入和支出都填了，请分成两行。']],
    ['', '', ['', '', '第 2 行：收入和支出都没有填。']],
    ['0', '-', ['', '', '第 2 行：收入和支出都没有填。']],
    ['很多', '', ['income', '很多', '第 2 行 C 列“收入”：“很多”看不出是多少钱，请写成 1234.50 这样。']],
    ['-5', '', ['income', '-5.00', '第 2 行 C 列“收入”：金额要大于 0；是冲账、退款的，请写成另一方向（收入或支出）的一笔。']], // prettier-ignore
  ])('“%s” and “%s”', (income, expense, expected) => expect(given(income, expense)).toEqual(expected))

  test('are no fields of the form', () => {
    expect(Object.keys(read(['2026-03-05', '租金', '5', '']).rows[0]!.values).sort()).toEqual(['amountFen', 'date', 'direction', 'item']) // prettier-ignore
  })

  test('nor a direction at all: each row is asked for it, of an account alone', () => {
    const bare = gridOf([['日期', '事项', '金额'], ['2026-03-05', '租金', '5']]) // prettier-ignore
    const { rows, faults } = readTable(findTable([bare], 'money')!, CONTEXT)
    expect(rows[0]!.values.direction).toBe('')
    expect(faults).toEqual([
      {
        index: 0,
        field: 'direction',
        message: '第 2 行：表里没有写是收入还是支出的一列，请逐行选。',
      },
    ])
    const list = gridOf([['姓名', '金额'], ['王*', '5']]) // prettier-ignore
    const own = readTable(findTable([list], 'recipients')!, { ...CONTEXT, table: 'recipients' })
    expect(own.rows[0]!.values).not.toHaveProperty('direction')
    expect(own.faults).toEqual([])
  })
})

import { readTableFile } from '../../../../server/documents/table'
import { type TableContext, findTable, readTable } from '../../../../server/domain/tableImport'
import { gridOf } from '../../../support/tables/grid'
import { bookOf } from '../../../support/tables/accountBook'

/** Sheets as village offices keep them: two sides, running balances, heads of households next to their people. */

const MONEY: TableContext = { table: 'money', today: '2026-11-26', period: '2026-03', defaults: {}, carriedFen: null } // prettier-ignore
const LIST: TableContext = { ...MONEY, table: 'recipients', defaults: { persons: '1', scheme: '低保' } }
const read = (rows: string[][], context = MONEY) =>
  readTable(findTable([gridOf(rows)], context.table)!, context)
const briefly = ({ rows }: ReturnType<typeof read>) =>
  rows.map(({ row, values }) => [row, values.direction, values.date, values.item, values.amountFen].join(' '))

describe('an account of two sides', () => {
  const EXPECTED = [
    '3 income 2026-03-05 租金 100.00',
    '4 income 2026-03-08 利息 2.50',
    '3 expense 2026-03-06 电费 30.00',
  ]

  test('under 收入 and 支出 is read side by side; one 合计 is for both, unit and signatures are no lines', () => {
    const given = read([
      ['收入', '收入', '收入', '收入', '支出', '支出', '支出', '支出'],
      ['序号', '日期', '摘要', '金额', '序号', '日期', '摘要', '金额'],
      ['1', '3月5日', '租金', '100', '1', '3月6日', '电费', '30'],
      ['2', '3月8日', '利息', '2.5', '', '', '', ''],
      ['合计', '', '', '102.5', '', '', '', '31'],
      ['单位：元'],
      ['会计：李四', '', '', '', '审核：王五'],
    ])
    expect(briefly(given)).toEqual(EXPECTED)
    expect(given.faults).toEqual([])
    expect(given.statedFaults.map(({ message }) => message)).toEqual([
      '表里的支出合计是 31.00 元，各行加起来是 30.00 元，相差 1.00 元，请核对。',
    ])
    expect(given.notes[0]).toBe('表是左右两栏的，已分别读成收入和支出。')
    expect([given.unknown, given.personal]).toEqual([[], []])
  })

  test('may begin with 支出, have remarks, a title over all and balances among its lines', () => {
    const given = read([
      Array.from({ length: 8 }, () => '2026年3月收入支出明细表'),
      ['支出', '支出', '支出', '支出', '收入', '收入', '收入', '收入'],
      ['日期', '用途', '金额', '备注', '日期', '来源', '项目', '金额'],
      ['', '', '', '', '', '', '上月结余', '500'],
      ['3月6日', '电费', '30', '现金', '3月5日', '甲', '租金', '100'],
      ['', '月末余额', '570', '', '', '', '', ''],
    ])
    expect(briefly(given)).toEqual(['5 expense 2026-03-06 电费 30.00', '5 income 2026-03-05 租金 100.00'])
    expect(given.stated).toEqual({ openingFen: '500.00', closingFen: '570.00' })
    expect(given.statedFaults).toEqual([])
    expect(given.unknown.map(({ header }) => header)).toEqual(['备注', '来源'])
  })

  test('in one row of headers, with a day for each side or one for both', () => {
    const lines = (head: string[], ...rows: string[][]) =>
      briefly(read([['账'], ['元'], head, ...rows].slice(1)))
    const each = ['日期', '收入项目', '金额', '日期', '支出项目', '金额']
    expect(
      lines(each, ['3月5日', '租金', '100', '3月6日', '电费', '30'], ['3月8日', '利息', '2.5', '', '', '']),
    ).toEqual(EXPECTED)
    const both = ['日期', '收入项目', '收入金额', '支出项目', '支出金额']
    expect(lines(both, ['3月5日', '租金', '100', '', ''], ['3月6日', '', '', '电费', '30'])).toEqual([
      '3 income 2026-03-05 租金 100.00',
      '4 expense 2026-03-06 电费 30.00',
    ])
  })

  test('names the cell of a fault as the sheet does, and offers no file of wrong rows: two share a number', async () => {
    const bytes = Buffer.from(
      await bookOf(
        [
          ['收入', '', '', '支出', '', ''],
          ['日期', '摘要', '金额', '日期', '摘要', '金额'],
          ['3月5日', '租金', 100, '3月6日', '电费', '三十来块'],
        ],
        { merges: ['A1:C1', 'D1:F1'] },
      ),
    )
    const given = await readTableFile({ name: '账.xlsx', bytes }, MONEY)
    expect(given.faults.map(({ index, message }) => [index, message])).toEqual([
      [1, '第 3 行 F 列“金额”：“三十来块”看不出是多少钱，请写成 1234.50 这样。'],
    ])
    expect(given.wrongRows).toBeNull()
  })

  test('is not what has two columns of amounts and one of matters', () => {
    const given = read([
      ['日期', '摘要', '收入', '支出', '余额'],
      ['3月5日', '租金', '100', '', '100'],
    ])
    expect(briefly(given)).toEqual(['2 income 2026-03-05 租金 100.00'])
    expect(given.notes).toEqual([])
  })
})

describe('a running balance', () => {
  const HEAD = ['日期', '摘要', '收入', '支出', '余额']
  const LINES = [['3月5日', '租金', '100', '', '600'], ['3月6日', '电费', '', '30', '570']] // prettier-ignore

  test('closes the account where nothing else is stated, on its last line or on 合计', () => {
    const opened = ['', '上月结余', '', '', '500']
    for (const rows of [LINES, [...LINES, ['合计', '', '100', '30', '570']]]) {
      const { stated, statedFaults, notes } = read([HEAD, opened, ...rows])
      expect([stated, statedFaults, notes]).toEqual([{ openingFen: '500.00', closingFen: '570.00' }, [], []])
    }
    expect(read([HEAD, opened, ...LINES, ['', '期末余额：571元']]).stated.closingFen).toBe('571.00')
  })

  test('that does not follow from the lines is reported with the difference', () => {
    const { statedFaults } = read([HEAD, ['', '上月结余', '', '', '500'], ...LINES.slice(1)])
    expect(statedFaults.map(({ field, message }) => [field, message])).toEqual([
      ['closingFen', '表里的期末余额是 570.00 元，按明细算是 470.00 元，相差 100.00 元，请核对。'],
    ])
  })

  test('may be in ten thousands', () => {
    const wan = [...HEAD.slice(0, 4), '余额（万元）']
    expect(read([wan, ['3月5日', '租金', '100', '', '0.06']]).stated.closingFen).toBe('600.00')
  })
})

describe('a list with two names', () => {
  const names = (rows: string[][]) => read(rows, LIST).rows.map(({ values }) => values.name)

  test.each([
    [['户主', '姓名', '金额'], ['赵*', '钱*', '5'], '户主'],
    [['姓名', '户主姓名', '金额'], ['钱*', '赵*', '5'], '户主姓名'],
    [['户主姓名', '老人姓名', '金额'], ['赵*', '钱*', '5'], '户主姓名'],
    [['户主', '成员姓名', '金额'], ['赵*', '钱*', '5'], '户主'],
    [['领款人', '户主', '金额'], ['', '钱*', '5'], '领款人'],
  ])('%j is of the person, and the other column is named as left out', (head, row, left) => {
    const given = read([head, row], LIST)
    expect(given.rows[0]!.values.name).toBe('钱*')
    expect(given.unknown.map(({ header }) => header)).toEqual([left])
    expect(given.faults).toEqual([])
  })

  test('printed in two halves is read whole, the left one first; one sum or two', () => {
    const HEAD = ['序号', '户主', '金额', '序号', '户主', '金额']
    const rows = [['1', '赵*', '5', '3', '孙*', '7'], ['2', '钱*', '6', '', '', '']] // prettier-ignore
    expect(names([HEAD, ...rows])).toEqual(['赵*', '钱*', '孙*'])
    for (const sum of [
      ['合计', '', '', '', '', '18'],
      ['合计', '', '11', '合计', '', '7'],
    ]) {
      const { stated, statedFaults, notes } = read([HEAD, ...rows, sum], LIST)
      expect([stated.totalFen, statedFaults]).toEqual(['18.00', []])
      expect(notes[0]).toBe('表是左右两栏的，两栏都读了，左边的在前。')
    }
  })

  test('needs no numbers; without amounts it is refused, and the words say what is missing', async () => {
    expect(names([['姓名', '金额'], ['赵*', '5']])).toEqual(['赵*']) // prettier-ignore
    const bytes = Buffer.from('户主,村民小组\n赵*,一组\n')
    await expect(readTableFile({ name: '名单.csv', bytes }, LIST)).rejects.toMatchObject({
      code: 'no-table',
      message: '没有找到表头：至少要有“姓名”“金额（元）”这几列，可以先下载模板照着填',
    })
  })
})

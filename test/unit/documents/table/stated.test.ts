import { type StatementForm, sheetForm } from '../../../../shared/facts/disclosure/sheets'
import { type TableContext, findTable, readStatement, readTable, statementOf } from '../../../../server/domain/tableImport' // prettier-ignore
import { gridOf } from '../../../support/tables/grid'

/** What a sheet states of itself against what its rows make; and statements as accounts print them. */

const CONTEXT: TableContext = { table: 'money', today: '2026-11-26', period: '2026-03', defaults: {}, carriedFen: null } // prettier-ignore

function checked(table: TableContext['table'], rows: string[][], carriedFen: number | null = null) {
  const { stated, statedFaults, notes } = readTable(findTable([gridOf(rows)], table)!, { ...CONTEXT, table, carriedFen }) // prettier-ignore
  return { stated, faults: statedFaults, notes }
}

describe('an account', () => {
  const HEAD = ['日期', '事项', '收入', '支出']
  const LINES = [['2026-03-05', '租金', '100', ''], ['2026-03-06', '保洁', '', '30']] // prettier-ignore
  const money = (before: string[][], after: string[][], carriedFen: number | null = null) =>
    checked('money', [...before, HEAD, ...LINES, ...after], carriedFen)

  test('opens with what it states, else with what was published last, else with nothing', () => {
    const opening = (before: string[][], carried: number | null = null) => money(before, [], carried).stated.openingFen // prettier-ignore
    expect(opening([])).toBe('0.00')
    expect(opening([], 5_000)).toBe('50.00')
    expect(opening([['期初余额', '20']], 5_000)).toBe('20.00')
    expect(opening([['期初余额：20元']])).toBe('20.00')
    expect(opening([['上月结转', '', '20']])).toBe('20.00')
    expect(opening([['期初余额（元）', '1,234.5']])).toBe('1,234.50')
    expect(opening([['期初余额的说明', '20']])).toBe('0.00')
    expect(opening([['期初余额', '不详']])).toBe('0.00')
  })

  test('closes with what its lines make, and that is said where it does not state it', () => {
    expect(money([], [], 5_000)).toEqual({
      stated: { openingFen: '50.00', closingFen: '120.00' },
      faults: [],
      notes: ['表里没有期末余额，是按明细算出来填的，请和账上核对。'],
    })
    expect(money([], [['', '期末余额', '120', '']], 5_000)).toEqual({
      stated: { openingFen: '50.00', closingFen: '120.00' },
      faults: [],
      notes: [],
    })
  })

  test('that does not agree is told field by field', () => {
    expect(money([['期初余额', '20']], [['', '期末余额：5元', '', '']], 5_000).faults).toEqual([
      { field: 'openingFen', message: '表里的期初余额是 20.00 元，上期公开的期末余额是 50.00 元，请核对。' },
      {
        field: 'closingFen',
        message: '表里的期末余额是 5.00 元，按明细算是 90.00 元，相差 85.00 元，请核对。',
      },
    ])
    expect(money([['期初余额', '50']], [], 5_000).faults).toEqual([])
  })

  test('whose totals do not agree is told by side; one that was not stated is not', () => {
    expect(money([], [['合计', '', '100', '30']]).faults).toEqual([])
    expect(money([], [['合计', '', '200', '10']]).faults).toEqual([
      {
        field: 'lines',
        message: '表里的收入合计是 200.00 元，各行加起来是 100.00 元，相差 100.00 元，请核对。',
      },
      {
        field: 'lines',
        message: '表里的支出合计是 10.00 元，各行加起来是 30.00 元，相差 20.00 元，请核对。',
      },
    ])
    expect(money([], [['合计', '', '', '30']]).faults).toEqual([])
  })

  test('says how many rows could not be counted', () => {
    const unread = [['2026-03-07', '利息', '很多', ''], ['2026-03-08', '水费', '', '不少']] // prettier-ignore
    const { faults } = money([], [...unread, ['合计', '', '200', '30'], ['', '期末余额：5元', '', '']])
    expect(faults.map(({ message }) => message)).toEqual([
      '表里的期末余额是 5.00 元，按明细算（不含看不出金额的 2 行）是 70.00 元，相差 65.00 元，请核对。',
      '表里的收入合计是 200.00 元，各行加起来（不含看不出金额的 1 行）是 100.00 元，相差 100.00 元，请核对。',
    ])
  })
})

describe('a list', () => {
  const list = (...after: string[][]) => checked('recipients', [['姓名', '人数', '金额'], ['王*', '2', '100'], ['李*', '', '50'], ...after]) // prettier-ignore

  test('takes its totals from the row 合计, and tells where they are others', () => {
    expect(list(['合计', '2', '150'])).toEqual({ stated: { totalFen: '150.00', totalPersons: '2' }, faults: [], notes: [] }) // prettier-ignore
    expect(list(['合计', '5', '200'])).toEqual({
      stated: { totalFen: '200.00', totalPersons: '5' },
      faults: [
        {
          field: 'totalFen',
          message: '表里的金额合计是 200.00 元，各行加起来是 150.00 元，相差 50.00 元，请核对。',
        },
        { field: 'totalPersons', message: '表里的人数合计是 5 人，各行加起来是 2 人，请核对。' },
      ],
      notes: [],
    })
  })

  test('without totals adds its rows up, and says so', () => {
    expect(list()).toEqual({
      stated: { totalFen: '150.00', totalPersons: '2' },
      faults: [],
      notes: ['表里没有金额合计，合计是按各行加起来填的。'],
    })
  })

  test('states them in words as well', () => {
    expect(list(['总人数：3人'], ['金额合计：150元']).stated).toEqual({
      totalFen: '150.00',
      totalPersons: '3',
    })
    expect(list(['赵*', '', '很多'], ['合计', '', '500']).faults).toMatchObject([
      { message: expect.stringContaining('各行加起来（不含看不出金额的 1 行）是 150.00 元') },
    ])
  })
})

test('a register’s total is compared column by column; a blank cell is nothing', () => {
  const HEAD = ['欠款方', '期初余额', '本期增加', '期末余额']
  const register = (...total: string[]) => checked('claims', [HEAD, ['甲', '100', '', '100'], ['乙', '50', '5', '55'], total]) // prettier-ignore
  expect(register('合计', '150', '5', '155')).toEqual({ stated: {}, faults: [], notes: [] })
  expect(register('合计', '150', '', '200').faults).toEqual([
    {
      field: 'rows',
      message: '表里的期末欠款（元）合计是 200.00 元，各行加起来是 155.00 元，相差 45.00 元，请核对。',
    },
  ])
  expect(register('合计', '很多', '', '').faults).toEqual([])
})

describe('a printed statement', () => {
  const form = sheetForm('balance-sheet') as StatementForm
  const HEAD = ['资产', '期末余额', '年初余额', '负债和所有者权益', '期末余额', '年初余额']
  const missing = (...found: string[]) =>
    `表里没有${form.lines
      .filter(({ code, plus }) => !plus && !found.includes(code))
      .map(({ name }) => `“${name}”`)
      .join('')}，都当作 0。`

  test('with two columns of names is read line by line', () => {
    const grid = gridOf([
      ['资产负债表'],
      HEAD,
      ['流动资产：', '', '', '流动负债：', '', ''],
      ['一、货币资金', '300', '1,200.5元', '短期借款', '—', '0'],
      ['其他', '5', '', '应付款', '不详', ''],
      ['（二）存货', '', '', '空行', '', ''],
    ])
    expect(readStatement([grid], form)).toEqual({
      table: 'balance-sheet',
      mended: false,
      rows: [
        { row: 4, values: { line: 'cash', nowFen: '300.00', beforeFen: '1,200.50' } },
        { row: 4, values: { line: 'short-loan', beforeFen: '0.00' } },
        { row: 5, values: { line: 'payable', nowFen: '不详' } },
        { row: 6, values: { line: 'stock' } },
      ],
      faults: [
        { index: 2, field: 'nowFen', message: '第 5 行 E 列“期末余额”：“不详”看不出是多少钱，请写成 1234.50 这样。' }, // prettier-ignore
      ],
      moreFaults: 0,
      stated: {},
      statedFaults: [],
      personal: [],
      unknown: [],
      notes: [
        '第 5 行“其他”不是这张表现行的项目，没有导入，请核对。',
        missing('cash', 'short-loan', 'payable', 'stock'),
      ],
    })
  })

  const lines = (...rows: string[][]) => readStatement([gridOf([['项目', '期末余额（万元）', '年初余额'], ...rows])], form)?.rows.map(({ values }) => values) // prettier-ignore

  test('in ten thousands moves that column alone', () => {
    expect(lines(['货币资金', '1.5', '1.5'])).toEqual([
      { line: 'cash', nowFen: '15,000.00', beforeFen: '1.50' },
    ])
  })

  test.each([
    '一、货币资金',
    '（一）货币资金',
    '1.货币资金',
    '2、货币资金',
    '加：货币资金',
    '其中：货币资金',
    '货 币 资 金',
    '货币资金（元）',
    '货币资金*',
    '一、（一）1.货币资金',
  ])('“%s” is the line 货币资金', name =>
    expect(lines([name, '', '5'])).toEqual([{ line: 'cash', beforeFen: '5.00' }]),
  )

  test('takes a line that stands twice where it has figures, the later of two', () => {
    expect(lines(['货币资金', '', '5'], ['存货', '', '1'], ['货币资金', '', ''])).toEqual([
      { line: 'cash', beforeFen: '5.00' },
      { line: 'stock', beforeFen: '1.00' },
    ])
    expect(lines(['货币资金', '', '5'], ['货币资金', '', '7'])).toEqual([{ line: 'cash', beforeFen: '7.00' }])
  })

  test('names what it does not know where that has a figure and heads no part', () => {
    const notes = (...rows: string[][]) => readStatement([gridOf([['项目', '期末余额'], ['货币资金', '5'], ...rows])], form)!.notes // prettier-ignore
    expect(
      notes(['甲', '1'], ['乙', '2'], ['丙', '-'], ['', '3'], ['流动资产', '9'], ['说明：', '9']),
    ).toEqual(['第 3 行“甲”、第 4 行“乙”不是这张表现行的项目，没有导入，请核对。', missing('cash')])
    expect(notes()).toEqual([missing('cash')])
  })

  test('with every line that is typed in misses none', () => {
    const typed = form.lines.filter(({ plus }) => !plus).map(({ name }) => [name, '1'])
    expect(readStatement([gridOf([['项目', '期末余额'], ...typed])], form)!.notes).toEqual([])
  })

  test('is the first sheet with lines in it; there may be none', () => {
    const [empty, mine] = [gridOf([HEAD]), gridOf([HEAD, ['货币资金', '5', '']])]
    expect(readStatement([], form)).toBeNull()
    expect(readStatement([empty], form)).toBeNull()
    expect(readStatement([gridOf([['甲', '乙']])], form)).toBeNull()
    expect(readStatement([gridOf([['期末余额', '项目'], ['5', '货币资金']])], form)).toBeNull() // prettier-ignore
    expect(readStatement([{ ...mine, hidden: true }], form)).toBeNull()
    expect(readStatement([empty, mine], form)?.rows).toHaveLength(1)
    const late = gridOf([...Array.from({ length: 15 }, () => ['说明']), HEAD, ['货币资金', '5', '']])
    expect(readStatement([late], form)).toBeNull()
  })

  test('is told from other tables', () => {
    expect(statementOf('balance-sheet')).toBe(form)
    for (const table of ['money', 'recipients', 'claims'] as const) expect(statementOf(table)).toBeNull()
  })
})

import type { Grid } from '../../../../server/domain/catalogue/grid'
import { type TableContext, findTable, readTable } from '../../../../server/domain/tableImport'
import { cellPlace, letterOf, money, rowsText } from '../../../../server/domain/tableImport/words'
import { down, gridOf } from '../../../support/tables/grid'

/** Which sheet and which rows are the table, and what is said of the rest. */

const CONTEXT: TableContext = { table: 'money', today: '2026-11-26', period: '2026-03', defaults: {}, carriedFen: null } // prettier-ignore
const LIST: TableContext = { ...CONTEXT, table: 'recipients' }
const read = (grid: Grid, context: TableContext = CONTEXT) => readTable(findTable([grid], context.table)!, context) // prettier-ignore

const HEAD = ['日期', '收支', '事项', '金额（元）', '经手人']
const entry = (item: string, amount = '100', day = '5') => [`2026-03-${day}`, '收入', item, amount, '李*']
const NO_CLOSING = '表里没有期末余额，是按明细算出来填的，请和账上核对。'
const noted = (rows: string[][], more?: Parameters<typeof gridOf>[1]) =>
  read(gridOf([HEAD, ...rows], more)).notes.filter(note => note !== NO_CLOSING)

test('a table is read whole: every column by its field, every row with its number', () => {
  expect(read(gridOf([HEAD, entry('租金', '1,200'), ['3月6日', '支', '保洁', '0.35万', '']]))).toEqual({
    table: 'money',
    mended: false,
    rows: [
      { row: 2, values: { date: '2026-03-05', direction: 'income', item: '租金', amountFen: '1,200.00', handler: '李*' } }, // prettier-ignore
      { row: 3, values: { date: '2026-03-06', direction: 'expense', item: '保洁', amountFen: '3,500.00', handler: '' } }, // prettier-ignore
    ],
    faults: [],
    moreFaults: 0,
    stated: { openingFen: '0.00', closingFen: '-2,300.00' },
    statedFaults: [],
    personal: [],
    unknown: [],
    notes: [NO_CLOSING],
  })
})

describe('the table', () => {
  const other = gridOf([['甲', '乙']])
  const mine = gridOf([HEAD, entry('租金')])

  test('is the first sheet with enough of its columns that is not hidden', () => {
    expect(findTable([], 'money')).toBeNull()
    expect(findTable([other], 'money')).toBeNull()
    expect(findTable([gridOf([])], 'money')).toBeNull()
    expect(findTable([other, mine], 'money')?.grid).toBe(mine)
    expect(findTable([{ ...mine, hidden: true }, gridOf([HEAD])], 'money')?.grid.rows).toHaveLength(1)
    expect(findTable([{ ...mine, hidden: true }], 'money')).toBeNull()
    expect(findTable([mine], 'recipients')).toBeNull()
  })

  test.each([
    [['日期', '事项', '金额'], true],
    [['日期', '摘要', '收入', '支出'], true],
    [['日期', '摘要', '收入'], true],
    [['日期', '摘要', '支出'], true],
    [['日期', '摘要'], false],
    [['日期', '金额'], false],
    [['事项', '金额'], false],
  ])('of an account needs %j: %s', (head, enough) => {
    expect(findTable([gridOf([head])], 'money') !== null).toBe(enough)
  })

  test('begins within the first fifteen rows, its head going on for two more', () => {
    const below = (rows: number) => findTable([gridOf([...Array.from({ length: rows }, () => ['说明']), HEAD])], 'money') // prettier-ignore
    expect(below(14)?.header.firstRow).toBe(15)
    expect(below(17)).toBeNull()
  })

  test('has a head of up to three rows, the one that names most columns; figures are no head', () => {
    const deep = gridOf([
      ['日期', '摘要', '金额', '金额'],
      ['日期', '摘要', '收入', '支出'],
      ['日期', '摘要', '（元）', '（元）'],
      ['2026-03-05', '租金', '5', ''],
    ])
    const found = findTable([deep], 'money')!
    expect(found.header.columns.map(({ column, at }) => [column.field, at])).toEqual([
      ['date', 0],
      ['item', 1],
      ['income', 2],
      ['expense', 3],
    ])
    expect(found.header.firstRow).toBe(2)
    expect(findTable([gridOf([['日期', '事项'], ['5', '金额']])], 'money')).toBeNull() // prettier-ignore
  })

  test('knows a head by its words, whatever the layout; the first of two columns of one field counts', () => {
    const head = ['* 日 期', '收/支（必填）', '事项：', '金额(元)', '摘要']
    const { header } = findTable([gridOf([head])], 'money')!
    expect(header.columns.map(({ column, header: text }) => [column.field, text])).toEqual([
      ['date', '* 日 期'],
      ['direction', '收/支（必填）'],
      ['item', '事项：'],
      ['amountFen', '金额(元)'],
    ])
    expect(header.unknown).toEqual([{ at: 4, header: '摘要' }])
  })

  test('has columns that no notice shows, and those are not even told; personal ones are', () => {
    const list = gridOf([
      ['序号', '姓名', '身份证号', '金额', '余额', '电话', '备注', ''],
      ['1', '王*', '', '5'],
    ])
    const given = read(list, LIST)
    expect(given.personal).toEqual([
      { letter: 'C', header: '身份证号' },
      { letter: 'F', header: '电话' },
    ])
    expect(given.unknown).toEqual([{ letter: 'G', header: '备注' }])
  })

  test('in ten thousands moves its amounts, and those alone', () => {
    const wan = gridOf([
      ['日期', '收支', '事项', '金额（万元）'],
      ['2026-03-05', '收入', '5', '1.2'],
    ])
    expect(read(wan).rows[0]!.values).toMatchObject({ item: '5', amountFen: '12,000.00' })
  })
})

describe('rows below the head', () => {
  test.each([
    ['blank', ['', ' ', '', '', '']],
    ['an example', ['例：2026-03-05', '收入', '租金', '5', '']],
    ['a total', ['合计', '', '', '100', '']],
    ['a total with blanks', ['合 计：', '', '', '100', '']],
    ['a part', ['小计', '', '', '100', '']],
    ['a part with a word', ['本年累计金额', '', '', '100', '']],
    ['a remark', ['填表人：李', '', '', '', '']],
    ['a remark over several cells', ['说明', '均为现金', '', '', '']],
    ['signatures in one cell', ['村委会主任：张三 会计：李四 民主理财小组组长：王五', '', '', '', '']],
    ['signatures in their cells', ['村委会主任：', '', '会计（签字）：李四', '', '']],
    ['a seal', ['东一村股份经济合作社（盖章）：', '', '', '', '']],
  ])('%s: no line', (_what, row) => {
    expect(read(gridOf([HEAD, entry('租金'), row])).rows.map(one => one.row)).toEqual([2])
  })

  test.each([
    ['a total further right', ['2026-03-05', '收入', '租金', '合计', '']],
    ['a word that only begins like one', ['合计数', '收入', '租金', '5', '']],
    ['a remark with an amount', ['备注', '收入', '租金', '5', '']],
    ['a part with a long name', ['小计以上各项金额', '收入', '租金', '5', '']],
    ['a payment named like a signature', ['会计：3月', '收入', '租金', '5', '']],
  ])('%s: a line', (_what, row) => {
    expect(read(gridOf([HEAD, entry('租金'), row])).rows.map(one => one.row)).toEqual([2, 3])
  })

  test('below a total are lines only with a figure or a day of their own', () => {
    const total = ['合计', '', '', '100', '']
    const late = ['2026-03-09', '收入', '补记租金', '很多', '']
    const given = read(
      gridOf([HEAD, entry('租金'), total, ['单位：元'], ['以上账目已公开', '', '张*'], late]),
    )
    expect(given.rows.map(({ row }) => row)).toEqual([2, 6])
    expect(given.notes).toContain('第 4、5 行像是说明文字，没有导入。')
  })

  test('that are left out are told by number, all of a kind in one sentence', () => {
    expect(noted([entry('租金'), ['小计'], ['累计'], ['填表人：李']])).toEqual([
      '第 3、4 行是小计，没有当成明细导入。',
      '第 5 行像是说明文字，没有导入。',
    ])
    const hidden = noted([entry('甲'), entry('乙'), entry('丙')], { hiddenRows: [2, 4] })
    expect(hidden).toEqual(['第 2、4 行是隐藏的，没有导入；要导入的，请先取消隐藏。'])
    expect(noted([entry('甲')])).toEqual([])
  })

  test('in hidden columns are not read, and that is told', () => {
    const given = read(gridOf([HEAD, entry('租金')], { hiddenColumns: [4] }))
    expect(given.rows[0]!.values).not.toHaveProperty('handler')
    expect(given.notes).toContain('隐藏的列没有导入。')
  })

  test('that say the very same are told, five at most; without a voucher column none', () => {
    const head = [...HEAD, '凭证号']
    const same = Array.from({ length: 8 }, () => [...entry('租金'), '1'])
    const given = read(gridOf([head, ...same, [...entry('租金'), '2']]))
    expect(given.notes.filter(note => note.includes('完全一样'))).toEqual(
      [3, 4, 5, 6, 7].map(row => `第 ${row} 行和第 2 行完全一样，请看是不是重复了。`),
    )
    expect(noted([entry('租金'), entry('租金')])).toEqual([])
  })

  test('in which a figure goes on from the row above are not counted twice', () => {
    const given = read(gridOf([HEAD, entry('租金'), ['2026-03-06', '收入', '水费', down as never, '王*']]))
    expect(given.faults).toEqual([
      { index: 1, field: 'amountFen', message: '第 3 行 D 列“金额（元）”：是合并单元格，分不清是哪一行的，请拆开填。' }, // prettier-ignore
    ])
    expect(given.rows.map(({ values }) => values.amountFen)).toEqual(['100.00', ''])
    const words = read(gridOf([HEAD, entry('租金'), ['2026-03-06', '收入', down as never, '5', '']]))
    expect(words.faults).toEqual([])
    expect(words.rows[1]!.values.item).toBe('租金')
  })
})

describe('a file of mended rows', () => {
  test('says which rows its lines come from, and states nothing of its own', () => {
    const head = ['原来的行号（不要改）', ...HEAD, '哪里不对']
    const given = read(gridOf([head, ['17', ...entry('租金'), '金额没有填'], ['', ...entry('水费'), '']]))
    expect(given).toMatchObject({ mended: true, stated: {}, statedFaults: [], notes: [], unknown: [] })
    expect(given.rows.map(({ row }) => row)).toEqual([17, 3])
  })
})

describe('what the sheet has no column for', () => {
  const list = (defaults: TableContext['defaults'], ...rows: string[][]) => read(gridOf([['姓名', '金额', '人数'], ...rows]), { ...LIST, defaults }) // prettier-ignore

  test('is filled in; a scheme for all is told', () => {
    const given = list({ persons: '1', scheme: '高龄津贴' }, ['王*', '5', ''], ['李*', '5', '3'])
    expect(given.rows.map(({ values }) => [values.persons, values.scheme])).toEqual([
      ['1', '高龄津贴'],
      ['3', '高龄津贴'],
    ])
    expect(given.notes).toContain('表里没有“补贴项目”一列，都填成了“高龄津贴”，不对的请改。')
  })

  test('stays as it is where nothing is known, or where the column is there', () => {
    expect(list({}, ['王*', '5', '']).rows[0]!.values).not.toHaveProperty('scheme')
    expect(list({ scheme: '' }, ['王*', '5', '']).notes.join()).not.toContain('补贴项目')
    const own = read(gridOf([['姓名', '金额', '补贴项目'], ['王*', '5', '']]), { ...LIST, defaults: { scheme: '高龄津贴' } }) // prettier-ignore
    expect(own.rows[0]!.values.scheme).toBe('')
  })
})

test('faults are told one by one up to a thousand, the rest by number', () => {
  const wrong = Array.from({ length: 1_001 }, (_, at) => ['2026-03-05', '收入', `事${at}`, '很多', ''])
  const { faults, moreFaults, rows } = read(gridOf([HEAD, ...wrong]))
  expect([faults.length, moreFaults, rows.length]).toEqual([1_000, 1, 1_001])
})

test('places are named as the sheet names them', () => {
  expect([0, 25, 26, 27, 51, 52, 701, 702].map(letterOf)).toEqual([
    'A',
    'Z',
    'AA',
    'AB',
    'AZ',
    'BA',
    'ZZ',
    'AAA',
  ])
  expect(cellPlace(3, 27, '金额')).toBe('第 3 行 AB 列“金额”')
  expect(rowsText([3, 5])).toBe('第 3、5 行')
  expect(rowsText([1, 2, 3, 4, 5, 6, 7, 8])).toBe('第 1、2、3、4、5、6、7、8 行')
  expect(rowsText([1, 2, 3, 4, 5, 6, 7, 8, 9])).toBe('第 1、2、3、4、5、6、7、8 行等 9 行')
  expect(money(123_456)).toBe('1,234.56 元')
})

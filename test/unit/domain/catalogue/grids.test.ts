import type { Grid } from '../../../../server/domain/catalogue/grid'
import { joinSideTables } from '../../../../server/domain/catalogue/side'
import { readTables } from '../../../../server/domain/catalogue/tables'
import { gridOf } from '../../../support/tables/grid'

/** Which rows of a table are items, what is between them, and what is said of the rest. */

const HEAD = ['序号', '公开事项', '公开内容', '公开依据', '公开时限', '公开主体', '公开渠道', '公开对象', '公开方式', '公开层级'] // prettier-ignore
const item = (no: string, name: string, more: Partial<Record<'deadline' | 'basis', string>> = {}) => [no, name, '名单', more.basis ?? '《甲条例》', more.deadline ?? '及时公开', '区民政局', '■政府网站', '全社会', '主动', '县级'] // prettier-ignore
const FIRST = item('1', '低保')
type Rows = readonly (readonly string[])[]

const read = (rows: Rows, more: Parameters<typeof gridOf>[1] = {}) => readTables([gridOf(rows, more)])
const paths = (rows: Rows, more?: Parameters<typeof gridOf>[1]) => read(rows, more).rows.map(row => row.path)
const told = (rows: Rows, more?: Parameters<typeof gridOf>[1]) =>
  read(rows, more).warnings.map(({ row, code, message }) => `${row ?? '-'} ${code} ${message}`)

test('a sound table gives its items and nothing else', () => {
  const { rows, ...rest } = read([['某县社会救助领域公开目录'], HEAD, FIRST, item('2', '特困')])
  expect(rest).toEqual({ title: '某县社会救助领域公开目录', areas: ['社会救助'], warnings: [], tables: 1 })
  expect(rows.map(({ row, displayNo, path, uncertain }) => [row, displayNo, path, uncertain])).toEqual([
    [3, '1', ['低保'], []],
    [4, '2', ['特困'], []],
  ])
  expect(rows[0]).not.toHaveProperty('area')
  expect(rows[0]).not.toHaveProperty('sheet')
})

describe('lines between the items', () => {
  test('name the area from there on', () => {
    const { areas, rows } = read([HEAD, ['一、社会救助领域'], FIRST, ['二、养老服务领域'], item('1', '津贴')])
    expect(areas).toEqual(['社会救助', '养老服务'])
    expect(rows.map(({ area, path }) => [area, ...path])).toEqual([
      ['社会救助', '低保'],
      ['养老服务', '津贴'],
    ])
  })

  test('name the class above the items; a bare name does so in doubt', () => {
    const { rows } = read([HEAD, ['一、制度类'], FIRST, ['综合业务'], item('2', '特困')])
    expect(rows).toMatchObject([
      { path: ['制度类', '低保'], inherited: ['path'], uncertain: [] },
      {
        path: ['综合业务', '特困'],
        uncertain: [{ field: 'path', reason: '表中有一行只写着“综合业务”，已作为下面各行的上一级，请核对' }],
      },
    ])
  })

  test('end the class at a new area', () => {
    expect(paths([HEAD, ['制度类'], FIRST, ['养老服务领域'], item('1', '津贴')])).toEqual([
      ['制度类', '低保'],
      ['津贴'],
    ])
  })

  test.each([
    [['填表说明：以上'], '3 section-note 从这一行起是说明，没有作为事项读入'],
    [['以下领域不涉及'], '3 section-not-involved 从这一行起是不涉及的领域，没有作为事项读入'],
    [['目录'], '3 section-contents 从这一行起是目次，没有作为事项读入'],
  ])('%j: nothing below it is an item', (line, warning) => {
    const rows = [HEAD, FIRST, line, item('1', '特困')]
    expect(paths(rows)).toEqual([['低保']])
    expect(told(rows)).toEqual([warning])
    // Below a list of areas, names of areas are no headings.
    const goesOn = warning.includes('section-note') ? [['津贴']] : []
    expect(paths([...rows, ['养老服务领域'], item('1', '津贴')])).toEqual([['低保'], ...goesOn])
  })

  test('a note between the items ends nothing: the next number goes on, an example does not', () => {
    const rows = [HEAD, FIRST, ['注：以最新文件为准。'], item('1', '示例'), item('2', '特困')]
    expect(paths(rows)).toEqual([['低保'], ['特困']])
    expect(told(rows)).toEqual(['3 section-note 从这一行起是说明，没有作为事项读入'])
  })

  test('of other words are told', () => {
    const rows = [HEAD, FIRST, ['本表共2条'], item('2', '特困')]
    expect(paths(rows)).toHaveLength(2)
    expect(told(rows)).toEqual(['3 line-not-read 表中有一行文字没有读入：“本表共2条”'])
  })

  test.each([
    [['3', '', ''], '3 empty-row 这一行只有序号，没有内容'],
    [['填表人：甲', '审核人：乙'], '3 section-note 这一行是落款或合计，没有作为事项读入'],
    [['3', '税收管理', '本镇不涉及'], undefined],
    [['3', '不涉及', ''], '3 section-not-involved 这一行是不涉及的领域，没有作为事项读入'],
    [['', '', ''], undefined],
  ])('%j is no item', (row, warning) => {
    if (warning === undefined && row[1] !== '') return
    const rows = [HEAD, FIRST, [...row, '', '', '', '', '', '', '']]
    expect(paths(rows)).toEqual([['低保']])
    expect(told(rows)).toEqual(warning === undefined ? [] : [warning])
  })

  test('another table after a gap is left out', () => {
    const grid = gridOf([HEAD, FIRST, ['序号', '姓名', '职务', '', '电话', '备注', '', '', '', ''], ['1', '甲', '长', '', '139', '无', '', '', '', '']]) // prettier-ignore
    const gap: Grid = { ...grid, rows: grid.rows.map((row, at) => (at < 2 ? row : { ...row, number: row.number + 3 })) } // prettier-ignore
    const { rows, warnings } = readTables([gap])
    expect(rows).toHaveLength(1)
    expect(warnings.map(({ code }) => code)).toEqual(['section-other-table'])
  })
})

describe('what is hidden or missing', () => {
  test('rows, columns and sheets that are hidden are read, and told', () => {
    expect(told([HEAD, FIRST], { name: '一', hidden: true, hiddenColumns: [3, 4], hiddenRows: [2] })).toEqual(
      [
        '- hidden-sheet 工作表“一”是隐藏的，已一并读取，请核对',
        '- hidden-column 有 2 个隐藏的列，已一并读取，请核对',
        '2 hidden-row 这一行在表中是隐藏的，已读取，请核对',
      ],
    )
    expect(read([HEAD, FIRST], { name: '一' }).rows[0]?.sheet).toBe('一')
  })

  test('columns of the standard that are not there are told by name', () => {
    expect(told([HEAD.slice(0, 7), FIRST.slice(0, 7)])).toEqual([
      '- column-missing 表中没有“公开对象”一列',
      '- column-missing 表中没有“公开方式”一列',
      '- column-missing 表中没有“公开层级”一列',
    ])
  })

  test('a column that nobody understands is told, and may be a missing one', () => {
    const rows = [[...HEAD.slice(0, 9), '天气'], FIRST]
    expect(told(rows)).toEqual([
      '- column-missing 表中没有“公开层级”一列',
      '- unknown-column 不认识的列没有读入：“天气”',
    ])
    expect(read(rows).rows[0]?.uncertain).toEqual([
      { field: 'levels', reason: '表头里有看不懂的列，可能就是这一项' },
    ])
    expect(
      told([
        [...HEAD, ''],
        [...FIRST, ''],
      ]),
    ).toEqual([])
    expect(told([[...HEAD, ''], [...FIRST, '甲']])).toEqual(['- unknown-column 不认识的列没有读入：第 11 列（没有表头）']) // prettier-ignore
  })

  test('lists of pages and of areas not involved hold no items', () => {
    const pages = [['序号', '事项', '公开主体', '页码'], ['1', '低保', '区民政局', '3']] // prettier-ignore
    expect([paths(pages), told(pages)]).toEqual([
      [],
      ['1 section-contents 从这一行起是目次，没有作为事项读入'],
    ])
    const none = [['不涉及领域清单'], ['序号', '领域', '事项名称'], ['1', '税收', '税收管理']] // prettier-ignore
    expect([paths(none), told(none)]).toEqual([[], ['2 section-not-involved 从这一行起是不涉及的领域，没有作为事项读入']]) // prettier-ignore
  })

  test.each([
    [
      [
        ['甲', '乙', '丙'],
        ['1', '2', '3'],
      ],
      ['1 table-not-read 这张表没有认出公开目录的表头，没有读入'],
    ],
    [
      [
        ['领域', '页码', '备注'],
        ['低保', '2', '无'],
      ],
      ['1 section-contents 这张表是目次，没有作为事项读入'],
    ],
    [[['不涉及领域', '原因', '单位'], ['税收', '无', '甲']], ['1 section-not-involved 这张表是不涉及的领域，没有作为事项读入']], // prettier-ignore
    [
      [
        ['甲', '乙'],
        ['1', '2'],
      ],
      [],
    ],
    [[], []],
  ])('a table without a head of a catalogue: %j', (rows, warnings) => {
    expect(read(rows)).toMatchObject({ title: null, rows: [], tables: 0 })
    expect(told(rows)).toEqual(warnings)
  })
})

describe('several tables', () => {
  const both = (...grids: Grid[]) => readTables(grids)

  test('under the same head go on, without its area being said again', () => {
    const { rows, areas } = both(gridOf([['社会救助领域'], HEAD, FIRST]), gridOf([HEAD, item('2', '特困', { deadline: '同上' })])) // prettier-ignore
    expect(areas).toEqual(['社会救助'])
    expect(rows.map(({ path, deadline }) => [...path, deadline])).toEqual([
      ['低保', '及时公开'],
      ['特困', '及时公开'],
    ])
  })

  test('without a head go on where their cells fit, else are told', () => {
    const rest = gridOf([item('2', '特困')])
    expect(both(gridOf([HEAD, FIRST]), rest).rows.map(({ path }) => path)).toEqual([['低保'], ['特困']])
    expect(both(rest).rows).toEqual([])
    const named = { ...rest, name: '二' }
    expect(both(gridOf([HEAD, FIRST]), named).rows).toHaveLength(1)
    const odd = gridOf([['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸']])
    expect(both(gridOf([HEAD, FIRST]), odd).rows).toHaveLength(1)
    expect(both(gridOf([HEAD, FIRST]), gridOf([item('2', '特困').slice(1)])).rows).toHaveLength(1)
  })

  test('of named sheets each have their area; rows name theirs', () => {
    const { areas, rows } = both(gridOf([HEAD, FIRST], { name: '1.社会救助' }), gridOf([HEAD, item('1', '津贴')], { name: '养老服务' })) // prettier-ignore
    expect(areas).toEqual(['社会救助', '养老服务'])
    expect(rows.map(({ sheet, area }) => [sheet, area])).toEqual([
      ['1.社会救助', '社会救助'],
      ['养老服务', '养老服务'],
    ])
  })

  test('take the title that stood above the first', () => {
    const { title } = both(gridOf([['甲']], { above: ['某县公开目录'] }), gridOf([HEAD, FIRST]))
    expect(title).toBe('某县公开目录')
  })
})

describe('a sheet printed across two tables', () => {
  const LEFT = gridOf([['序号', '公开事项', '公开内容'], ['1', '低保', '名单'], ['2', '特困', '名单']]) // prettier-ignore
  const RIGHT = [['序号', '公开时限', '公开主体'], ['1', '及时', '区民政局'], ['2', '每年', '镇政府']] // prettier-ignore

  test('is put together by its numbers', () => {
    const { grids, warnings } = joinSideTables([LEFT, gridOf(RIGHT, { name: '二' })])
    expect(grids.map(({ rows }) => rows.map(({ cells }) => cells.map(cell => cell?.text)))).toEqual([
      [
        ['序号', '公开事项', '公开内容', '公开时限', '公开主体'],
        ['1', '低保', '名单', '及时', '区民政局'],
        ['2', '特困', '名单', '每年', '镇政府'],
      ],
    ])
    expect(grids[0]!.rows[1]!.cells.map(cell => cell?.column)).toEqual([0, 1, 2, 3, 4])
    expect(warnings).toEqual([
      {
        sheet: '二',
        code: 'table-joined',
        message: '这张表只有右半部分的栏目，已按序号接在前一张表后面，请核对',
      },
    ])
    expect(readTables([LEFT, gridOf(RIGHT)]).rows.map(({ path, deadline }) => [...path, deadline])).toEqual([
      ['低保', '及时'],
      ['特困', '每年'],
    ])
  })

  test.each<[string, Rows]>([
    ['other numbers', [RIGHT[0]!, RIGHT[1]!, ['3', '每年', '镇政府']]],
    ['fewer rows', RIGHT.slice(0, 2)],
    ['a number twice', [RIGHT[0]!, RIGHT[1]!, ['1', '每年', '镇政府']]],
    ['no numbers', [RIGHT[0]!, ['甲', '及时', '区民政局'], ['乙', '每年', '镇政府']]],
    ['a head with one side column', [['序号', '公开时限', '备注'], ...RIGHT.slice(1)]],
    ['a head of its own', [['序号', '公开事项', '公开时限'], ...RIGHT.slice(1)]],
  ])('is not, with %s', (_what, rows) => {
    const right = gridOf(rows)
    expect(joinSideTables([LEFT, right])).toEqual({ grids: [LEFT, right], warnings: [] })
  })
})

test('cards: one item a table, label and value side by side', () => {
  const card = (name: string) => [['公开事项', name, '公开时限', '及时公开'], ['公开内容', '名单', '公开主体', '区民政局'], ['公开渠道', '■政府网站', '', '']] // prettier-ignore
  const { title, areas, rows, tables } = read([
    ['某县社会救助领域公开目录'],
    ...card('低保'),
    ...card('特困'),
  ])
  expect([title, areas, tables]).toEqual(['某县社会救助领域公开目录', ['社会救助'], 1])
  expect(rows).toMatchObject([
    { row: 2, path: ['低保'], deadline: '及时公开', elements: ['名单'], subjects: ['区民政局'] },
    { row: 5, path: ['特困'] },
  ])
  expect(read(card('低保').slice(0, 2)).rows).toEqual([])
})

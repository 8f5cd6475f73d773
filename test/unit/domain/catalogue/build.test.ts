import type { ColumnRole } from '../../../../server/domain/catalogue/header/roles'
import { buildRow } from '../../../../server/domain/catalogue/rows/build'
import type { SourceCell } from '../../../../server/domain/catalogue/rows/source'

/** How the cells of one row become its fields, and every reason to doubt them. */

type Given = [
  role: ColumnRole,
  text: string,
  more?: Partial<SourceCell> & { header?: string[]; why?: string },
]

const cellsOf = (given: readonly Given[]): SourceCell[] =>
  given.map(([role, text, { header = ['栏'], why, ...more } = {}], index) => ({
    column: { index, role, header, ...(why !== undefined && { doubt: why }) },
    text,
    inherited: false,
    key: String(index),
    ...more,
  }))
const build = (...given: Given[]) => buildRow({ row: 4, cells: cellsOf(given), breaks: 'written' })
const doubts = (...given: Given[]) =>
  build([path(1), '低保'], ...given).uncertain.map(({ field, reason }) => `${field}: ${reason}`)

const path = (level: number | null, leads = false): ColumnRole => ({ kind: 'path', level, leads })
const channel = (name: string): ColumnRole => ({ kind: 'channel', name })
const scope = (to: 'public' | 'specific'): ColumnRole => ({ kind: 'audience-tick', scope: to })
const mode = (to: 'active' | 'on-request'): ColumnRole => ({ kind: 'mode-tick', mode: to })
const ticks = (...levels: ('county' | 'town' | 'village')[]): ColumnRole => ({ kind: 'level-tick', levels })

test('a row is read whole, each column into its field', () => {
  const row = build(
    [{ kind: 'no' }, ' 1 '],
    [{ kind: 'area' }, '社会救助'],
    [{ kind: 'class' }, '制度类'],
    [path(1), '最低生\n活保障'],
    [path(2), '审核信息'],
    [{ kind: 'elements' }, '名单、金额标准'],
    [{ kind: 'basis' }, '国发〔2012〕45号'],
    [{ kind: 'deadline' }, '信息形成之日起 20 个工作日内'],
    [{ kind: 'subjects' }, '区民政局、各镇人民政府'],
    [{ kind: 'channels' }, '■政府网站□政府公报'],
    [{ kind: 'audience' }, '全社会'],
    [{ kind: 'mode' }, '主动'],
    [{ kind: 'levels' }, '县级、乡级'],
    [{ kind: 'extra' }, '12345'],
  )
  expect(row).toEqual({
    row: 4,
    displayNo: '1',
    path: ['制度类', '最低生活保障', '审核信息'],
    elements: ['名单', '金额标准'],
    basis: [{ text: '国发〔2012〕45号', number: '国发〔2012〕45号' }],
    deadline: '信息形成之日起20个工作日内',
    subjects: ['区民政局', '各镇人民政府'],
    channels: [
      { name: '政府网站', ticked: true },
      { name: '政府公报', ticked: false },
    ],
    audience: { scope: 'public' },
    mode: 'active',
    levels: ['county', 'town'],
    inherited: [],
    sources: {
      displayNo: ' 1 ',
      area: '社会救助',
      path: '制度类\n最低生\n活保障\n审核信息',
      elements: '名单、金额标准',
      basis: '国发〔2012〕45号',
      deadline: '信息形成之日起 20 个工作日内',
      subjects: '区民政局、各镇人民政府',
      channels: '■政府网站□政府公报',
      audience: '全社会',
      mode: '主动',
      levels: '县级、乡级',
    },
    uncertain: [],
  })
})

test('a row of nothing has nothing, and its name is missed', () => {
  expect(build()).toEqual({
    row: 4,
    displayNo: null,
    path: [],
    elements: [],
    basis: [],
    deadline: null,
    subjects: [],
    channels: [],
    audience: { scope: null },
    mode: null,
    levels: null,
    inherited: [],
    sources: {},
    uncertain: [{ field: 'path', reason: '没有读到公开事项的名称' }],
  })
  expect(buildRow({ row: 1, sheet: '一', cells: [], breaks: 'written' }).sheet).toBe('一')
})

describe('the path', () => {
  test('follows the levels of the headers, a leading directory first; else the columns', () => {
    expect(build([path(2), '乙'], [path(1), '甲'], [path(1, true), '首']).path).toEqual(['首', '甲', '乙'])
    expect(build([path(2), '乙'], [path(1), '甲'], [path(null), '丙']).path).toEqual(['乙', '甲', '丙'])
    expect(build([path(1), '甲'], [path(1), '乙']).path).toEqual(['甲', '乙'])
  })

  test('takes a cell that covers several columns once', () => {
    expect(build([path(1), '甲', { key: 'x' }], [path(2), '甲', { key: 'x' }]).path).toEqual(['甲'])
    expect(build([path(1), '甲'], [path(2), '甲']).path).toEqual(['甲', '甲'])
  })

  test('is split at arrows; at dashes with a doubt', () => {
    expect(build([path(null), '综合业务→政策>法规'])).toMatchObject({
      path: ['综合业务', '政策', '法规'],
      uncertain: [],
    })
    expect(build([path(null), '综合业务—政策'])).toMatchObject({
      path: ['综合业务', '政策'],
      uncertain: [{ field: 'path', reason: '按“—”分成了上下级，请核对' }],
    })
  })

  test('of which a level above is blank is doubted', () => {
    const [first] = [build([path(1), ''], [path(2), '审核']).uncertain]
    expect(first).toEqual([{ field: 'path', reason: '上一级事项是空白' }])
    expect(build([path(1), '甲'], [path(2), ''], [path(3), '乙']).uncertain).toEqual([])
  })
})

describe('ticks under headings of their own', () => {
  test('of channels, with names written beside 其他', () => {
    expect(build([path(1), '甲'], [channel('政府网站'), '√'], [channel('公示栏'), ''], [channel('其他(请注明)'), '微信群']).channels).toEqual([
      { name: '政府网站', ticked: true },
      { name: '公示栏', ticked: false },
      { name: '其他(请注明)：微信群', ticked: true },
    ]) // prettier-ignore
    expect(doubts([channel('政府网站'), '微信群'])).toEqual(['channels: 政府网站：勾选栏里的“微信群”看不懂'])
    expect(doubts([channel('其他'), '甲'])).toEqual(['channels: 其他：勾选栏里的“甲”看不懂'])
    expect(doubts([channel('政府网站'), '口'])).toEqual(['channels: 政府网站：“口”像是受损的空框“□”，请核对'])
  })

  test('of which an empty one is not unused where the head says so', () => {
    const header = ['公开渠道（■必选 □可选）']
    const told = 'channels: 表头写明■为必选、□为可选，□不等于不采用'
    expect(doubts([{ kind: 'channels' }, '■政府网站□政府公报', { header }])).toEqual([told])
    expect(doubts([{ kind: 'channels' }, '■政府网站', { header }])).toEqual([])
    expect(doubts([channel('政府公报'), '', { header: ['□表示可选'] }])).toEqual([told])
    expect(doubts([{ kind: 'channels' }, '■政府网站□政府公报', { header: ['公开渠道'] }])).toEqual([])
  })

  test('of audience, mode and levels', () => {
    const row = build([path(1), '甲'], [scope('public'), ''], [scope('specific'), '√'], [mode('active'), ''], [mode('on-request'), '√'], [ticks('county'), '√'], [ticks('town', 'village'), '√']) // prettier-ignore
    expect(row).toMatchObject({
      audience: { scope: 'specific' },
      mode: 'on-request',
      levels: ['county', 'town', 'village'],
      uncertain: [],
    })
    expect(row.sources).toMatchObject({ audience: '栏：√', mode: '栏：√', levels: '栏：√\n栏：√' })
  })

  test('of levels may name them; what is not understood is told', () => {
    expect(build([path(1), '甲'], [ticks('county'), '市级']).levels).toEqual(['city'])
    expect(doubts([ticks('county'), '不详'])).toEqual(['levels: 勾选栏里的“不详”看不懂'])
    expect(doubts([ticks('county'), '口'])[0]).toContain('像是受损的空框')
    expect(build([path(1), '甲'], [ticks('county'), '']).levels).toEqual([])
  })
})

describe('a tick under a heading that names nothing', () => {
  test.each([
    ['audience', 'audience: 表头没有写明勾选的是全社会还是特定群体'],
    ['mode', 'mode: 表头没有写明勾选的是主动公开还是依申请公开'],
    ['levels', 'levels: 表头没有写明勾选的是哪一级'],
  ] as const)('of %s is not guessed', (kind, doubt) => {
    const row = build([path(1), '甲'], [{ kind }, '√'])
    expect(row).toMatchObject({ audience: { scope: null }, mode: null, levels: null })
    expect(doubts([{ kind }, '√'])).toEqual([doubt])
  })

  test('blank levels say why where the heading is in doubt', () => {
    expect(doubts([{ kind: 'levels' }, '', { why: '公开层级没有写明是哪一级' }])).toEqual([
      'levels: 公开层级没有写明是哪一级',
    ])
    expect(doubts([{ kind: 'levels' }, ''])).toEqual([])
  })
})

describe('doubts', () => {
  test('of a cell and of its heading are told at its field, each once', () => {
    const deadline: ColumnRole = { kind: 'deadline' }
    expect(doubts([deadline, '及时公开', { doubt: '可疑' }], [deadline, '长期', { doubt: '可疑' }])).toEqual(['deadline: 可疑']) // prettier-ignore
    expect(doubts([deadline, '及时公开', { why: '表头可疑' }])).toEqual(['deadline: 表头可疑'])
    expect(doubts([deadline, '', { why: '表头可疑' }])).toEqual([])
    expect(doubts([{ kind: 'area' }, '社会救助', { doubt: '可疑' }])).toEqual(['path: 可疑'])
    expect(doubts([{ kind: 'extra' }, '甲', { doubt: '可疑' }])).toEqual([])
  })

  test.each(['2026-03-31', '2026/3/31', '2026年3月31日', '2026-03-31 00:00'])(
    'a number or time limit “%s” may be a date that a spreadsheet made',
    text => {
      const said = '单元格里是一个日期，可能是表格软件自动改成的'
      expect(doubts([{ kind: 'deadline' }, text])).toEqual([`deadline: ${said}`])
      expect(doubts([{ kind: 'no' }, text])).toEqual([`displayNo: ${said}`])
      expect(doubts([{ kind: 'elements' }, text]).join()).not.toContain(said)
    },
  )

  test('garbled words are told, but not in an area', () => {
    expect(doubts([{ kind: 'deadline' }, '2O个工作曰内公开'])).toEqual([
      'deadline: 数字或文字像是扫描识别错误',
    ])
    expect(doubts([{ kind: 'area' }, '社会\ufffd救助'])).toEqual([])
  })

  test('a time limit may stand among the contents where no column is named so', () => {
    const both = [
      'elements: 公开内容里像是写有公开时限，请核对',
      'deadline: 公开时限可能写在公开内容里，没有分出来',
    ]
    expect(doubts([{ kind: 'elements' }, '信息形成之日起20个工作日内公开'])).toEqual(both)
    expect(doubts([{ kind: 'elements' }, '名单、金额'])).toEqual([])
    expect(doubts([{ kind: 'elements' }, '信息形成之日起20个工作日内公开'], [{ kind: 'deadline' }, '及时'])).toEqual([]) // prettier-ignore
  })
})

test.each(['/', '／', '—', '——', '-', '无', '暂无', '無'])('“%s” says that there is nothing', text => {
  const said = `写的是“${text}”，按没有内容读取`
  const row = build([path(1), '甲'], [{ kind: 'deadline' }, text], [{ kind: 'basis' }, text])
  expect(row).toMatchObject({ deadline: null, basis: [] })
  expect(row.uncertain).toEqual([
    { field: 'deadline', reason: said },
    { field: 'basis', reason: said },
  ])
  expect(row.sources).toMatchObject({ deadline: text, basis: text })
  expect(build([path(1), '甲'], [channel('网站'), text]).uncertain).not.toContainEqual({ field: 'channels', reason: said }) // prettier-ignore
  expect(build([{ kind: 'no' }, text], [path(1), '甲']).displayNo).toBe(text)
})

test('fields that came from merged cells are named once, the area and blanks aside', () => {
  const inherited = { inherited: true }
  const row = build([{ kind: 'area' }, '救助', inherited], [path(1), '甲', inherited], [path(2), '乙', inherited], [{ kind: 'deadline' }, ' ', inherited], [{ kind: 'basis' }, '法', inherited]) // prettier-ignore
  expect(row.inherited).toEqual(['path', 'basis'])
})

import { classifyStack, classifyWords } from '../../../../server/domain/catalogue/header/classify'
import { readHeader, repeatsHeader } from '../../../../server/domain/catalogue/header/block'
import { resolveColumns, sampleValues } from '../../../../server/domain/catalogue/header/resolve'
import type { Column, ColumnRole } from '../../../../server/domain/catalogue/header/roles'
import { gridOf } from '../../../support/tables/grid'

/** What the words over a column say that it holds. */

/** A role as one word or two. */
const brief = (role: ColumnRole): string => {
  if (role.kind === 'path') return `path ${role.level ?? '-'}${role.leads ? ' leads' : ''}`
  if (role.kind === 'audience-tick') return `audience ${role.scope}`
  if (role.kind === 'mode-tick') return `mode ${role.mode}`
  if (role.kind === 'level-tick') return `levels ${role.levels.join('+')}`
  return role.kind === 'channel' ? `channel ${role.name}` : role.kind
}

test.each([
  ['序号', 'no'],
  ['NO.', 'no'],
  ['事项编码', 'no'],
  ['公开领域', 'area'],
  ['类别', 'class'],
  ['公开事项类别', 'class'],
  ['公开时限', 'deadline'],
  ['更新频率', 'deadline'],
  ['公開時限', 'deadline'],
  ['公开内容（要素）', 'elements'],
  ['公开依据', 'basis'],
  ['责任单位', 'subjects'],
  ['公开渠道和载体', 'channels'],
  ['公开对象', 'audience'],
  ['公开方式', 'mode'],
  ['公开层级', 'levels'],
  ['一级事项', 'path 1'],
  ['二级事项', 'path 2'],
  ['公开事项第三层', 'path 3'],
  ['4级事项', 'path 4'],
  ['一级目录', 'path 1 leads'],
  ['公开事项', 'path -'],
  ['监督电话', 'extra'],
  ['公开要求', 'extra'],
  ['全社会', 'audience public'],
  ['特定群体（请注明）', 'audience specific'],
  ['向社会公开', 'audience public'],
  ['主动公开', 'mode active'],
  ['依申请', 'mode on-request'],
  ['县级', 'levels county'],
  ['乡、村级', 'levels town+village'],
  ['街道', 'levels town'],
  ['公开对象（全社会）', 'audience public'],
  ['公开方式(依申请)', 'mode on-request'],
  ['公开层级(县)', 'levels county'],
  ['公开shi项', 'path -'],
  ['公升时限', 'deadline'],
  ['一、公开依据：', 'basis'],
  ['天气', 'unknown'],
  ['', 'unknown'],
])('“%s” is %s', (text, role) => expect(brief(classifyWords(text).role)).toBe(role))

test('a header that names two fields is the first of them, with a doubt', () => {
  expect(classifyWords('公开内容及时限')).toEqual({
    role: { kind: 'elements' },
    doubt: '表头“公开内容及时限”写了两样内容，没有分开',
    also: 'deadline',
  })
  expect(classifyWords('公开渠道和载体')).toEqual({ role: { kind: 'channels' } })
  expect(classifyWords('公开依据和天气')).toEqual({ role: { kind: 'basis' } })
})

test.each([
  [['公开对象', '全社会'], 'audience public'],
  [['公开层级', '县'], 'levels county'],
  [['公开渠道', '政府 网站'], 'channel 政府网站'],
  [['公开渠道', '渠道名称'], 'channels'],
  [['公开事项', '一级'], 'path 1'],
  [['公开事项', '审核'], 'path -'],
  [['公开依据', '天气'], 'basis'],
  [['天气'], 'unknown'],
  [[], 'unknown'],
])('from the top down, %j is %s', (stack, role) => expect(brief(classifyStack(stack).role)).toBe(role))

describe('a header', () => {
  const header = (...rows: string[][]) => readHeader(gridOf(rows), 0)
  const roles = (...rows: string[][]) => header(...rows)?.columns.map(({ role }) => brief(role))

  test('is a row with three kinds of columns, or with two and nothing else', () => {
    expect(roles(['序号', '公开事项', '公开时限'])).toEqual(['no', 'path -', 'deadline'])
    expect(roles(['公开事项', '公开时限'])).toEqual(['path -', 'deadline'])
    expect(header(['公开事项', '天气', '公开时限'])).toBeUndefined()
    expect(header(['序号', '公开时限', '公开主体'])).toBeUndefined()
    expect(header(['公开事项'])).toBeUndefined()
    expect(header(['1', '公开事项', '公开时限', '公开主体'])).toBeUndefined()
    expect(header(['低保', '名单', '及时'])).toBeUndefined()
    expect(header(['某县基层政务公开标准目录', '公开时限', '公开主体'])).toBeUndefined()
    expect(readHeader(gridOf([]), 0)).toBeUndefined()
  })

  test('goes on in rows that name parts of its groups, and in one of column numbers', () => {
    const deep = header(
      ['序号', '公开事项', '', '公开时限', '公开对象', ''],
      ['', '一级事项', '二级事项', '', '全社会', '特定群体'],
      ['1', '2', '3', '4', '5', '6'],
      ['1', '低保', '名单', '及时', '√', ''],
    )
    expect([deep?.start, deep?.end]).toEqual([0, 3])
    expect(deep?.columns.map(({ role }) => brief(role))).toEqual(['no', 'path 1', 'path 2', 'deadline', 'audience public', 'audience specific']) // prettier-ignore
    expect(deep?.columns[2]?.header).toEqual(['公开事项', '二级事项'])
  })

  test('ends where the items begin', () => {
    expect(header(['序号', '公开事项', '公开时限'], ['1', '低保', '及时'])?.end).toBe(1)
    expect(header(['序号', '公开事项', '公开时限'], ['序号', '公开事项', '公开时限'])?.end).toBe(2)
  })

  test('that stands again is known by its words', () => {
    const one = header(['序号', '公开事项', '公开时限'])!
    expect(repeatsHeader(one, header(['序 号', '公開事項', '公开时限'])!)).toBe(true)
    expect(repeatsHeader(one, header(['序号', '公开事项', '公开主体'])!)).toBe(false)
  })
})

describe('what words leave open', () => {
  type Given = [role: ColumnRole | ColumnRole['kind'], header: string | string[], ...values: string[]]
  const resolved = (...given: Given[]) => {
    const columns = given.map(([role, header], index): Column => ({ index, role: typeof role === 'string' ? ({ kind: role } as ColumnRole) : role, header: typeof header === 'string' ? (header === '' ? [] : [header]) : header })) // prettier-ignore
    return resolveColumns(columns, ({ index }) => given[index]!.slice(2) as string[])
  }
  const kinds = (...given: Given[]) => resolved(...given).map(({ role }) => role.kind)
  const path: ColumnRole = { kind: 'path', level: null, leads: false }

  test('公开方式 may hold the manner or the channels', () => {
    expect(kinds([path, '事项'], ['mode', '公开方式', '主动'])).toEqual(['path', 'mode'])
    expect(kinds([path, '事项'], ['mode', '公开方式', '√', '√'])).toEqual(['path', 'mode'])
    expect(kinds([path, '事项'], ['mode', '公开方式'])).toEqual(['path', 'mode'])
    expect(kinds([path, '事项'], ['mode', '公开方式', '政府网站', '公示栏'])).toEqual(['path', 'channels'])
    expect(kinds([path, '事项'], ['mode', '公开方式', '政府网站'], ['channels', '渠道'])).toEqual(['path', 'extra', 'channels']) // prettier-ignore
    expect(kinds([path, '事项'], ['mode', '公开方式', '全文发布'])).toEqual(['path', 'extra'])
    expect(kinds([path, '事项'], ['mode', '公开方式', '主动'], ['mode', '公开属性', '主动'])).toEqual(['path', 'extra', 'mode']) // prettier-ignore
  })

  test('公开要求 holds the time limit where no column does', () => {
    expect(kinds([path, '事项'], ['extra', '公开要求', '及时公开'])).toEqual(['path', 'deadline'])
    expect(kinds([path, '事项'], ['extra', '公开要求', '真实'])).toEqual(['path', 'extra'])
    expect(kinds([path, '事项'], ['extra', '备注', '及时公开'])).toEqual(['path', 'extra'])
    expect(kinds([path, '事项'], ['deadline', '时限'], ['extra', '公开要求', '及时公开'])).toEqual(['path', 'deadline', 'extra']) // prettier-ignore
  })

  test('类别 may hold areas or the mode', () => {
    expect(resolved([path, '事项'], ['class', '类别', '社会救助', '养老服务领域'])[1]).toMatchObject({
      role: { kind: 'area' },
      doubt: '“类别”列里都是领域名称，已作为领域，不放进事项路径',
    })
    expect(kinds([path, '事项'], ['class', '类别', '主动公开'])).toEqual(['path', 'mode'])
    expect(kinds([path, '事项'], ['class', '类别', '制度类'])).toEqual(['path', 'class'])
    expect(kinds([path, '事项'], ['class', '类别'])).toEqual(['path', 'class'])
  })

  test('公开层级 without a level below it says nothing beside ticks', () => {
    const tick: ColumnRole = { kind: 'audience-tick', scope: 'public' }
    expect(resolved([path, '事项'], [tick, '全社会'], ['levels', '公开层级'])[2]?.doubt).toBe('公开层级没有写明是哪一级') // prettier-ignore
    expect(resolved([path, '事项'], [tick, '全社会'], ['levels', '公开层级', '县级'])[2]).not.toHaveProperty('doubt') // prettier-ignore
    expect(resolved([path, '事项'], ['levels', '公开层级'])[1]).not.toHaveProperty('doubt')
  })

  test('a column without words beside 公开事项 is one more level of it', () => {
    expect(resolved([path, '公开事项'], ['unknown', '', '名单'])[1]).toMatchObject({
      role: path,
      doubt: '这一列没有表头，按左边“公开事项”的下一级读取',
    })
    expect(kinds([path, '公开事项'], ['unknown', ''])).toEqual(['path', 'unknown'])
    expect(kinds([path, ['公开事项', '一级']], ['unknown', '', '名单'])).toEqual(['path', 'unknown'])
    expect(kinds([path, '公开事项'], ['unknown', '天气', '名单'])).toEqual(['path', 'unknown'])
    expect(kinds(['basis', '依据'], [path, '事项'], ['unknown', '天气'])).toEqual([
      'basis',
      'path',
      'unknown',
    ])
  })

  test('a list without 公开事项 has its items in 公开内容, where each is one name', () => {
    expect(resolved(['elements', '公开内容', '低保名单', '收支'])[0]).toMatchObject({
      role: path,
      doubt: '表中没有“公开事项”一列，把“公开内容”读作事项名称',
      also: 'elements',
    })
    expect(kinds(['elements', '公开内容', '名单、金额'])).toEqual(['elements'])
    expect(kinds(['elements', '公开内容', '低保'], ['elements', '要素', '名单'])).toEqual(['elements', 'elements']) // prettier-ignore
    expect(kinds([path, '事项'], ['elements', '公开内容', '低保'])).toEqual(['path', 'elements'])
  })

  test('of two columns of one kind the one whose words say it best is kept', () => {
    expect(kinds([path, '事项'], ['deadline', '公开时间'], ['deadline', '公开时限'])).toEqual(['path', 'extra', 'deadline']) // prettier-ignore
    expect(kinds([path, '事项'], ['channels', '载体'], ['channels', '渠道'])).toEqual(['path', 'extra', 'channels']) // prettier-ignore
    expect(kinds([path, '事项'], ['channels', '公开平台'], ['channels', '载体'])).toEqual(['path', 'extra', 'channels']) // prettier-ignore
    expect(kinds([path, '事项'], ['basis', '依据'], ['basis', '公开依据'])).toEqual([
      'path',
      'extra',
      'basis',
    ])
    expect(kinds(['no', '编号'], ['no', '序号'], [path, '事项'])).toEqual(['extra', 'no', 'path'])
    expect(kinds(['no', '编号'], ['no', '编码'], [path, '事项'])).toEqual(['no', 'extra', 'path'])
    expect(kinds([path, '事项'], ['subjects', '实施单位'], ['subjects', '公开主体'])).toEqual(['path', 'extra', 'subjects']) // prettier-ignore
    expect(kinds([path, '事项'], ['subjects', ['公开主体', '牵头单位']], ['subjects', ['公开主体', '配合单位']])).toEqual(['path', 'subjects', 'subjects']) // prettier-ignore
  })

  test('is settled by values, ditto marks and blanks aside', () => {
    expect(sampleValues([' 甲 ', '', '同上', '乙'])).toEqual(['甲', '乙'])
    expect(sampleValues(['甲', '乙', '丙'], 2)).toEqual(['甲', '乙'])
    expect(sampleValues([])).toEqual([])
  })
})

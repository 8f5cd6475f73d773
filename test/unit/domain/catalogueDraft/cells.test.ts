import { cellText, columnsOfItem } from '../../../../server/domain/catalogueDraft/cellText'
import { changesOf } from '../../../../server/domain/catalogueDraft/changes'
import { CELL_FIELDS, cellLabel, isCellField, isOpen } from '../../../../server/domain/catalogueDraft/fields'
import {
  NO_AREA,
  draftRowOf,
  marksByHand,
  mustBeFixed,
  openFields,
} from '../../../../server/domain/catalogueDraft/marks'
import { pair } from '../../../../server/domain/catalogueDraft/pair'
import { readCell } from '../../../../server/domain/catalogueDraft/readCell'
import type { CellField } from '@shared/contract/catalogues/catalogueDraft'

/** The cells of a catalogue's draft: written, read back, doubted, and compared with what is in force. */

const columns = columnsOfItem({
  displayNo: '2',
  area: '社会救助',
  path: ['最低生活保障', '办事指南'],
  elements: ['条件', '材料'],
  basis: [{ text: '《社会救助暂行办法》' }, { text: '条例' }],
  deadline: '20个工作日内',
  subjects: ['民政局', '乡镇'],
  channels: [
    { name: '公示栏', ticked: true },
    { name: '网站', ticked: false },
    { name: '其他', ticked: null },
  ],
  audience: { scope: 'public' },
  mode: 'active',
  levels: ['county', 'town'],
} as never)
const text = (field: CellField, more: object = {}) => cellText(field, { ...columns, ...more })
const problem = (field: CellField, written: string) => {
  const read = readCell(field, written)
  return 'problem' in read ? read.problem : null
}
const value = (field: CellField, written: string) => {
  const read = readCell(field, written)
  return 'value' in read ? (read.value as Record<string, unknown>)[field] : read
}

describe('a cell as it is written', () => {
  test('one element, document, subject or channel a line', () => {
    expect(CELL_FIELDS.map(field => text(field))).toEqual([
      '2',
      '社会救助',
      '最低生活保障\n办事指南',
      '条件\n材料',
      '《社会救助暂行办法》\n条例',
      '20个工作日内',
      '民政局\n乡镇',
      '■公示栏\n□网站\n其他',
      '全社会',
      '主动',
      '县级、乡级',
    ])
    const empty = { displayNo: null, area: null, deadline: null, mode: null, levels: null }
    expect(['displayNo', 'area', 'deadline', 'mode', 'levels'].map(field => text(field as CellField, empty))).toEqual(Array(5).fill('')) // prettier-ignore
    expect([text('mode', { mode: 'on-request' }), text('mode', { mode: 'both' })]).toEqual([
      '依申请',
      '主动、依申请',
    ])
    expect(text('levels', { levels: ['province', 'city', 'village'] })).toBe('省级、市级、村级')
  })

  test('whom it is for: everybody, a group with its name, both, or what was read', () => {
    const audience = (scope: string | null, detail?: string) => text('audience', { audience: { scope, ...(detail && { detail }) } }) // prettier-ignore
    expect(audience('group')).toBe('特定群体')
    expect(audience('group', '老人')).toBe('特定群体（老人）')
    expect(audience('both', '老人')).toBe('全社会、特定群体（老人）')
    expect(audience(null)).toBe('')
    expect(audience(null, '某些人')).toBe('某些人')
  })

  test('has its name, and only those are cells', () => {
    for (const field of CELL_FIELDS) expect(cellLabel(field)).toMatch(/[一-龥]/)
    expect(isCellField('path')).toBe(true)
    expect(isCellField('toString')).toBe(false)
    expect(['uncertain', 'read', 'inherited', 'fixed'].map(state => isOpen(state as never))).toEqual([true, false, false, false]) // prettier-ignore
  })

  test('reads back as it was', () => {
    for (const field of CELL_FIELDS) {
      if (field === 'channels' || field === 'basis') continue
      expect([field, value(field, text(field))]).toEqual([field, (columns as Record<string, unknown>)[field]])
    }
    expect(value('basis', text('basis'))).toEqual([
      { text: '《社会救助暂行办法》', title: '社会救助暂行办法' },
      { text: '条例' },
    ])
    expect(value('channels', '■公示栏\n□网站')).toEqual(columns.channels.slice(0, 2))
  })
})

describe('what a person writes into a cell', () => {
  test('blanks and marks of lists are no part of it', () => {
    expect(value('displayNo', ' 3 ')).toBe('3')
    expect(value('displayNo', '  ')).toBeNull()
    expect(value('deadline', '')).toBeNull()
    expect(value('path', ' 低保 \n\n 指南 ')).toEqual(['低保', '指南'])
    expect(value('elements', '1. 条件；\n2. 材料。\n；')).toEqual(['条件', '材料'])
    expect(value('subjects', '1.民政局')).toEqual(['民政局'])
    expect(value('levels', '')).toBeNull()
    expect(value('mode', '')).toBeNull()
  })

  test('what is wrong with it is said in Chinese', () => {
    expect(problem('area', ' ')).toBe('请写明领域，如“社会救助”。')
    expect(problem('path', '')).toBe('请写公开事项的名称，一级一行。')
    expect(problem('path', '1\n2\n3\n4\n5')).toBe('公开事项写了 5 级，最多 4 级。')
    expect(problem('path', 'a\nb\nc\nd')).toBeNull()
    expect(problem('channels', '公示栏\n■网站')).toBe(
      '请在每个渠道前面写 ■（采用）或 □（不采用），一行一个。',
    )
    expect(problem('audience', '谁知道')).toBe('公开对象请写“全社会”或“特定群体（哪些人）”。')
    expect(problem('audience', '')).toBeNull()
    expect(problem('mode', '随便')).toBe('公开方式请写“主动”“依申请”，或者两个都写。')
    expect(problem('levels', '星球级')).toBe('公开层级请写“省级、市级、县级、乡级、村级”里的一个或几个。')
  })

  test.each([
    ['displayNo', 40, '序号'],
    ['area', 60, '领域'],
    ['path', 200, '事项名称'],
    ['elements', 500, '公开内容'],
    ['deadline', 300, '公开时限'],
    ['subjects', 200, '公开主体'],
  ] as const)('%s holds %d characters', (field, most, name) => {
    expect(problem(field, '长'.repeat(most))).toBeNull()
    expect(problem(field, '长'.repeat(most + 1))).toBe(`${name}太长，最多 ${most} 个字。`)
  })

  test('at most two hundred elements', () => {
    const lines = (count: number) => Array.from({ length: count }, (_, at) => `内容甲${at}号`).join('\n')
    expect(problem('elements', lines(200))).toBeNull()
    expect(problem('elements', lines(201))).toBe('公开内容最多 200 条。')
  })
})

describe('what waits for a person', () => {
  const row = (more: object = {}) => ({ ...columns, row: 7, uncertain: [], inherited: [], ...more }) as never as Parameters<typeof draftRowOf>[0] // prettier-ignore

  test('a row without area, without a name, or with too many steps is no item', () => {
    expect(mustBeFixed('area', { ...columns, area: null })).toBe(NO_AREA)
    expect(mustBeFixed('area', columns)).toBeNull()
    expect(mustBeFixed('path', { ...columns, path: [] })).toBe('没有读到公开事项的名称，请补上')
    expect(mustBeFixed('path', { ...columns, path: ['1', '2', '3', '4', '5'] })).toBe(
      '公开事项超过 4 级，请改成 4 级以内',
    )
    expect(mustBeFixed('path', { ...columns, path: ['1', '2', '3', '4'] })).toBeNull()
    expect(mustBeFixed('deadline', { ...columns, area: null, path: [] })).toBeNull()
  })

  test('each cell is read, inherited or uncertain, with why', () => {
    const doubts = [
      { field: 'deadline', reason: '看不清' },
      { field: 'deadline', reason: '看不清' },
    ]
    const warnings = [
      { field: 'levels', message: '两个都勾' },
      { field: 'mode', message: '没有' },
    ] as never
    const read = draftRowOf(row({ uncertain: doubts, inherited: ['basis', 'deadline'], sources: { path: '原文' }, sheet: '表1' }), null, warnings) // prettier-ignore
    expect(read).toMatchObject({ sheet: '表1', sourceRow: 7 })
    expect(read.columns.area).toBeNull()
    expect(read.marks.deadline).toEqual({
      state: 'uncertain',
      reasons: ['看不清'],
      source: null,
      suggestion: null,
    })
    expect(read.marks.basis.state).toBe('inherited')
    expect(read.marks.path).toMatchObject({ state: 'read', source: '原文', reasons: [] })
    expect(read.marks.levels.reasons).toEqual(['两个都勾'])
    expect(read.marks.area.reasons).toEqual([NO_AREA])
    expect(openFields(read.marks)).toEqual(['area', 'deadline', 'mode', 'levels'])
    expect(draftRowOf(row(), '社会救助', [])).toMatchObject({ sheet: null, columns: { area: '社会救助' } })
  })

  test('a damaged document number is suggested as it most likely was', () => {
    const basis = [{ text: '一' }, { text: '二', suggestion: '国发〔2014〕1号' }, { text: '三', title: '办法', suggestion: '民发〔2015〕2号' }] // prettier-ignore
    expect(draftRowOf(row({ basis }), 'a', []).marks.basis.suggestion).toBe(
      '一\n国发〔2014〕1号\n《办法》（民发〔2015〕2号）',
    )
    expect(draftRowOf(row(), 'a', []).marks.basis.suggestion).toBeNull()
    expect(draftRowOf(row({ basis }), 'a', []).marks.path.suggestion).toBeNull()
  })

  test('a row put in by hand waits for nothing but what it must have', () => {
    expect(openFields(marksByHand(columns))).toEqual([])
    expect(marksByHand(columns).path).toEqual({ state: 'fixed', reasons: [], source: null, suggestion: null })
    expect(marksByHand({ ...columns, area: null }).area).toMatchObject({
      state: 'uncertain',
      reasons: [NO_AREA],
    })
  })
})

test('what two versions say differently; the number is no part of it', () => {
  expect(changesOf(columns, { ...columns, displayNo: '9', area: 'x', path: ['y'] })).toEqual([])
  expect(changesOf(columns, { ...columns, deadline: null, mode: 'both' })).toEqual([
    { label: cellLabel('deadline'), before: '20个工作日内', after: '' },
    { label: cellLabel('mode'), before: '主动', after: '主动、依申请' },
  ])
  const all = changesOf(columns, { ...columns, elements: [], basis: [], deadline: '', subjects: [], channels: [], audience: { scope: null }, mode: null, levels: null }) // prettier-ignore
  expect(all).toHaveLength(8)
})

describe('rows beside the items in force', () => {
  const matter = (id: string, ...path: string[]) => ({
    id,
    area: '社会救助',
    path,
    elements: ['条件', '材料'],
  })
  const of = (...args: Parameters<typeof pair>) => {
    const { same, ...rest } = pair(...args)
    return { same: Object.fromEntries(same), ...rest }
  }

  test('the same name is the same matter, each once', () => {
    const items = [matter('k1', '低保'), matter('k2', '低保'), matter('k3', '特困供养金额发放')]
    const rows = [matter('r1', '低保'), matter('r2', '低保'), matter('r3', '低保')]
    expect(of(items, rows, [])).toMatchObject({ same: { r1: 'k1', r2: 'k2' }, contradictions: [] })
    expect(of([matter('k1', '低保')], [{ ...matter('r1', '低保'), area: '养老' }], [])).toMatchObject({
      same: {},
    })
  })

  test('a name much alike is suggested; one unlike is gone and fresh', () => {
    const items = [matter('k1', '城乡居民最低生活保障'), matter('k2', '农机')]
    const rows = [matter('r1', '最低生活保障'), { ...matter('r2', '宅基地审批'), elements: ['流程'] }]
    expect(of([items[0]!], [rows[0]!], [])).toEqual({ same: {}, renamed: [{ key: 'k1', rowId: 'r1', suggested: true }], gone: [], fresh: [], contradictions: [] }) // prettier-ignore
    const unlike = of([{ ...items[1]!, elements: ['补贴'] }], [rows[1]!], [])
    expect(unlike).toMatchObject({ renamed: [], gone: ['k2'], fresh: ['r2'] })
    expect(of([], rows, [])).toMatchObject({ gone: [], fresh: ['r1', 'r2'] })
  })

  test('the clerk’s word goes before likeness: followed by, or ended', () => {
    const items = [matter('k1', '城乡居民最低生活保障')]
    const rows = [matter('r1', '最低生活保障'), matter('r2', '全新事项')]
    expect(of(items, rows, [{ key: 'k1', rowId: 'r2' }])).toMatchObject({ renamed: [{ key: 'k1', rowId: 'r2', suggested: false }], fresh: ['r1'], gone: [] }) // prettier-ignore
    expect(of(items, rows, [{ key: 'k1', rowId: null }])).toMatchObject({
      renamed: [],
      gone: ['k1'],
      fresh: ['r1', 'r2'],
    })
    expect(of(items, rows, [{ key: 'other', rowId: 'r2' }]).contradictions).toEqual([])
  })

  test('what cannot be is said', () => {
    const items = [matter('k1', '甲', '一'), matter('k2', '乙')]
    const rows = [matter('r1', '丙')]
    expect(of(items, rows, [{ key: 'k1', rowId: 'gone' }]).contradictions).toEqual([
      '“甲 › 一”写的接续事项已经不在草稿里，或者本来就在现行目录里。',
    ])
    const both = [
      { key: 'k1', rowId: 'r1' },
      { key: 'k2', rowId: 'r1' },
    ]
    expect(of(items, rows, both).contradictions).toEqual(['“甲 › 一”和“乙”都写成由“丙”接续，只能有一个。'])
  })
})

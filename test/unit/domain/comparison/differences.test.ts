import { differencesOf, discrepancyKindName } from '../../../../server/domain/comparison/differences'
import { DiscrepancyKind } from '@shared/contract/disclosure/discrepancy'
import type { ComparedField } from '@shared/contract/disclosure/presentation'

/** What is reported of two disclosures of one matter that are not the same. */

const field = (id: string, label: string, village: string | null, street: string | null): ComparedField =>
  ({
    id,
    label,
    block: id.split('/')[0] === 'r' ? '名单' : '公开内容',
    village,
    street,
    status:
      village === null
        ? 'village-missing'
        : street === null
          ? 'street-missing'
          : village === street
            ? 'same'
            : 'different',
  }) as ComparedField
const of = (fields: ComparedField[], more: object = {}) =>
  differencesOf({
    comparison: { fields } as never,
    elements: ['补贴标准', '名单'],
    village: { period: '2026Q1', nothing: false },
    government: { period: '2026Q1', nothing: false },
    ...more,
  })
const one = (label: string, village: string | null, street: string | null) =>
  of([field('f/1', label, village, street)])

test('every kind has its name', () => {
  for (const kind of DiscrepancyKind.options) expect(discrepancyKindName(kind)).toMatch(/^[一-龥]+$/)
})

test('nothing is told where both say the same', () => {
  expect(one('合计', '3.5万元', '3.5万元')).toEqual([])
  expect(of([])).toEqual([])
})

test.each([
  ['合计', '100元', '200元', 'amount'],
  ['户数', '3户', '4户', 'count'],
  ['发放时间', '2026年3月5日', '2026年3月6日', 'date'],
  ['面积', '3亩', '4亩', 'quantity'],
  ['补贴标准', '80元', '90元', 'standard'],
  ['补助', '80元/亩', '90元/亩', 'standard'],
  ['政策依据', '2026年1号', '2026年2号', 'basis'],
  ['所属期', '2026年1月', '2026年2月', 'period'],
])('%s: %s and %s differ in kind %s', (label, village, street, kind) => {
  expect(one(label, village, street)).toEqual([
    {
      kind,
      severity: 'must',
      field: 'f/1',
      label,
      village,
      government: street,
      message: `“${label}”不一样：村里是“${village}”，街道是“${street}”。`,
    },
  ])
})

test.each([
  ['政策文号', 'basis'],
  ['文件名称', 'basis'],
  ['政策文件数', 'basis'],
  ['实施依据', 'basis'],
  ['统计期间', 'period'],
  ['统计时段', 'period'],
  ['所属年', 'period'],
  ['所属季', 'period'],
  ['所属月', 'period'],
  ['低保标准', 'standard'],
  ['所属', 'quantity'],
  ['说明', 'quantity'],
])('under the label %s another number is of kind %s', (label, kind) => {
  expect(one(label, '3亩', '4亩').map(found => found.kind)).toEqual([kind])
})

test('of several values money speaks first, then people, then dates', () => {
  const kinds = (village: string, street: string) => one('说明', village, street).map(({ kind }) => kind)
  expect(kinds('3元3户3月', '4元4户4月')).toEqual(['amount'])
  expect(kinds('3户3月3亩', '4户4月4亩')).toEqual(['count'])
  expect(kinds('3月3亩', '4月4亩')).toEqual(['date'])
  expect(kinds('3件', '4件')).toEqual(['quantity'])
})

test('a number that cannot be read is a note', () => {
  expect(one('金额', '3?00元', '3500元')).toEqual([
    {
      kind: 'unreadable',
      severity: 'note',
      field: 'f/1',
      label: '金额',
      village: '3?00元',
      government: '3500元',
      message: '“金额”有一边的数看不清，请人工核对。',
    },
  ])
})

test('each block is told for itself, in reading order, its rows last', () => {
  const found = of([
    field('r/row/1', '张*', '100', '200'),
    field('f/1', '金额', '1元', '2元'),
    field('r/total/1', '合计', '1元', '2元'),
    field('f/2', '说明', null, '甲'),
  ])
  expect(found.map(({ field: place }) => place)).toEqual(['r/total/1', 'r/rows', 'f/1', 'f/2'])
})

test('other words with the same numbers are a note', () => {
  expect(one('说明', '已经全部发放到户', '正在抓紧办理之中')).toEqual([
    {
      kind: 'wording',
      severity: 'note',
      field: 'f/1',
      label: '说明',
      village: '已经全部发放到户',
      government: '正在抓紧办理之中',
      message: '“说明”数一样，文字不一样。',
    },
  ])
})

test('long texts are cut to where they part', () => {
  const same = '同'.repeat(100)
  const [found] = one('说明', `${same}甲${'乙'.repeat(300)}`, `${same}丙`)
  expect(found?.village).toBe(`……${'同'.repeat(20)}甲${'乙'.repeat(139)}……`)
  expect(found?.government).toBe(`${same}丙`)
  const [start] = one('说明', '甲'.repeat(161), '丙')
  expect(start?.village).toBe(`${'甲'.repeat(160)}……`)
  const [exact] = one('说明', '甲'.repeat(160), '丙')
  expect(exact?.village).toBe('甲'.repeat(160))
})

test('what one side alone says: must where the catalogue asks for it', () => {
  expect(one('补贴标准', null, '80元')).toEqual([
    {
      kind: 'element',
      severity: 'must',
      field: 'f/1',
      label: '补贴标准',
      village: null,
      government: '80元',
      message: '目录要求公开的“补贴标准”，街道公开了，村里没有公开。',
    },
  ])
  expect(one('其他', '甲'.repeat(161), null)[0]).toMatchObject({
    severity: 'note',
    village: `${'甲'.repeat(160)}……`,
    government: null,
    message: '“其他”，村里公开了，街道没有公开。',
  })
})

test('rows of a table: how many differ, never what they say', () => {
  const rows = [
    field('r/row/1', '张*', '100', '100'),
    field('r/row/2', '李*', '100', '200'),
    field('r/row/3', '王*', null, '300'),
  ]
  expect(of(rows)).toEqual([
    {
      kind: 'row',
      severity: 'must',
      field: 'r/rows',
      label: '名单',
      village: '共 2 行',
      government: '共 3 行',
      message: '“名单”里有 2 行两边不一样。',
    },
  ])
  expect(of(rows.slice(0, 1))).toEqual([])
})

test('a table that one side has alone is told once', () => {
  const rows = [
    field('r/row/1', '张*', null, '1'),
    field('r/row/2', '李*', null, '2'),
    field('r/total/1', '合计', null, '3'),
  ]
  expect(of(rows)).toEqual([
    {
      kind: 'element',
      severity: 'must',
      field: 'r/table',
      label: '名单',
      village: null,
      government: '共 2 行',
      message: '目录要求公开的“名单”，街道公开了，村里没有公开。',
    },
  ])
  const here = [field('r/row/1', '张*', '1', null), field('r/total/1', '合计', '1', null)]
  expect(of(here)[0]).toMatchObject({
    village: '共 1 行',
    government: null,
    message: expect.stringContaining('村里公开了'),
  })
})

test('files are each side’s own', () => {
  for (const id of ['attachments/1', 'attachments#2/1', 'money-vouchers/1', 'money#2-vouchers#3/1']) {
    expect([id, of([field(id, '附件', 'a', 'b')])]).toEqual([id, []])
  }
  expect(of([field('money/1', '合计', '1元', '2元')])).toHaveLength(1)
})

test('periods that differ come first; nothing on one side against content ends it', () => {
  const other = { government: { period: '2026Q2', nothing: false } }
  expect(of([field('f/1', '合计', '1元', '2元')], other).map(({ kind }) => kind)).toEqual([
    'period',
    'amount',
  ])
  expect(of([], other)).toEqual([
    {
      kind: 'period',
      severity: 'must',
      field: 'period',
      label: '所属期',
      village: '2026年第一季度',
      government: '2026年第二季度',
      message: '所属期不一样：村里是2026年第一季度，街道是2026年第二季度。',
    },
  ])
  const fields = [field('f/1', '合计', '1元', '2元')]
  const nothing = (village: boolean, government: boolean) =>
    of(fields, {
      village: { period: '2026Q1', nothing: village },
      government: { period: '2026Q1', nothing: government },
    })
  expect(nothing(true, false)).toEqual([
    {
      kind: 'occurrence',
      severity: 'must',
      field: 'occurrence',
      label: '本期有没有发生',
      village: '本期无发生',
      government: '公开了内容',
      message: '村里写“本期无发生”，街道却公开了内容。',
    },
  ])
  expect(nothing(false, true)[0]).toMatchObject({
    village: '公开了内容',
    government: '本期无发生',
    message: '街道写“本期无发生”，村里却公开了内容。',
  })
  expect(nothing(true, true)).toHaveLength(1)
})

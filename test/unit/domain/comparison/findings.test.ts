import { compareDisclosures } from '../../../../server/domain/comparison/compareDisclosures'
import type { CatalogueColumns } from '@shared/contract/catalogues/catalogue'
import type { ContentBlock, NoticeContent } from '@shared/contract/disclosure/notice'

const item: CatalogueColumns = {
  displayNo: null,
  path: ['涉农补贴', '耕地地力保护补贴'],
  elements: ['政策依据', '补贴结果', '监督渠道'],
  basis: [],
  deadline: null,
  subjects: [],
  channels: [],
  audience: { scope: null },
  mode: null,
  levels: null,
}

const facts = (entries: Record<string, string>): ContentBlock => ({
  type: 'facts',
  label: '公开内容',
  entries: Object.entries(entries).map(([label, value]) => ({ label, value })),
})

const list = (amounts: readonly number[]): ContentBlock => ({
  type: 'recipients',
  label: '补贴结果',
  rows: amounts.map((amountFen, at) => ({
    name: `${'张李王赵'[at]}*`,
    group: '一组',
    scheme: '耕地地力保护补贴',
    standard: '80元/亩',
    persons: 1,
    amountFen,
  })),
  totalPersons: amounts.length,
  totalFen: amounts.reduce((sum, fen) => sum + fen, 0),
})

const said = (blocks: ContentBlock[], period = '2026Q1'): NoticeContent => ({ title: '补贴', period, blocks })

function found(village: NoticeContent, government: NoticeContent) {
  return compareDisclosures({ item, content: village }, { item, content: government })
}

const brief = (village: NoticeContent, government: NoticeContent) =>
  found(village, government).map(({ kind, severity, label }) => [kind, severity, label])

test('an element of the catalogue that one side leaves out must be there; another one is a reminder', () => {
  const village = said([facts({ 政策依据: '陕财办农〔2026〕1号', 说明: '已核对' })])
  const government = said([facts({ 政策依据: '陕财办农(2026)1号', 监督渠道: '12345' })])
  expect(brief(village, government)).toEqual([
    ['element', 'note', '说明'],
    ['element', 'must', '监督渠道'],
  ])
  expect(found(village, government)[1]).toMatchObject({
    village: null,
    government: '12345',
    message: '目录要求公开的“监督渠道”，街道公开了，村里没有公开。',
  })
})

test('another document is a finding of the basis', () => {
  const of = (number: string) => said([facts({ 政策依据: `陕财办农〔2026〕${number}号`, 监督渠道: '12345' })])
  expect(brief(of('1'), of('2'))).toEqual([['basis', 'must', '政策依据']])
})

test('rows of people are counted and added up, never told; their totals are not told again', () => {
  const differing = found(said([list([40_000, 8_000])]), said([list([40_000, 9_000])]))
  expect(differing.map(({ kind, label }) => [kind, label])).toEqual([['row', '补贴结果']])
  expect(JSON.stringify(differing)).not.toMatch(/张|李/)
  expect(differing[0]!.message).toBe('“补贴结果”里有 1 户两边写得不一样，合起来街道多10.00元。')
})

test('one household that one side lacks is one finding: households, persons and amount have the same cause', () => {
  const rest = { 政策依据: '略', 监督渠道: '12345' }
  const of = (amounts: number[], more: Record<string, string> = {}) =>
    said([list(amounts), facts({ ...rest, ...more })])
  const [one, ...others] = found(of([40_000, 8_000, 9_000, 168_000]), of([40_000, 8_000, 9_000]))
  expect(others).toEqual([])
  expect(one).toMatchObject({
    kind: 'row',
    label: '补贴结果',
    village: '共 4 户',
    government: '共 3 户',
    message: '“补贴结果”里村里比街道多 1 户，合起来村里多1人、1,680.00元。',
  })
  const stated = brief(
    of([40_000, 8_000, 9_000, 168_000], { 发放金额: '2,250.00元', 户数: '4户' }),
    of([40_000, 8_000, 9_000], { 发放金额: '570元', 户数: '3户' }),
  )
  expect(stated).toEqual([['row', 'must', '补贴结果']])
  const wrong = brief(of([40_000, 8_000, 9_000, 168_000], { 发放金额: '9,999元' }), of([40_000, 8_000, 9_000], { 发放金额: '570元' })) // prettier-ignore
  expect(wrong).toContainEqual(['amount', 'must', '发放金额'])
})

test('of a group that is too small to be shown after the period no sum is told', () => {
  const poor = (amounts: number[]): ContentBlock => {
    const block = list(amounts)
    return block.type === 'recipients'
      ? { ...block, rows: block.rows.map(row => ({ ...row, scheme: '农村低保' })) }
      : block
  }
  const [one] = found(said([poor([40_000, 8_000])]), said([poor([40_000])]))
  expect(one!.message).toBe('“补贴结果”里有 1 行两边不一样。')
})

const account = (openingFen: number, amounts: number[]): ContentBlock => ({
  type: 'money',
  label: '收支明细',
  openingFen,
  lines: amounts.map((amountFen, at) => ({ date: `2026-03-0${at + 1}`, direction: 'expense' as const, item: '保洁', amountFen })), // prettier-ignore
  closingFen: openingFen - amounts.reduce((sum, fen) => sum + fen, 0),
})

test('a balance that follows from another difference is not told again', () => {
  expect(brief(said([account(90_000, [100])]), said([account(80_000, [100])]))).toEqual([
    ['amount', 'must', '期初余额'],
  ])
  const [one, ...others] = found(said([account(90_000, [100, 250])]), said([account(90_000, [100])]))
  expect(others).toEqual([])
  expect(one!.message).toBe('“收支明细”里村里比街道多 1 笔，合起来村里多支出2.50元。')
})

test('a list on one side and its totals as elements on the other are compared by the totals', () => {
  const village = said([list([20_000_00, 15_000_00]), facts({ 政策依据: '略', 监督渠道: '12345' })])
  const street = (amount: string) =>
    said([facts({ 政策依据: '略', 监督渠道: '12345', 发放金额: amount, 户数: '2户' })])
  const kinds = (amount: string) =>
    brief(village, street(amount)).map(([kind, , label]) => `${kind} ${label}`)
  expect(kinds('3.5万元')).not.toContain('amount 金额合计')
  expect(kinds('3.6万元')).toContain('amount 金额合计')
  expect(kinds('3.5万元').filter(one => one.includes('户数'))).toEqual([])
})

test('a whole table that one side leaves out is one finding', () => {
  const rest = facts({ 政策依据: '略', 监督渠道: '12345' })
  expect(brief(said([list([40_000, 8_000]), rest]), said([rest]))).toEqual([['element', 'must', '补贴结果']])
})

test('nothing happened, says one side alone: one finding', () => {
  expect(brief(said([{ type: 'nothing' }]), said([list([40_000])]))).toEqual([
    ['occurrence', 'must', '本期有没有发生'],
  ])
  expect(brief(said([{ type: 'nothing' }]), said([{ type: 'nothing' }]))).toEqual([])
})

test('another period, words and what cannot be read', () => {
  const of = (value: string, period?: string) => said([facts({ 政策依据: value, 监督渠道: '1' })], period)
  expect(brief(of('略'), of('略', '2026Q2'))).toEqual([['period', 'must', '所属期']])
  expect(brief(of('按户发放'), of('按人发放'))).toEqual([['wording', 'note', '政策依据']])
  expect(brief(of('三五万元'), of('35万元'))).toEqual([['unreadable', 'note', '政策依据']])
})

test('a long text is cut where it differs', () => {
  const long = '一'.repeat(300)
  const [one] = found(
    said([facts({ 政策依据: `${long}甲`, 监督渠道: '1' })]),
    said([facts({ 政策依据: `${long}乙`, 监督渠道: '1' })]),
  )
  expect(one!.village!.length).toBeLessThan(60)
  expect(one!.village).toMatch(/^……一{20}甲$/)
})

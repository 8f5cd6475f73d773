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
  return compareDisclosures({ item, content: village }, { item, content: government }, false)
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

test('rows of people are counted, never told; totals stand for themselves', () => {
  const differing = found(said([list([40_000, 8_000])]), said([list([40_000, 9_000])]))
  expect(differing.map(({ kind, label }) => [kind, label])).toEqual([
    ['amount', '金额合计'],
    ['row', '补贴结果'],
  ])
  expect(JSON.stringify(differing)).not.toMatch(/张|李/)
  expect(differing[1]!.message).toBe('“补贴结果”里有 1 行两边不一样。')
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

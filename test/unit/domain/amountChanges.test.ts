import fc from 'fast-check'
import { amountChanges, changeWords } from '../../../shared/content/amountChanges'
import type { ContentBlock, NoticeContent } from '../../../shared/contract/disclosure/notice'

const money = (...lines: [string, number][]): ContentBlock => ({
  type: 'money',
  label: '收支明细',
  openingFen: 0,
  lines: lines.map(([item, amountFen]) => ({ date: '2026-10-01', direction: 'expense', item, amountFen })),
  closingFen: 0,
})
const content = (...blocks: ContentBlock[]): NoticeContent => ({ title: '收支', period: '2026-10', blocks })
const recipients = (totalFen: number, ...rows: [string, number][]): ContentBlock => ({
  type: 'recipients',
  label: '发放明细',
  rows: rows.map(([name, amountFen]) => ({ name, scheme: '高龄津贴', persons: 1, amountFen })),
  totalPersons: rows.length,
  totalFen,
})

test('lines are matched by matter, whatever their order; new and lost ones are told', () => {
  const last = content(money(['道路清扫', 100_000], ['路灯电费', 50_000], ['打印费', 3_000]))
  const now = content(money(['路灯电费', 50_000], ['道路清扫', 220_000], ['水管维修', 8_800]))
  expect(amountChanges(now, last)).toEqual([
    { field: 'blocks.0.lines.1.amountFen', label: '支出 道路清扫', fen: 220_000, lastFen: 100_000 },
    { field: 'blocks.0.lines.2.amountFen', label: '支出 水管维修', fen: 8_800, lastFen: null },
    { field: null, label: '支出 打印费', fen: null, lastFen: 3_000 },
  ])
})

test('two lines of one matter are compared one by one', () => {
  const last = content(money(['误工费', 10_000], ['误工费', 20_000]))
  const now = content(money(['误工费', 10_000], ['误工费', 25_000]))
  expect(amountChanges(now, last).map(({ field, lastFen }) => [field, lastFen])).toEqual([
    ['blocks.0.lines.1.amountFen', 20_000],
  ])
})

test('recipients by name and scheme, the total by itself; blocks may stand elsewhere', () => {
  const last = content(recipients(30_000, ['张*', 10_000], ['李*', 20_000]))
  const now = content(
    { type: 'text', label: '说明', text: '无' },
    recipients(28_000, ['李*', 18_000], ['张*', 10_000]),
  )
  expect(amountChanges(now, last)).toEqual([
    { field: 'blocks.1.rows.0.amountFen', label: '李*（高龄津贴）', fen: 18_000, lastFen: 20_000 },
    { field: 'blocks.1.totalFen', label: '合计金额', fen: 28_000, lastFen: 30_000 },
  ])
})

test('a content does not differ from itself, nor from itself in another order', () => {
  const lines = fc.uniqueArray(fc.tuple(fc.string({ minLength: 1 }), fc.integer({ min: 1, max: 1e9 })), {
    selector: ([item]) => item,
  })
  fc.assert(
    fc.property(lines, given => {
      expect(amountChanges(content(money(...given.toReversed())), content(money(...given)))).toEqual([])
    }),
  )
})

test.each([
  [220_000, 100_000, '比上期 +1,200.00 元'],
  [10_000, 12_345, '比上期 -23.45 元'],
  [10_000, null, '上期没有'],
  [null, 50_000, '上期有 500.00 元，本期没有'],
])('%p after %p: %s', (fen, lastFen, words) => {
  expect(changeWords({ fen, lastFen })).toBe(words)
})

import fc from 'fast-check'
import { sumFen, yuan } from '@shared/common/money'
import { presentClass, presentClasses } from '../../../../server/reading/finance/accounts/financeClass'
import { FINANCE_CLASSES } from '@shared/facts/reading/financeClasses'
import { type Account, inOrder, presentYear } from '../../../../server/reading/finance/accounts/financeYear'

const account = (period: string, openingFen: number, incomeFen: number, expenseFen: number): Account => ({
  noticeId: `ntc_${period}`,
  name: '财务收支',
  content: {
    title: `${period}收支`,
    period,
    blocks: [
      {
        type: 'money',
        label: '收支明细',
        openingFen,
        lines: [
          { date: `${period}-01`, direction: 'income', item: '租金', amountFen: incomeFen },
          { date: `${period}-02`, direction: 'expense', item: '保洁', amountFen: expenseFen },
        ],
        closingFen: openingFen + incomeFen - expenseFen,
      },
    ],
  },
})

test('periods in their order, each bar with its row, every number of the sentence from the table', () => {
  const amount = fc.integer({ min: 1, max: 10 ** 9 })
  fc.assert(
    fc.property(fc.array(fc.tuple(amount, amount), { minLength: 1, maxLength: 12 }), months => {
      const accounts = months.map(([income, expense], at) => account(`2026-${String(at + 1).padStart(2, '0')}`, 0, income, expense)) // prettier-ignore
      const blocks = presentYear(inOrder([...accounts].reverse()))
      const table = blocks.find(block => block.kind === 'table')!
      expect(table.rows.map(({ cells }) => cells[0])).toEqual(months.map((_, at) => `${at + 1}月`))
      const flow = blocks.find(block => block.kind === 'bars')!
      expect(flow.bars.map(({ text }) => text)).toEqual(
        table.rows.flatMap(({ cells }) => [cells[2], cells[3]]),
      )
      const [summary] = blocks
      const said = summary?.kind === 'summary' ? (summary.text.match(/-?[\d,]+\.\d{2}/g) ?? []) : []
      const sums = [0, 1].map(side => yuan(sumFen(months.map(pair => pair[side]!))))
      expect(said).toEqual([...sums, table.rows.at(-1)!.cells[4]])
    }),
    { numRuns: 200 },
  )
})

test('a balance that is not carried over is told', () => {
  const blocks = presentYear([account('2026-01', 0, 500, 100), account('2026-02', 500, 1, 1)])
  expect(blocks.at(-1)).toMatchObject({
    label: '余额没有接上的',
    paragraphs: ['2月的期初余额5.00元，和1月的期末余额4.00元接不上。'],
  })
  expect(presentYear([account('2026-01', 0, 500, 100), account('2026-02', 400, 1, 1)]).at(-1)!.kind).toBe('table') // prettier-ignore
})

test('the eight classes: what was disclosed when, and what was not', () => {
  const debts: Account = { ...account('2026H1', 0, 1, 1), name: '集体债权债务情况' }
  const accounts = [account('2026-03', 0, 1, 1), { ...debts, content: { ...debts.content, blocks: [] } }]
  const shared = { ...account('2025', 0, 1, 1), name: '收益分配' }
  const rows = presentClasses(accounts, [...accounts, shared])
  expect(rows.find(({ code }) => code === 'distribution')!.text).toBe('这一年没有公开，上一次是2025年')
  expect(rows.find(({ code }) => code === 'plan')!.text).toBe('还没有公开过')
  expect(rows).toHaveLength(8)
  expect(rows.filter(({ missing }) => !missing).map(({ name, text }) => [name, text])).toEqual([
    ['各项收入', '1笔，共0.01元'],
    ['各项支出', '1笔，共0.01元'],
    ['债权债务', '公开了 1 次，最近是2026年上半年的'],
  ])
})

test('the lines behind a bar: all of that side and no other, bars and total add up to the sentence', () => {
  const income = FINANCE_CLASSES.classes.find(({ code }) => code === 'income')!
  const amount = fc.integer({ min: 1, max: 10 ** 9 })
  fc.assert(
    fc.property(fc.array(fc.tuple(amount, amount), { minLength: 1, maxLength: 12 }), months => {
      const accounts = months.map(([fen, out], at) => account(`2026-${String(at + 1).padStart(2, '0')}`, 0, fen, out)) // prettier-ignore
      const blocks = presentClass(accounts, income, '2026年')
      const total = yuan(sumFen(months.map(([fen]) => fen)))
      const [summary] = blocks
      expect(summary?.kind === 'summary' && summary.text).toBe(
        `2026年各项收入${months.length}笔，共${total}元。`,
      )
      const table = blocks.find(block => block.kind === 'table')!
      expect(table.rows.map(({ cells }) => cells[2])).toEqual(months.map(([fen]) => yuan(fen)))
      expect(table.totals.map(({ value }) => value)).toEqual([total])
    }),
    { numRuns: 100 },
  )
})

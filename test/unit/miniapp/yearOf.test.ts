import { paidIn } from '../../../miniapp/src/pages/mine/paid'
import { yearOf } from '../../../miniapp/src/packages/finance/year/yearOf'

/** What the phone adds up for one household, and for a village's year of accounts. */
const line = (periodLabel: string, scheme: string, amount: string, paid = true) => ({
  ...{ periodLabel, scheme, amount, paid },
})

test('a household’s year: what was paid, by scheme; neither another year nor what is only proposed', () => {
  const lines = [
    line('2026年11月19日', '农村低保', '430.00', false),
    line('2026年第三季度', '农村低保', '1,920.00'),
    line('2026年', '耕地地力保护补贴', '294.55'),
    line('2026年第一季度', '农村低保', '2,580.00'),
    line('2025年第四季度', '农村低保', '1,920.00'),
  ]
  expect(paidIn(lines, '2026')).toEqual([
    { scheme: '农村低保', fen: 450_000, count: 2 },
    { scheme: '耕地地力保护补贴', fen: 29_455, count: 1 },
  ])
  expect(paidIn(lines, '2024')).toEqual([])
})

const table = (rows: string[][], income: string, expense: string) => [
  {
    kind: 'table' as const,
    id: 'year-table',
    label: '逐期收支',
    unit: '元',
    columns: [],
    rows: rows.map(cells => ({ id: cells[0]!, cells })),
    totals: [
      { id: 'income', label: '收入合计', value: income },
      { id: 'expense', label: '支出合计', value: expense },
    ],
  },
]

test('a year of accounts: sums, what changed, whether it follows on and agrees with what is stated', () => {
  const rows = [
    ['1月', '1,000.00', '500.00', '200.00', '1,300.00'],
    ['2月', '1,300.00', '0.00', '400.50', '899.50'],
  ]
  expect(yearOf(table(rows, '500.00', '600.50'))).toMatchObject({
    income: '500.00',
    expense: '600.50',
    change: '100.50',
    grew: false,
    unbroken: true,
    agrees: true,
  })
  expect(yearOf(table(rows, '500.00', '600.00'))?.agrees).toBe(false)
  const torn = [rows[0]!, ['2月', '1,299.00', '0.00', '400.50', '898.50']]
  expect(yearOf(table(torn, '500.00', '600.50'))?.unbroken).toBe(false)
  expect(yearOf([])).toBeNull()
})

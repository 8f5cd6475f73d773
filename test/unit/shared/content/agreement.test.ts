import { type SheetCode, type StatementForm, sheetForm } from '@shared/facts/disclosure/sheets'
import { amountFields, areaText, cellText, filledRows, owedOf, sheetIssues, sheetTotals, sumOfRow } from '@shared/content/sheet' // prettier-ignore
import type { SheetBlock, SheetRow } from '@shared/contract/disclosure/notice'

/** What does not agree within a sheet, in the words that its author reads, and how its cells are read. */

const block = (sheet: SheetCode, label: string, rows: SheetRow[]): SheetBlock => ({
  type: 'sheet',
  sheet,
  label,
  rows,
})
const issues = (sheet: SheetCode, ...rows: SheetRow[]) => sheetIssues(block(sheet, '甲表', rows), 'b')

const claim = (more: SheetRow = {}): SheetRow => ({ party: '建材厂', about: '租金', openingFen: 100, increaseFen: 50, decreaseFen: 30, closingFen: 120, ...more }) // prettier-ignore

/** All lines of a statement with some amounts. */
const lines = (form: StatementForm, now: Readonly<Record<string, number>>, before = now): SheetRow[] =>
  form.lines.map(({ code }) => ({ line: code, nowFen: now[code] ?? 0, beforeFen: before[code] ?? 0 }))
const INCOME = sheetForm('income-distribution') as StatementForm
const BALANCE = sheetForm('balance-sheet') as StatementForm
const SOUND = { 'operating-income': 100, gain: 100, 'net-gain': 100, distributable: 100, 'closing-undistributed': 100 } // prettier-ignore
const indexOf = (form: StatementForm, line: string) => form.lines.findIndex(({ code }) => code === line)

describe('a register', () => {
  test('whose rows make what they say has no fault; an empty one has none', () => {
    expect(issues('claims', claim(), claim({ about: '水费' }))).toEqual([])
    expect(issues('claims')).toEqual([])
  })

  test('tells a row that does not, with the sum in words', () => {
    expect(issues('claims', claim(), claim({ party: '合作社', closingFen: 100 }))).toEqual([
      {
        code: 'row-mismatch',
        field: 'b.rows.1.closingFen',
        row: 2,
        message: '“甲表”第 2 行“合作社”：期初欠款 + 本期增加 − 本期收回 = 1.20 元，期末欠款填的是 1.00 元。',
      },
    ])
    expect(issues('assets', { thing: '办公楼', originalFen: 500, netFen: 400 })).toMatchObject([
      { message: '“甲表”第 1 行“办公楼”：原值 − 累计折旧 = 5.00 元，净值填的是 4.00 元。' },
    ])
  })

  test('takes what is not written as nothing', () => {
    expect(issues('claims', { party: '厂', openingFen: 100, closingFen: 100 })).toEqual([])
    expect(issues('claims', { openingFen: 100 })).toMatchObject([
      { message: expect.stringMatching(/^“甲表”第 1 行“”：.* = 1\.00 元，期末欠款填的是 0\.00 元。$/) },
    ])
  })

  test('without a rule of its own adds nothing up', () => {
    expect(issues('resources', { thing: '机动地', areaCenti: 100, yearFen: 7 })).toEqual([])
  })

  test('tells each row that stands twice by its whole name, with the first', () => {
    const twice = issues('claims', claim(), claim({ about: '水费' }), claim(), claim())
    expect(twice).toEqual(
      [3, 4].map(row => ({
        code: 'row-twice',
        field: `b.rows.${row - 1}.party`,
        row,
        message: `“甲表”第 ${row} 行“建材厂”和第 1 行重名，下一期会分不清。请合成一行，或把名称写得不一样。`,
      })),
    )
    expect(issues('claims', claim({ about: '' }), { ...claim(), about: undefined as never })).toHaveLength(1)
  })

  test('tells names before sums', () => {
    const both = issues('claims', claim({ closingFen: 1 }), claim())
    expect(both.map(({ code }) => code)).toEqual(['row-twice', 'row-mismatch'])
  })
})

describe('a statement', () => {
  test('whose lines add up has no fault', () => {
    expect(issues('income-distribution', ...lines(INCOME, SOUND))).toEqual([])
  })

  test('tells a sum that is off, by line and column', () => {
    const wrong = { ...SOUND, 'operating-income': 110 }
    const at = indexOf(INCOME, 'gain')
    expect(issues('income-distribution', ...lines(INCOME, wrong, SOUND))).toEqual([
      {
        code: 'line-mismatch',
        field: `b.rows.${at}.nowFen`,
        row: at + 1,
        message: '“甲表”的“收益总额”本年金额不对：按各项算是 1.10 元，填的是 1.00 元，差 0.10 元。',
      },
    ])
    expect(issues('income-distribution', ...lines(INCOME, SOUND, wrong))).toMatchObject([
      { field: `b.rows.${at}.beforeFen`, message: expect.stringContaining('“收益总额”上年金额不对') },
    ])
  })

  test('of which a line is missing points at its first row', () => {
    const rows = lines(INCOME, SOUND).filter(({ line }) => line !== 'gain')
    const [first] = issues('income-distribution', ...rows)
    expect(first).toMatchObject({
      field: 'b.rows.0.nowFen',
      message: expect.stringContaining('填的是 0.00 元'),
    })
  })

  test('tells sides that are not equal at the second of them', () => {
    const made = { cash: 300, 'current-assets': 300, 'assets-total': 300, capital: 100, 'equity-total': 100, 'both-total': 100 } // prettier-ignore
    const at = indexOf(BALANCE, 'both-total')
    expect(issues('balance-sheet', ...lines(BALANCE, made, {}))).toEqual([
      {
        code: 'sides-unequal',
        field: `b.rows.${at}.nowFen`,
        row: at + 1,
        message:
          '“甲表”两边不平：期末余额“资产总计”是 3.00 元，“负债和所有者权益总计”是 1.00 元，差 2.00 元。',
      },
    ])
  })

  test('tells a line that stands twice', () => {
    const rows = lines(INCOME, SOUND)
    expect(issues('income-distribution', ...rows, rows[0]!)).toEqual([
      {
        code: 'line-twice',
        field: `b.rows.${rows.length}.line`,
        row: rows.length + 1,
        message: `“甲表”第 ${rows.length + 1} 行：“经营收入”写了两次，请只留一行。`,
      },
    ])
  })
})

test('sums that were left out are made from the lines above; what was given stays', () => {
  const filled = filledRows(INCOME, new Map([['operating-income', 100], ['operating-cost', 30], ['net-gain', 60]])) // prettier-ignore
  expect([...filled].filter(([, fen]) => fen !== 0)).toEqual(
    expect.arrayContaining([
      ['gain', 70],
      ['net-gain', 60],
      ['distributable', 60],
    ]),
  )
  expect(filled.get('levies')).toBe(0)
  expect(filled.size).toBe(INCOME.lines.length)
})

test('amounts and totals of a sheet are those of its columns', () => {
  expect(amountFields({ sheet: 'claims' })).toEqual([
    'openingFen',
    'increaseFen',
    'decreaseFen',
    'closingFen',
  ])
  expect(amountFields({ sheet: 'resources' })).toEqual(['yearFen'])
  expect(amountFields({ sheet: 'balance-sheet' })).toEqual(['nowFen', 'beforeFen'])
  const rows: SheetRow[] = [{ thing: '甲', areaCenti: 150, yearFen: 7 }, { thing: '乙', areaCenti: 50 }] // prettier-ignore
  expect(sheetTotals({ sheet: 'resources', rows })).toEqual({ areaCenti: 200, yearFen: 7 })
  expect(sheetTotals({ sheet: 'claims', rows: [] })).toEqual({ openingFen: 0, increaseFen: 0, decreaseFen: 0, closingFen: 0 }) // prettier-ignore
  expect(sheetTotals({ sheet: 'balance-sheet', rows: [] })).toEqual({})
  expect(sumOfRow({ total: 't', plus: ['a', 'b'], minus: ['c', 'd'] }, { a: 5, b: 4, c: 3 })).toBe(6)
})

test.each([
  [3_650, '36.5亩'],
  [3_655, '36.55亩'],
  [1_005, '10.05亩'],
  [1_000, '10亩'],
  [120_000, '1,200亩'],
  [100_500, '1,005亩'],
  [0, '0亩'],
])('%d hundredths of a mu read %s', (centi, text) => expect(areaText(centi)).toBe(text))

test.each([
  ['yuan', 123_456, '1,234.56'],
  ['yuan', 0, '0.00'],
  ['area', 3_650, '36.5亩'],
  ['date', '2026-03-05', '2026年3月5日'],
  ['text', '2026-03-05', '2026-03-05'],
  ['party', '张*', '张*'],
  ['text', 7, '7'],
  ['yuan', undefined, ''],
  ['date', '', ''],
  ['area', '', ''],
] as const)('a cell of %s with %s reads “%s”', (kind, value, text) => {
  expect(cellText({ kind }, value)).toBe(text)
})

test('rent is of earlier periods as long as what was paid does not cover it', () => {
  const overdue = (row: SheetRow) => owedOf({ rows: [row] }, '2026Q3').map(one => one.overdue)
  const ahead = { owedFen: 900, dueOn: '2026-10-01' }
  expect(overdue({ ...ahead, arrearsFen: 500, paidFen: 300 })).toEqual([true])
  expect(overdue({ ...ahead, arrearsFen: 500, paidFen: 500 })).toEqual([false])
  expect(overdue({ ...ahead, arrearsFen: 500 })).toEqual([true])
  expect(overdue({ ...ahead, paidFen: 300 })).toEqual([false])
  expect(overdue({ owedFen: 900 })).toEqual([false])
  expect(overdue({ owedFen: 0, dueOn: '2026-01-01' })).toEqual([])
  expect(overdue({ owedFen: -1, dueOn: '2026-01-01' })).toEqual([])
  expect(overdue({ dueOn: '2026-01-01' })).toEqual([])
})

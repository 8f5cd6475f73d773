import { type SheetCode, type StatementForm, sheetForm } from '@shared/facts/disclosure/sheets'
import { carriedSheet, sheetOpeningIssues } from '@shared/content/sheet'
import type { SheetBlock, SheetRow } from '@shared/contract/disclosure/notice'

/** 结转: what a sheet opens with, and which fault is reported where it does not. */

const block = (sheet: SheetCode, rows: SheetRow[]): SheetBlock => ({
  type: 'sheet',
  sheet,
  label: '甲表',
  rows,
})
const claim = (party: string, closingFen: number, more: SheetRow = {}): SheetRow => ({ party, about: '租金', openingFen: 0, increaseFen: closingFen, decreaseFen: 0, closingFen, ...more }) // prettier-ignore

const BALANCE = sheetForm('balance-sheet') as StatementForm
const INCOME = sheetForm('income-distribution') as StatementForm
const statement = (form: StatementForm, amounts: Readonly<Record<string, readonly [number, number]>>) =>
  block(form.code, form.lines.map(({ code }) => ({ line: code, nowFen: amounts[code]?.[0] ?? 0, beforeFen: amounts[code]?.[1] ?? 0 }))) // prettier-ignore
/** Lines with an amount, as `line: now before`. */
const filled = ({ rows }: SheetBlock) =>
  rows.flatMap(({ line, nowFen, beforeFen }) => (nowFen === 0 && beforeFen === 0 ? [] : [`${line}: ${nowFen} ${beforeFen}`])) // prettier-ignore

describe('a register carried over', () => {
  const carried = (sheet: SheetCode, ...rows: SheetRow[]) =>
    carriedSheet({ block: block(sheet, rows), period: '2026Q1' }, '2026Q2')

  test('opens with what it closed with, nothing has moved yet; what was settled is left out', () => {
    expect(carried('claims', claim('甲', 500), claim('乙', 0), claim('丙', -20))).toEqual(
      block('claims', [
        { party: '甲', about: '租金', openingFen: 500, increaseFen: 0, decreaseFen: 0, closingFen: 500 },
        { party: '丙', about: '租金', openingFen: -20, increaseFen: 0, decreaseFen: 0, closingFen: -20 },
      ]),
    )
    expect(carried('claims', { party: '甲' }).rows[0]).toMatchObject({ openingFen: 0, closingFen: 0 })
  })

  test('of leases keeps those that owe nothing: the contract goes on', () => {
    const row = { thing: '鱼塘', party: '张*', arrearsFen: 5, dueFen: 900, paidFen: 905, owedFen: 0 }
    expect(carried('leases', row).rows).toEqual([{ ...row, arrearsFen: 0, dueFen: 0, paidFen: 0 }])
  })

  test('of assets and resources stays as it is', () => {
    const rows = [{ thing: '办公楼', originalFen: 5, netFen: 0 }]
    expect(carried('assets', ...rows).rows).toEqual(rows)
    expect(carried('resources', { thing: '机动地', areaCenti: 0 }).rows).toEqual([
      { thing: '机动地', areaCenti: 0 },
    ])
  })
})

describe('a statement carried over', () => {
  const balance = statement(BALANCE, { cash: [300, 200], capital: [300, 200] })
  const income = statement(INCOME, { gain: [70, 60], 'closing-undistributed': [40, 30] })
  const over = (past: SheetBlock, from: string, to: string) =>
    filled(carriedSheet({ block: past, period: from }, to))

  test.each([
    ['within the year keeps 年初数', '2026Q1', '2026Q2', ['cash: 0 200', 'capital: 0 200']],
    ['over the year’s end takes what it closed with', '2026Q4', '2027Q1', ['cash: 0 300', 'capital: 0 300']],
    ['over the year’s end, by month', '2026-12', '2027-01', ['cash: 0 300', 'capital: 0 300']],
    ['from the middle of last year takes nothing', '2026Q3', '2027Q1', []],
    ['from two years ago takes nothing', '2025Q4', '2027Q1', []],
    ['from a later year takes nothing', '2028', '2027', []],
  ])('balances: %s', (_what, from, to, rows) => {
    expect(over(balance, from, to)).toEqual(rows)
  })

  test.each([
    [
      'year on year takes last year’s figures and its closing',
      '2025',
      '2026',
      ['gain: 0 70', 'opening-undistributed: 40 0', 'closing-undistributed: 0 40'],
    ],
    [
      'a quarter after the year’s end takes the closing alone',
      '2025Q4',
      '2026Q1',
      ['opening-undistributed: 40 0'],
    ],
    ['a quarter after a year', '2025', '2026Q1', ['opening-undistributed: 40 0']],
    ['a year after a quarter', '2025Q4', '2026', ['opening-undistributed: 40 0']],
    ['within the year takes nothing', '2026Q1', '2026Q2', []],
    ['from the middle of last year takes nothing', '2025Q2', '2026Q1', []],
  ])('income: %s', (_what, from, to, rows) => {
    expect(over(income, from, to)).toEqual(rows)
  })

  test('has every line of the form, in its order, whatever the last one had', () => {
    const short = carriedSheet({ block: block('balance-sheet', [{ line: 'cash', nowFen: 9, beforeFen: 1 }]), period: '2026Q4' }, '2027Q1') // prettier-ignore
    expect(short.rows.map(({ line }) => line)).toEqual(BALANCE.lines.map(({ code }) => code))
    expect(filled(short)).toEqual(['cash: 0 9'])
  })
})

describe('a register that does not go on', () => {
  const told = (past: SheetRow[], rows: SheetRow[], sheet: SheetCode = 'claims') =>
    sheetOpeningIssues(block(sheet, rows), { block: block(sheet, past), period: '2026Q1' }, '2026Q2', 'b')
  const opens = (party: string, openingFen: number, more: SheetRow = {}) =>
    claim(party, 0, { openingFen, ...more })

  test('is told row by row', () => {
    expect(told([claim('甲', 100), claim('乙', 50)], [opens('乙', 50), opens('甲', 200)])).toEqual([
      {
        code: 'opening-mismatch',
        field: 'b.rows.1.openingFen',
        row: 2,
        message: '“甲表”第 2 行“甲”：期初欠款应等于上期的期末欠款 1.00 元，填的是 2.00 元。',
      },
    ])
  })

  test('is told where a new row opens with something, or a row of the same name once more', () => {
    expect(told([], [opens('新', 0)])).toEqual([])
    expect(told([], [opens('新', 5)])).toMatchObject([
      { row: 1, message: expect.stringContaining('期末欠款 0.00 元，填的是 0.05 元') },
    ])
    expect(told([claim('甲', 100)], [opens('甲', 100), opens('甲', 100)])).toMatchObject([{ row: 2 }])
    expect(told([claim('甲', 100)], [opens('甲', 100, { about: '水费' })])).toHaveLength(2)
  })

  test('is told where a row is gone that was not settled', () => {
    expect(told([claim('甲', 500), claim('乙', 0)], [])).toEqual([
      {
        code: 'row-lost',
        field: 'b.rows',
        message:
          '“甲表”少了一行：上期的“甲”期末欠款还有 5.00 元，本期没有写。已经结清的，也要写一行，说明本期结清。',
      },
    ])
  })

  test('of assets is never told: it has no balance', () => {
    expect(told([{ thing: '楼', netFen: 5 }], [], 'assets')).toEqual([])
  })

  test('takes what was left blank for nothing, in name and amount', () => {
    expect(told([{ party: '甲', closingFen: 0 }], [{ party: '甲', about: '' }])).toEqual([])
    expect(told([{ party: '甲', closingFen: 7 }], [{ party: '甲', about: '', openingFen: 7 }])).toEqual([])
    expect(told([{ party: '甲' }], [])).toEqual([])
  })
})

describe('a statement that does not go on', () => {
  const told = (past: SheetBlock, rows: SheetBlock, from: string, to: string) =>
    sheetOpeningIssues(rows, { block: past, period: from }, to, 'b')
  const at = (form: StatementForm, line: string) => form.lines.findIndex(({ code }) => code === line)

  test('is told by line', () => {
    const past = statement(BALANCE, { cash: [300, 200], capital: [300, 200] })
    const next = statement(BALANCE, { cash: [0, 300], capital: [0, 250] })
    expect(told(past, next, '2026Q4', '2027Q1')).toEqual([
      {
        code: 'opening-mismatch',
        field: `b.rows.${at(BALANCE, 'capital')}.beforeFen`,
        message: '“甲表”的“资本”年初余额接不上：上一次公开的是 3.00 元，填的是 2.50 元。',
      },
    ])
    expect(told(past, next, '2026Q3', '2027Q1')).toEqual([])
    expect(told(past, statement(BALANCE, { cash: [0, 200], capital: [0, 200] }), '2026Q1', '2026Q2')).toEqual(
      [],
    )
  })

  test('of which the line is missing points at its first row', () => {
    const past = statement(BALANCE, { capital: [300, 200] })
    expect(told(past, block('balance-sheet', [{ line: 'cash', nowFen: 0, beforeFen: 0 }]), '2026Q4', '2027Q1')).toMatchObject([{ field: 'b.rows.0.beforeFen' }]) // prettier-ignore
  })

  test('of income opens with last year’s 年末未分配收益', () => {
    const past = statement(INCOME, { 'closing-undistributed': [100, 0] })
    const next = (openingFen: number) => statement(INCOME, { 'opening-undistributed': [openingFen, 0] })
    expect(told(past, next(200), '2025Q4', '2026Q1')).toEqual([
      {
        code: 'opening-mismatch',
        field: `b.rows.${at(INCOME, 'opening-undistributed')}.nowFen`,
        message: '“甲表”的“年初未分配收益”应等于上年的“年末未分配收益” 1.00 元，填的是 2.00 元。',
      },
    ])
    expect(told(past, next(100), '2025Q4', '2026Q1')).toEqual([])
    expect(told(past, next(200), '2025Q3', '2026Q1')).toEqual([])
    const nothing = block('income-distribution', [])
    expect(told(statement(INCOME, {}), nothing, '2025Q4', '2026Q1')).toEqual([])
    expect(told(past, nothing, '2025Q4', '2026Q1')).toMatchObject([{ field: 'b.rows.0.nowFen' }])
  })

  test('is told whole: the line of income behind those of the column', () => {
    const past = statement(INCOME, { gain: [70, 0], 'closing-undistributed': [100, 0] })
    const fields = told(past, statement(INCOME, {}), '2025', '2026').map(({ field }) => field)
    expect(fields).toEqual([
      `b.rows.${at(INCOME, 'gain')}.beforeFen`,
      `b.rows.${at(INCOME, 'closing-undistributed')}.beforeFen`,
      `b.rows.${at(INCOME, 'opening-undistributed')}.nowFen`,
    ])
  })
})

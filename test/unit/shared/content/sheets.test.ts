import fc from 'fast-check'
import { SHEETS, type StatementForm, sheetForm } from '@shared/facts/disclosure/sheets'
import { amountsIn, yuan } from '@shared/common/money'
import { agreementIssues } from '@shared/content/statement'
import { carriedSheet, owedOf, sheetIssues, sheetOpeningIssues, sheetTotals } from '@shared/content/sheet'
import { presentItem, sentenceOf } from '@shared/presentation/presentItem'
import { ContentBlock, type SheetBlock, type SheetRow } from '@shared/contract/disclosure/notice'
import type { CatalogueColumns } from '@shared/contract/catalogues/catalogue'
import { catalogueColumns } from '../../../support/arbitraries/notice'
import { sheet, sheetOf } from '../../../support/arbitraries/sheets'

const [ITEM] = fc.sample(catalogueColumns, { seed: 1, numRuns: 1 }) as [CatalogueColumns]
const PAST = '2026Q1'
const NEXT = '2026Q2'
const figures = (block: SheetBlock): string[] =>
  sheetForm(block.sheet)
    .columns.filter(({ kind }) => kind === 'yuan')
    .map(({ field }) => field)

test('what agrees with itself has no fault, and is sound by the schema that its columns make', () => {
  fc.assert(
    fc.property(sheet, block => {
      expect(sheetIssues(block, 'blocks.0')).toEqual([])
      expect(ContentBlock.parse(block)).toEqual(block)
    }),
    { numRuns: 200 },
  )
  for (const { code } of SHEETS) {
    const block = { type: 'sheet', sheet: code, label: '表', rows: [{ made: 1 }] }
    expect(ContentBlock.safeParse(block).success).toBe(false)
  }
})

test('one amount that is off is told, with the row or the line by its name', () => {
  const pick = sheet.filter(
    ({ rows, sheet: code }) => rows.length > 0 && !['assets', 'resources'].includes(code),
  )
  fc.assert(
    fc.property(pick, fc.nat(), fc.integer({ min: 1, max: 10_000 }), (block, at, off) => {
      const form = sheetForm(block.sheet)
      const index = at % block.rows.length
      const row = block.rows[index]!
      const field = form.kind === 'register' ? form.rule!.total : 'nowFen'
      const rows = block.rows.map((one, n): SheetRow =>
        n === index ? { ...one, [field]: Number(one[field]) + off } : one,
      )
      const told = agreementIssues([{ ...block, rows }], PAST)
      const name =
        form.kind === 'register'
          ? String(row[form.key[0]!])
          : form.lines.find(({ code }) => code === row.line)!.name
      // A line that no sum counts, 其他转入 …, has none; all of these are counted.
      expect(told.length).toBeGreaterThan(0)
      if (form.kind === 'register') expect(told[0]!.message).toContain(`“${name}”`)
      expect(told.every(({ message }) => /^“[^”]+”/.test(message))).toBe(true)
    }),
    { numRuns: 200 },
  )
})

test('carried over, a register opens with what it closed with: no fault, not a fen lost', () => {
  fc.assert(
    fc.property(sheet, block => {
      const form = sheetForm(block.sheet)
      const next = carriedSheet({ block, period: PAST }, NEXT)
      expect(sheetOpeningIssues(next, { block, period: PAST }, NEXT, 'blocks.0')).toEqual([])
      if (form.kind === 'statement') return
      expect(sheetIssues(next, 'blocks.0')).toEqual([])
      const { carry } = form
      if (!carry) return expect(next.rows).toEqual(block.rows)
      expect(sheetTotals(next)[carry.opening]).toBe(sheetTotals(block)[carry.closing])
      for (const field of carry.cleared) expect(sheetTotals(next)[field] ?? 0).toBe(0)
    }),
    { numRuns: 200 },
  )
})

test('a row that vanished while money was owed is told by its name', () => {
  fc.assert(
    fc.property(sheetOf('debts'), fc.nat(), (block, at) => {
      fc.pre(block.rows.length > 0)
      const gone = block.rows[at % block.rows.length]!
      const carried = carriedSheet({ block, period: PAST }, NEXT)
      const left = { ...carried, rows: carried.rows.filter(row => row.party !== gone.party) }
      const told = sheetOpeningIssues(left, { block, period: PAST }, NEXT, 'blocks.0')
      expect(told.map(({ code }) => code)).toEqual(gone.closingFen === 0 ? [] : ['row-lost'])
      if (told[0]) expect(told[0].message).toContain(String(gone.party))
    }),
    { numRuns: 100 },
  )
})

describe('opening balances of statements', () => {
  const block = fc.sample(sheetOf('balance-sheet'), { seed: 7, numRuns: 1 })[0]!
  const before = (next: SheetBlock) => next.rows.map(({ beforeFen }) => beforeFen)

  it('stay the same within a year and are last year’s closing in the next', () => {
    const within = carriedSheet({ block, period: '2026Q1' }, '2026Q2')
    const over = carriedSheet({ block, period: '2026Q4' }, '2027Q1')
    expect(before(within)).toEqual(block.rows.map(({ beforeFen }) => beforeFen))
    expect(before(over)).toEqual(block.rows.map(({ nowFen }) => nowFen))
  })

  it('that do not go on are told by line', () => {
    const next = carriedSheet({ block, period: '2026Q4' }, '2027Q1')
    const rows = next.rows.map(row =>
      row.line === 'cash' ? { ...row, beforeFen: Number(row.beforeFen) + 1 } : row,
    )
    const told = sheetOpeningIssues({ ...next, rows }, { block, period: '2026Q4' }, '2027Q1', 'blocks.0')
    expect(told.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /^“资产负债表”的“货币资金”年初余额接不上：上一次公开的是 [\d,.]+ 元，填的是 [\d,.]+ 元。$/,
      ),
    ])
  })

  it('of the distribution: 年初未分配收益 is last year’s 年末未分配收益', () => {
    const last = fc.sample(sheetOf('income-distribution'), { seed: 9, numRuns: 1 })[0]!
    const next = carriedSheet({ block: last, period: '2025' }, '2026')
    const amount = (of: SheetBlock, line: string, field: string) =>
      of.rows.find(row => row.line === line)![field]
    expect(amount(next, 'opening-undistributed', 'nowFen')).toBe(
      amount(last, 'closing-undistributed', 'nowFen'),
    )
    expect(amount(next, 'gain', 'beforeFen')).toBe(amount(last, 'gain', 'nowFen'))
    const wrong = {
      ...next,
      rows: next.rows.map(row => (row.line === 'opening-undistributed' ? { ...row, nowFen: 1 } : row)),
    }
    expect(
      sheetOpeningIssues(wrong, { block: last, period: '2025' }, '2026', 'b').map(({ message }) => message),
    ).toEqual([expect.stringContaining('“年初未分配收益”应等于上年的“年末未分配收益”')])
  })
})

test('unequal sides of the balance sheet are told with both sums', () => {
  const form = sheetForm('balance-sheet') as StatementForm
  const rows = form.lines.map(({ code }) => ({ line: code, nowFen: ['cash', 'current-assets', 'assets-total'].includes(code) ? 100 : 0, beforeFen: 0 })) // prettier-ignore
  expect(
    sheetIssues({ type: 'sheet', sheet: 'balance-sheet', label: '资产负债表', rows }, 'b').map(
      ({ message }) => message,
    ),
  ).toEqual([
    '“资产负债表”两边不平：期末余额“资产总计”是 1.00 元，“负债和所有者权益总计”是 0.00 元，差 1.00 元。',
  ])
})

test('every number of the plain sentence stands in the table below it', () => {
  fc.assert(
    fc.property(fc.array(sheet, { minLength: 1, maxLength: 3 }), blocks => {
      const presented = presentItem(ITEM, { title: '台账', period: '2026Q3', blocks })
      const shown = presented.blocks.flatMap(view =>
        view.kind === 'table'
          ? [...view.rows.flatMap(({ cells }) => cells), ...view.totals.map(({ value }) => value)]
          : [],
      )
      for (const fen of amountsIn(sentenceOf(presented.blocks))) expect(shown).toContain(yuan(fen))
      const counted = blocks.filter(
        block => sheetForm(block.sheet).kind === 'register' && block.rows.length > 0,
      )
      for (const block of counted) expect(sentenceOf(presented.blocks)).toContain(`${block.rows.length}`)
      expect(figures(blocks[0]!).length).toBeGreaterThan(0)
    }),
    { numRuns: 100 },
  )
})

test('rent is overdue when its day has passed or it is of earlier periods; what is not due yet is not', () => {
  const row = (part: SheetRow): SheetRow => ({ thing: '鱼塘', party: '张*', arrearsFen: 0, dueFen: 900, paidFen: 0, owedFen: 900, ...part }) // prettier-ignore
  const rows = [
    row({ thing: '未到期', dueOn: '2026-12-31' }),
    row({ thing: '到期', dueOn: '2026-09-30' }),
    row({ thing: '旧欠', dueOn: '2026-12-31', arrearsFen: 500, owedFen: 1_400 }),
    row({ thing: '收清', paidFen: 900, owedFen: 0, dueOn: '2026-08-01' }),
  ]
  expect(owedOf({ rows }, '2026Q3').map(one => [one.row.thing, one.overdue])).toEqual([
    ['到期', true],
    ['旧欠', true],
    ['未到期', false],
  ])
  const { blocks } = presentItem(ITEM, {
    title: '租金',
    period: '2026Q3',
    blocks: [{ type: 'sheet', sheet: 'leases', label: '发包租赁台账', rows }],
  })
  const text = blocks.find(view => view.kind === 'text')!
  expect(text.paragraphs[0]).toBe(
    '到期（张*）：应在2026年9月30日前收，还欠9.00元，截至2026年9月30日已经过期。',
  )
  expect(sentenceOf(blocks)).toContain('其中2份过期没收到')
})

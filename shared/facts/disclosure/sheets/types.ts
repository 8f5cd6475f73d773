import type { TableColumn } from '../columnTypes'

/** Tables of a village's finance besides its accounts: registers 台账 that go on from period to period, and statements 报表. */
export type SheetCode =
  'assets' | 'resources' | 'claims' | 'debts' | 'leases' | 'balance-sheet' | 'income-distribution'

/** A typed column; the same that its sheet in Excel has. `summed`: the total of the column stands below the table. */
export interface SheetColumn extends TableColumn {
  header: string
  kind: 'text' | 'party' | 'yuan' | 'area' | 'date' | 'line'
  summed?: true
}

/** What holds in every row of a register: the sum of `plus` without `minus` is `total`. */
export interface RowRule {
  total: string
  plus: readonly string[]
  minus: readonly string[]
}

/** How a row goes on into the next period: the closing figure becomes the opening one, what moved begins at nothing. */
interface CarryRule {
  closing: string
  opening: string
  cleared: readonly string[]
  /** A row that was settled does not come again. */
  dropsSettled?: true
}

/** What people are told of a register first. */
interface SheetSaying {
  /** 集体资产: before the number of rows. */
  what: string
  /** 项, 笔, 份. */
  count: string
  /** Summed columns, in the order in which they are said; the first is the number that matters. */
  figures: readonly { field: string; label: string }[]
}

export interface RegisterForm {
  code: Exclude<SheetCode, 'balance-sheet' | 'income-distribution'>
  kind: 'register'
  name: string
  /** What one row is called. */
  row: string
  columns: readonly SheetColumn[]
  /** Columns by which a row is known again in the next period. */
  key: readonly string[]
  rule?: RowRule
  carry?: CarryRule
  saying: SheetSaying
}

/** A line of a statement: typed in, or the sum of others. */
export interface StatementLine {
  code: string
  name: string
  /** Other ways to write the name. */
  also?: readonly string[]
  /** How far the name is set in. */
  level: 0 | 1 | 2
  /** A line that is computed: the sum of `plus` without `minus`. */
  plus?: readonly string[]
  minus?: readonly string[]
}

export interface StatementForm {
  code: 'balance-sheet' | 'income-distribution'
  kind: 'statement'
  name: string
  columns: readonly SheetColumn[]
  lines: readonly StatementLine[]
  /** Lines that must be equal: assets on the one side, liabilities and equity on the other. */
  equal: readonly (readonly [string, string])[]
  /** Lines that picture and sentence are made of; the first is the number that matters. */
  told: readonly string[]
  /** 年初数 stays through the year and is last year's closing (`balance`); 上年数 is last year's own figure (`flow`). */
  before: 'balance' | 'flow'
  /** Last year's closing line that this year's opening line goes on from. */
  carry?: { closing: string; opening: string }
}

export type SheetForm = RegisterForm | StatementForm

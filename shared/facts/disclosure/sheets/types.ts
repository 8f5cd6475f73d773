import type { TableColumn } from '../columnTypes'

/**
 * Finance tables in addition to the accounts: registers 台账, which continue from period to period, and
 * statements 报表.
 */
export type SheetCode =
  'assets' | 'resources' | 'claims' | 'debts' | 'leases' | 'balance-sheet' | 'income-distribution'

/** A typed column, the same as in its Excel template. `summed`: the column total is shown below the table. */
export interface SheetColumn extends TableColumn {
  header: string
  kind: 'text' | 'party' | 'yuan' | 'area' | 'date' | 'line'
  summed?: true
}

/** Rule for every row of a register: the sum of `plus` minus `minus` equals `total`. */
export interface RowRule {
  total: string
  plus: readonly string[]
  minus: readonly string[]
}

/**
 * How a row continues in the next period: the closing figure becomes the opening one, movements start at zero.
 */
interface CarryRule {
  closing: string
  opening: string
  cleared: readonly string[]
  /** A settled row is not carried over. */
  dropsSettled?: true
}

/** Parts of the summary sentence of a register. */
interface SheetSaying {
  /** Subject, e.g. 集体资产; precedes the number of rows. */
  what: string
  /** Measure word: 项, 笔, 份. */
  count: string
  /** Summed columns, in the order of the sentence; the first is the key figure. */
  figures: readonly { field: string; label: string }[]
}

export interface RegisterForm {
  code: Exclude<SheetCode, 'balance-sheet' | 'income-distribution'>
  kind: 'register'
  name: string
  /** Name of one row. */
  row: string
  columns: readonly SheetColumn[]
  /** Columns that identify a row across periods. */
  key: readonly string[]
  rule?: RowRule
  carry?: CarryRule
  saying: SheetSaying
}

/** A line of a statement: entered, or the sum of others. */
export interface StatementLine {
  code: string
  name: string
  /** Other spellings of the name. */
  also?: readonly string[]
  /** Indentation of the name. */
  level: 0 | 1 | 2
  /** Computed line: the sum of `plus` minus `minus`. */
  plus?: readonly string[]
  minus?: readonly string[]
}

export interface StatementForm {
  code: 'balance-sheet' | 'income-distribution'
  kind: 'statement'
  name: string
  columns: readonly SheetColumn[]
  lines: readonly StatementLine[]
  /** Lines that must be equal: assets on one side, liabilities and equity on the other. */
  equal: readonly (readonly [string, string])[]
  /** Lines used in the chart and the summary sentence; the first is the key figure. */
  told: readonly string[]
  /**
   * `balance`: opening balance 年初数, last year's closing figure, constant through the year. `flow`: last year's
   * own figure 上年数.
   */
  before: 'balance' | 'flow'
  /** Last year's closing line from which this year's opening line continues. */
  carry?: { closing: string; opening: string }
}

export type SheetForm = RegisterForm | StatementForm

import { recordOf } from '../../common/lists'
import {
  type RowRule,
  type StatementForm,
  type StatementLine,
  sheetForm,
} from '../../facts/disclosure/sheets'
import type { SheetBlock, SheetRow } from '../../contract/disclosure/notice'
import { sumFen } from '../../common/money'

const figure = (row: SheetRow | undefined, field: string): number => Number(row?.[field] ?? 0)

/** Lists the fields of a sheet that hold amounts in fen. */
export const amountFields = ({ sheet }: Pick<SheetBlock, 'sheet'>): string[] =>
  sheetForm(sheet)
    .columns.filter(({ kind }) => kind === 'yuan')
    .map(({ field }) => field)

/** Computes the totals 合计 of a register's summed columns, by field. */
export function sheetTotals({ sheet, rows }: Pick<SheetBlock, 'sheet' | 'rows'>): Record<string, number> {
  const form = sheetForm(sheet)
  const summed = form.columns.filter(column => column.summed)
  return recordOf(summed.map(({ field }) => [field, sumFen(rows.map(row => figure(row, field)))]))
}

/** Computes the expected total of a row by the register's rule. */
export const sumOfRow = ({ plus, minus }: RowRule, row: SheetRow): number =>
  sumFen(plus.map(field => figure(row, field))) - sumFen(minus.map(field => figure(row, field)))

/** Returns the amounts of a statement column by line; a missing line counts as zero. */
export function lineAmounts(rows: readonly SheetRow[], field: string): ReadonlyMap<string, number> {
  return new Map(rows.map(row => [String(row.line), figure(row, field)]))
}

/** Computes a calculated line from the other lines as entered. */
export const sumOfLine = (
  { plus = [], minus = [] }: Pick<StatementLine, 'plus' | 'minus'>,
  amounts: ReadonlyMap<string, number>,
): number =>
  sumFen(plus.map(code => amounts.get(code) ?? 0)) - sumFen(minus.map(code => amounts.get(code) ?? 0))

export const computedLines = ({ lines }: StatementForm): StatementLine[] =>
  lines.filter(line => line.plus !== undefined)

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

/** Fields of a sheet that hold amounts in fen. */
export const amountFields = ({ sheet }: Pick<SheetBlock, 'sheet'>): string[] =>
  sheetForm(sheet)
    .columns.filter(({ kind }) => kind === 'yuan')
    .map(({ field }) => field)

/** 合计 of every summed column of a register, by field. */
export function sheetTotals({ sheet, rows }: Pick<SheetBlock, 'sheet' | 'rows'>): Record<string, number> {
  const form = sheetForm(sheet)
  const summed = form.columns.filter(column => column.summed)
  return recordOf(summed.map(({ field }) => [field, sumFen(rows.map(row => figure(row, field)))]))
}

/** What the figures of a row make by the register's rule. */
export const sumOfRow = ({ plus, minus }: RowRule, row: SheetRow): number =>
  sumFen(plus.map(field => figure(row, field))) - sumFen(minus.map(field => figure(row, field)))

/** The amounts of a statement's column by line; a line that was not given is nothing. */
export function lineAmounts(rows: readonly SheetRow[], field: string): ReadonlyMap<string, number> {
  return new Map(rows.map(row => [String(row.line), figure(row, field)]))
}

/** What a computed line makes of the others as they were given. */
export const sumOfLine = (
  { plus = [], minus = [] }: Pick<StatementLine, 'plus' | 'minus'>,
  amounts: ReadonlyMap<string, number>,
): number =>
  sumFen(plus.map(code => amounts.get(code) ?? 0)) - sumFen(minus.map(code => amounts.get(code) ?? 0))

export const computedLines = ({ lines }: StatementForm): StatementLine[] =>
  lines.filter(line => line.plus !== undefined)

import { flatMap, recordOf } from '@shared/common/lists'
import {
  type RegisterForm,
  type SheetColumn,
  type StatementForm,
  sheetForm,
} from '@shared/facts/disclosure/sheets'
import { parseArea, parseYuan } from '@shared/figures/parse'
import { yuan } from '@shared/common/money'
import { areaText, filledRows } from '@shared/content/sheet'
import type { SheetBlock, SheetRow } from '@shared/contract/disclosure/notice'
import { type Parser, amount, day, fault, required, soundRows } from './parser'
import type { DraftOf, SheetRowDraft } from './types'

type Cell = string | number | undefined

function typed({ kind }: SheetColumn, value: Cell): string {
  if (value === undefined) return ''
  if (kind === 'yuan') return yuan(Number(value))
  return kind === 'area' ? areaText(Number(value)).replace(/亩$/, '') : String(value)
}

const registerRow = ({ columns }: RegisterForm, row: SheetRow): SheetRowDraft => ({
  values: recordOf(columns.map(column => [column.field, typed(column, row[column.field])])),
})

/** Converts a zero amount to an empty field, since empty sums are computed. */
const statementRow = (
  { columns }: StatementForm,
  code: string,
  row: SheetRow | undefined,
): SheetRowDraft => ({
  values: recordOf(
    columns.map(({ field, kind }) => [field, kind === 'line' ? code : row?.[field] ? yuan(Number(row[field])) : '']), // prettier-ignore
  ),
})

/** Converts the rows of a sheet to editable rows; a statement has all its lines, filled in or not. */
export function sheetDraft({ sheet, label, rows }: SheetBlock): DraftOf<'sheet'> {
  const form = sheetForm(sheet)
  const drafted =
    form.kind === 'register'
      ? rows.map(row => registerRow(form, row))
      : form.lines.map(({ code }) =>
          statementRow(
            form,
            code,
            rows.find(({ line }) => line === code),
          ),
        )
  return { type: 'sheet', sheet, label, rows: drafted }
}

export const emptySheetRow = (form: RegisterForm): SheetRowDraft => registerRow(form, {})

export const isBlankRow = ({ values: { line: _line, ...values } }: SheetRowDraft): boolean =>
  Object.values(values).every(value => value.trim() === '')

function cell(
  pen: Parser,
  field: string,
  { kind, required: isRequired, header }: SheetColumn,
  text: string,
): Cell {
  if (text.trim() === '' && !isRequired) return undefined
  if (kind === 'yuan') return amount(pen, field, text)
  if (kind === 'date') return day(pen, field, text)
  if (kind !== 'area') return required(pen, field, text, `“${header}”`)
  return parseArea(text) ?? fault(pen, field, '这里要写多少亩，例如 36.5，最多两位小数。', 0)
}

/** Converts a row to its stored form; empty fields are omitted. */
export const sheetRow = soundRows(
  (pen: Parser, { values }: SheetRowDraft, index: number, { columns }: RegisterForm): SheetRow => {
    const cells = columns.map((column): [string, Cell] => [
      column.field,
      cell(pen, `rows.${index}.${column.field}`, column, values[column.field] ?? ''),
    ])
    return recordOf(cells.filter(([, value]) => value !== undefined)) as SheetRow
  },
)

/** Converts the lines of a statement with their sums; empty if nothing was entered. */
export function statementRows(pen: Parser, form: StatementForm, rows: readonly SheetRowDraft[]): SheetRow[] {
  if (rows.every(isBlankRow)) return []
  const fields = form.columns.filter(({ kind }) => kind === 'yuan').map(({ field }) => field)
  const columns = fields.map(field => {
    const given = flatMap(rows, ({ values }, index): [string, number][] => {
      const text = (values[field] ?? '').trim()
      return text === '' ? [] : [[values.line ?? '', amount(pen, `rows.${index}.${field}`, text)]]
    })
    return [field, filledRows(form, new Map(given))] as const
  })
  return form.lines.map(({ code }) => ({
    line: code,
    ...recordOf(columns.map(([field, amounts]) => [field, amounts.get(code) ?? 0])),
  }))
}

/** Computes the total of a row by the register's rule, formatted as input; null if a value is not an amount. */
export function computedTotal({ rule }: RegisterForm, { values }: SheetRowDraft): string | null {
  if (!rule) return null
  const fen = (field: string) => parseYuan((values[field] ?? '').trim() || '0')
  const [plus, minus] = [rule.plus.map(fen), rule.minus.map(fen)]
  if ([...plus, ...minus].includes(null)) return null
  const sum = (all: readonly (number | null)[]) => all.reduce<number>((total, one) => total + (one ?? 0), 0)
  return yuan(sum(plus) - sum(minus))
}

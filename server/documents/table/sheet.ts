import type { TableColumn } from '@shared/facts/disclosure/columnTypes'
import { TABLES, type TableForm } from '@shared/facts/disclosure/tableColumns'
import { AS_TEXT, BORDER, type Row, type Worksheet } from '../xlsx/write'

export const offeredColumns = (form: TableForm): (TableColumn & { header: string })[] =>
  form.columns.filter((column): column is TableColumn & { header: string } => column.header !== null)

/** Drop-down values by column. */
export type Choices = Readonly<Record<string, readonly string[]>>

const isListable = (values: readonly string[]) =>
  values.length > 0 && values.every(value => !/[",]/.test(value)) && values.join(',').length <= 250

export function asHead(row: Row): void {
  row.font = { bold: true }
  row.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true }
  row.eachCell(cell => {
    cell.border = BORDER
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF7F5F0' } }
  })
}

/** Unlocks `count` rows from `first` on for typing; the rows above stay locked. */
export function openRows(
  sheet: Worksheet,
  [first, count]: readonly [number, number],
  columns: readonly TableColumn[],
  choices: Choices,
): void {
  // prettier-ignore
  columns.forEach(({ field, width }, at) => {
    sheet.getColumn(at + 1).width = width
    const offered = choices[field] ?? []
    for (let row = first; row < first + count; row += 1) {
      const cell = sheet.getCell(row, at + 1)
      cell.protection = { locked: false }
      cell.numFmt = AS_TEXT
      if (isListable(offered)) {
        cell.dataValidation = { type: 'list', allowBlank: true, formulae: [`"${offered.join(',')}"`], showErrorMessage: field === 'direction', errorTitle: '请从列表里选', error: offered.join('、') } // prettier-ignore
      }
    }
  })
}

/** Protects the head against accidental changes, without a password. */
export const protectHead = (sheet: Worksheet): Promise<void> =>
  sheet.protect('', { selectLockedCells: true, insertRows: true, deleteRows: true, formatColumns: true, sort: true, autoFilter: true }) // prettier-ignore

export const DIRECTION_CHOICES: Choices = {
  direction: [TABLES.directions.income[0], TABLES.directions.expense[0]],
}

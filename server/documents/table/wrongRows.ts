import { TABLES } from '@shared/facts/disclosure/tableColumns'
import type { TableRead } from '@shared/contract/disclosure/tableImport'
import { escapeFormula } from '../xlsx/escapeFormula'
import { DIRECTION_CHOICES, asHead, offeredColumns, openRows } from './sheet'
import { newWorkbook, workbookBytes } from '../xlsx/write'

const FAULT_WIDTH = 60

const shown = (field: string, value: string): string => {
  if (field !== 'direction') return value
  return value === 'income' || value === 'expense' ? TABLES.directions[value][0] : value
}

/**
 * Writes the table of faulty rows 只含错行的表: each with its faults and its original row number, so that the
 * corrected rows replace them on re-import. Null without faults.
 */
export async function writeWrongRows({ table, rows, faults }: TableRead): Promise<Buffer | null> {
  if (faults.length === 0) return null
  const form = TABLES.forms[table]
  const columns = offeredColumns(form)
  const book = await newWorkbook()
  const sheet = book.addWorksheet(form.sheet, { views: [{ state: 'frozen', ySplit: 1 }] })
  const told = new Map<number, string[]>()
  for (const { index, message } of faults) told.set(index, [...(told.get(index) ?? []), message])
  const head = [TABLES.rowNumberHeader, ...columns.map(({ header }) => header), TABLES.faultHeader]
  asHead(sheet.addRow(head))
  openRows(sheet, [2, told.size], [{ ...columns[0]!, field: 'row' }, ...columns], DIRECTION_CHOICES)
  sheet.getColumn(head.length).width = FAULT_WIDTH
  let at = 2
  for (const [index, messages] of told) {
    const { row, values } = rows[index]!
    const cells = columns.map(({ field }) => escapeFormula(shown(field, values[field] ?? '')))
    sheet.getRow(at++).values = [String(row), ...cells, escapeFormula(messages.join('\n'))]
  }
  return workbookBytes(book)
}

import type { PowerItem } from '@shared/contract/power/item'
import { newWorkbook, workbookBytes } from '../xlsx/write'
import { type Values, cellsOf } from './cells'
import { SHEETS, type SheetKey } from './columns'

const ENTRIES = ['conditions', 'materials', 'negative'] as const

/** Returns the rows of each sheet, in the order of the list. */
function rowsOf(items: readonly PowerItem[]): Record<SheetKey, Values[]> {
  const of = <T extends object>(item: PowerItem, rows: readonly T[]): Values[] =>
    rows.map(row => ({ item: item.code, ...row }))
  const inStep = <T extends object>(item: PowerItem, step: string, rows: readonly T[]): Values[] =>
    rows.map(row => ({ item: item.code, step, ...row }))
  return {
    items: items.map(item => ({ ...item })),
    basis: items.flatMap(item => of(item, item.basis)),
    entries: items.flatMap(item =>
      ENTRIES.flatMap(kind =>
        of(
          item,
          item[kind].map(text => ({ kind, text })),
        ),
      ),
    ),
    steps: items.flatMap(item => of(item, item.steps)),
    ways: items.flatMap(item => item.steps.flatMap(step => inStep(item, step.id, step.next))),
    risks: items.flatMap(item => item.steps.flatMap(step => inStep(item, step.id, step.risks))),
  }
}

/**
 * Writes a power list as a workbook: one sheet for each part, text cells only; `readPowerFile` reads it without loss.
 */
export async function writePowerWorkbook(items: readonly PowerItem[]): Promise<Buffer> {
  const book = await newWorkbook()
  const rows = rowsOf(items)
  for (const key of Object.keys(SHEETS) as SheetKey[]) {
    const { name, columns } = SHEETS[key]
    const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] })
    sheet.addRow(columns.map(({ header }) => header)).font = { bold: true }
    for (const row of rows[key]) sheet.addRow(cellsOf(row, columns))
    for (const [at, { path }] of columns.entries()) {
      sheet.getColumn(at + 1).width = /action|text|summary|checks|control|risk$/.test(path) ? 40 : 14
    }
  }
  return workbookBytes(book)
}

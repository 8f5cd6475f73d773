import { type RegisterForm, type SheetForm, sheetForm } from '@shared/facts/disclosure/sheets'
import { TABLES, type TableKind } from '@shared/facts/disclosure/tableColumns'
import { emptyLine, emptyRecipient } from '../../draft/toDraft'
import { emptySheetRow } from '../../draft/sheets'
import type { TableDraft } from '../../draft/fromTable'
import type { LineDraft, RecipientDraft, SheetRowDraft } from '../../draft/types'

/** A column of the grid 表格编辑. */
export interface GridColumn {
  /** Field of the row; `income` and `expense` are the amount with its direction. */
  id: string
  label: string
  kind: 'text' | 'name' | 'party' | 'date' | 'yuan' | 'count' | 'area'
  required: boolean
  /** Width in characters. */
  width: number
  /** Numbers the rows: filled down it counts on. */
  counts?: boolean
  /** Its total is shown below. */
  summed?: boolean
}

type Row = LineDraft | RecipientDraft | SheetRowDraft

const column = (
  id: string,
  label: string,
  kind: GridColumn['kind'],
  width: number,
  required = false,
): GridColumn => ({ id, label, kind, width, required })

const MONEY: readonly GridColumn[] = [
  column('date', '日期', 'date', 9, true),
  column('item', '收支事项', 'text', 20, true),
  { ...column('income', '收入（元）', 'yuan', 11), summed: true },
  { ...column('expense', '支出（元）', 'yuan', 11), summed: true },
  column('handler', '经手人', 'text', 7),
  { ...column('voucher', '凭证号', 'text', 7), counts: true },
]

const RECIPIENTS: readonly GridColumn[] = [
  column('name', '姓名', 'name', 8, true),
  column('group', '村民小组', 'text', 8),
  column('scheme', '补贴项目', 'text', 16, true),
  column('standard', '标准', 'text', 12),
  { ...column('persons', '人数', 'count', 6, true), summed: true },
  { ...column('amountFen', '金额（元）', 'yuan', 11, true), summed: true },
]

const ofSheet = (form: SheetForm): GridColumn[] =>
  form.columns
    .filter(({ kind }) => kind !== 'line')
    .map(({ field, header, kind, required, width, summed }) => ({
      id: field,
      label: header,
      kind: kind as GridColumn['kind'],
      required: required && form.kind === 'register',
      width: Math.max(8, Math.round(width / 2)),
      ...(summed && { summed }),
    }))

/** Returns the columns of a table of the form. */
export function columnsOf(block: TableDraft): readonly GridColumn[] {
  if (block.type === 'money') return MONEY
  return block.type === 'recipients' ? RECIPIENTS : ofSheet(sheetForm(block.sheet))
}

export const kindOf = (block: TableDraft): TableKind => (block.type === 'sheet' ? block.sheet : block.type)

/** Returns the names of the lines of a statement, which are fixed; null where rows can be added. */
export function fixedNames(block: TableDraft): readonly string[] | null {
  const form = block.type === 'sheet' ? sheetForm(block.sheet) : null
  return form?.kind === 'statement' ? form.lines.map(({ name }) => name) : null
}

export const rowsOf = (block: TableDraft): readonly Row[] =>
  block.type === 'money' ? block.lines : block.rows

export const registerOf = (block: TableDraft): RegisterForm | null => {
  const form = block.type === 'sheet' ? sheetForm(block.sheet) : null
  return form?.kind === 'register' ? form : null
}

/** Name of the list in the paths of fields and faults. */
export const listOf = (block: TableDraft): 'lines' | 'rows' => (block.type === 'money' ? 'lines' : 'rows')

function emptyRow(block: TableDraft): Row {
  if (block.type === 'money') return emptyLine()
  if (block.type === 'recipients') return { ...emptyRecipient(), persons: '' }
  const register = registerOf(block)
  return register ? emptySheetRow(register) : { values: {} }
}

/** Returns the block with other rows of its own kind. */
function withRows(block: TableDraft, rows: readonly Row[]): TableDraft {
  if (block.type === 'money') return { ...block, lines: rows as LineDraft[] }
  return block.type === 'recipients'
    ? { ...block, rows: rows as RecipientDraft[] }
    : { ...block, rows: rows as SheetRowDraft[] }
}

const isSide = (id: string): id is 'income' | 'expense' => id === 'income' || id === 'expense'

function textIn(row: Row, id: string): string {
  if ('values' in row) return row.values[id] ?? ''
  if (isSide(id)) return 'direction' in row && row.direction === id ? row.amountFen : ''
  const value = (row as unknown as Record<string, unknown>)[id]
  return typeof value === 'string' ? value : ''
}

/** Text of a cell as stored; a row behind the last one is empty. */
export function cellText(block: TableDraft, row: number, id: string): string {
  const found = rowsOf(block)[row]
  return found ? textIn(found, id) : ''
}

const NOUGHT = /^[-—–]?$|^0(?:\.0{1,2})?$/

/** The other side's amount stays when this side is emptied or nought. */
function lineWith(line: LineDraft, side: 'income' | 'expense', text: string): LineDraft {
  if (line.direction === side || line.amountFen.trim() === '') {
    return { ...line, direction: side, amountFen: text }
  }
  return NOUGHT.test(text.trim()) ? line : { ...line, direction: side, amountFen: text }
}

function rowWith(row: Row, id: string, text: string): Row {
  if ('values' in row) return { ...row, values: { ...row.values, [id]: text } }
  return isSide(id) ? lineWith(row as LineDraft, id, text) : { ...row, [id]: text }
}

export interface CellChange {
  row: number
  /** Id of the column. */
  id: string
  text: string
}

/** Writes cells; rows are added up to the last one that gets a text. Lines of a statement are never added. */
export function withCells(block: TableDraft, changes: readonly CellChange[]): TableDraft {
  const rows = [...rowsOf(block)]
  const fixed = fixedNames(block) !== null
  for (const { row, id, text } of changes) {
    if (row >= TABLES.mostRows || (row >= rows.length && (fixed || text === ''))) continue
    while (rows.length <= row) rows.push(emptyRow(block))
    rows[row] = rowWith(rows[row]!, id, text)
  }
  return withRows(block, rows)
}

export function insertRow(block: TableDraft, at: number): TableDraft {
  const rows = rowsOf(block)
  if (fixedNames(block) || at > rows.length) return block
  return withRows(block, [...rows.slice(0, at), emptyRow(block), ...rows.slice(at)])
}

/** Removes the rows from `from` to `to`, both inclusive. */
export function removeRows(block: TableDraft, from: number, to: number): TableDraft {
  if (fixedNames(block)) return block
  return withRows(
    block,
    rowsOf(block).filter((_, index) => index < from || index > to),
  )
}

/** True if no cell of the row has a text. */
export const isBlankRow = (block: TableDraft, row: number): boolean =>
  columnsOf(block).every(({ id }) => cellText(block, row, id).trim() === '')

/** Returns the column that shows a field of a fault: the amount of a line is in the column of its direction. */
export function columnOfField(block: TableDraft, row: number, field: string): string {
  if (block.type !== 'money') return field
  const line = block.lines[row]
  if (field !== 'amountFen' && field !== 'direction') return field
  return line?.direction === 'income' ? 'income' : 'expense'
}

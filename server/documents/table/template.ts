import type { TableColumn } from '@shared/facts/disclosure/columnTypes'
import { TABLES, type TableKind } from '@shared/facts/disclosure/tableColumns'
import { statementOf } from '@server/domain/tableImport'
import { escapeFormula } from '../xlsx/escapeFormula'
import { AS_TEXT, newWorkbook, ON_PAPER, workbookBytes } from '../xlsx/write'
import { type Choices, DIRECTION_CHOICES, asHead, offeredColumns, openRows, protectHead } from './sheet' // prettier-ignore

export interface TemplateInput {
  table: TableKind
  title: string
  choices: Choices
  /** Known figures, as text by field. */
  stated: Readonly<Record<string, string>>
  /** Existing rows: those of a register, the lines of a statement. Without them an example row is shown. */
  rows: readonly (readonly string[])[]
}

const NAME_RULE = '姓名只写姓，后面用 * 代替；写了全名的，导入时也只留姓。'
const HELP = [
  '从第 5 行起填，一行一笔；“例：”开头的那一行只是示范，不会导入。',
  '日期写 2026-03-05、2026/3/5、2026年3月5日都行；金额写 1234.50、1,234.50元、3.5万都行。',
  '不要写身份证号、银行卡号、电话、住址：有这些列也不会导入。',
  '表里的合计、期末余额会和各行加起来的数核对，不一致会告诉您。',
  '同一份表可以重新导入，不会重复。',
]

const SHEET_HELP = [
  '上期的行已经带过来：没变的不动，变了的改，没有了的删掉，新增的写在下面。',
  '期末数要等于期初加本期增加、减本期减少；不一致会告诉您是哪一行。',
  ...HELP.slice(1, 3),
  '个人只写姓，后面用 * 代替；单位写全称。',
]
const STATEMENT_HELP = [
  '一行一个项目，项目名称不要改；没有的项目空着。',
  '合计行可以空着，会自动加；填了的会核对，不一致会告诉您是哪一行。',
  '也可以直接导入账上打印出来的两栏报表，不用照这张模板。',
]
const helpOf = (table: TableKind): readonly string[] => {
  if (table === 'recipients') return [NAME_RULE, ...HELP]
  if (table === 'money') return HELP
  return statementOf(table) ? STATEMENT_HELP : SHEET_HELP
}

const TITLE_ROW = 1
const STATED_ROW = 2
const HEAD_ROW = 3
const EXAMPLE_ROW = 4
/** Number of unlocked rows. */
const OPEN_ROWS = 1_000

const exampleOf = (columns: readonly TableColumn[]): string[] =>
  columns.map(({ example }, at) => (at === 0 ? `${TABLES.exampleMark}${example}` : example))

/**
 * Writes a template 表格模板: protected Chinese headers, an example row, drop-downs; its stated totals are read back.
 */
export async function writeTemplate({ table, title, choices, stated, rows }: TemplateInput): Promise<Buffer> {
  const form = TABLES.forms[table]
  const columns = offeredColumns(form)
  const book = await newWorkbook()
  const sheet = book.addWorksheet(form.sheet, {
    views: [{ state: 'frozen', ySplit: HEAD_ROW }],
    pageSetup: ON_PAPER,
  })
  sheet.getCell(TITLE_ROW, 1).value = escapeFormula(title)
  sheet.getCell(TITLE_ROW, 1).font = { bold: true, size: 16 }
  form.stated.forEach(({ field, header }, at) => {
    sheet.getCell(STATED_ROW, at * 2 + 1).value = header
    const cell = sheet.getCell(STATED_ROW, at * 2 + 2)
    cell.value = stated[field] ?? ''
    cell.numFmt = AS_TEXT
    cell.protection = { locked: false }
  })
  sheet.getRow(HEAD_ROW).values = columns.map(({ header, required }) => `${header}${required ? '*' : ''}`)
  asHead(sheet.getRow(HEAD_ROW))
  openRows(sheet, [EXAMPLE_ROW, OPEN_ROWS], columns, { ...choices, ...DIRECTION_CHOICES })
  rows.forEach((cells, at) => {
    sheet.getRow(EXAMPLE_ROW + at).values = cells.map(escapeFormula)
  })
  if (rows.length === 0) {
    sheet.getRow(EXAMPLE_ROW).values = exampleOf(columns)
    sheet.getRow(EXAMPLE_ROW).font = { italic: true, color: { argb: 'FF4A5157' } }
  }
  await protectHead(sheet)
  const help = book.addWorksheet('填写说明')
  help.getColumn(1).width = 80
  for (const line of helpOf(table)) help.addRow([line])
  return workbookBytes(book)
}

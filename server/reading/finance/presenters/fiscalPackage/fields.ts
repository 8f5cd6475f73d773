import { FINANCE_CLASSES } from '@shared/facts/reading/financeClasses'
import { periodLabel } from '@shared/common/period'
import { statementTotals } from '@shared/content/statement'
import type { ContentBlock, MoneyLine } from '@shared/contract/disclosure/notice'

type Money = Extract<ContentBlock, { type: 'money' }>

/** A statement of a published account with its notice. */
export interface Statement {
  noticeId: string
  edition: number
  title: string
  period: string
  /** Day of publication in China. */
  publishedOn: string
  /** Address of the notice's page. */
  url: string
  block: Money
}

/** A field of a table: its description in the standard, and its value. */
export interface Field<Thing> {
  name: string
  type: 'string' | 'date' | 'number' | 'integer'
  title: string
  description: string
  /** Fiscal concept, ColumnType of Fiscal Data Package 1.0. */
  columnType?: string
  constraints?: { required?: true; enum?: readonly string[] }
  of: (thing: Thing) => string
}

/** Converts fen to the standard's number format: yuan with a decimal point, no thousands separator. */
export function plainYuan(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0')
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

const classOf = (direction: MoneyLine['direction']) =>
  FINANCE_CLASSES.classes.find(({ side }) => side === direction)!

const REQUIRED = { required: true } as const

const ofNotice = <Thing extends Statement>(): Field<Thing>[] => [
  { name: 'period', type: 'string', title: '所属期', description: '公开所属期：月 2026-03、季度 2026Q1、年 2026', of: one => one.period }, // prettier-ignore
  { name: 'period_label', type: 'string', title: '所属期名称', description: '所属期的中文写法', of: one => periodLabel(one.period) }, // prettier-ignore
  { name: 'notice_id', type: 'string', title: '公示编号', description: '这一行出自哪一条公示', constraints: REQUIRED, of: one => one.noticeId }, // prettier-ignore
  { name: 'notice_edition', type: 'integer', title: '公示版次', description: '更正一次加一版；这里总是现行的一版', of: one => String(one.edition) }, // prettier-ignore
  {
    name: 'notice_title',
    type: 'string',
    title: '公示标题',
    description: '公示的标题',
    of: one => one.title,
  },
  { name: 'notice_published', type: 'date', title: '公开日期', description: '这一版在中国公开的日期', of: one => one.publishedOn }, // prettier-ignore
  { name: 'notice_url', type: 'string', title: '公示网址', description: '公示页面，可以核对和核验', of: one => one.url }, // prettier-ignore
]

export type Line = Statement & { line: MoneyLine; nth: number }

/** Fields of the table with one row for each entry of an account. */
export const LINE_FIELDS: readonly Field<Line>[] = [
  { name: 'id', type: 'string', title: '行号', description: '公示编号、表名和行次，全包不重复', columnType: 'transaction-id:code', constraints: REQUIRED, of: one => `${one.noticeId}/${one.block.label}/${one.nth}` }, // prettier-ignore
  { name: 'date', type: 'date', title: '日期', description: '这一笔的日期', columnType: 'date:generic', constraints: REQUIRED, of: one => one.line.date }, // prettier-ignore
  { name: 'direction', type: 'string', title: '收支方向', description: 'income 收入，expense 支出', columnType: 'direction', constraints: { required: true, enum: ['income', 'expense'] }, of: one => one.line.direction }, // prettier-ignore
  { name: 'amount', type: 'number', title: '金额', description: '人民币元，两位小数，总是正数；方向另列', columnType: 'value', constraints: REQUIRED, of: one => plainYuan(one.line.amountFen) }, // prettier-ignore
  { name: 'class_code', type: 'string', title: '类别代码', description: `财务公开八类内容的代码；${FINANCE_CLASSES.source}`, columnType: 'economic-classification:generic:level1:code', of: one => classOf(one.line.direction).code }, // prettier-ignore
  { name: 'class', type: 'string', title: '类别', description: '财务公开八类内容的名称', columnType: 'economic-classification:generic:level1:label', of: one => classOf(one.line.direction).name }, // prettier-ignore
  { name: 'item', type: 'string', title: '事项', description: '公示上写的事项', columnType: 'activity:generic:label', constraints: REQUIRED, of: one => one.line.item }, // prettier-ignore
  { name: 'handler', type: 'string', title: '经手人', description: '公示上写的经手人，没有写的空着；公示没有公开的往来方这里也没有', of: one => one.line.handler ?? '' }, // prettier-ignore
  { name: 'voucher', type: 'string', title: '凭证号', description: '公示上写的凭证号', of: one => one.line.voucher ?? '' }, // prettier-ignore
  ...ofNotice<Line>(),
]

/** Fields of the table with one row for each statement: opening + income − expense = closing, as published. */
export const BALANCE_FIELDS: readonly Field<Statement>[] = [
  { name: 'id', type: 'string', title: '表号', description: '公示编号和表名', columnType: 'transaction-id:code', constraints: REQUIRED, of: one => `${one.noticeId}/${one.block.label}` }, // prettier-ignore
  { name: 'opening', type: 'number', title: '期初余额', description: '人民币元', of: one => plainYuan(one.block.openingFen) }, // prettier-ignore
  { name: 'income', type: 'number', title: '收入合计', description: '人民币元，按各笔相加', of: one => plainYuan(statementTotals(one.block).incomeFen) }, // prettier-ignore
  { name: 'expense', type: 'number', title: '支出合计', description: '人民币元，按各笔相加', of: one => plainYuan(statementTotals(one.block).expenseFen) }, // prettier-ignore
  { name: 'closing', type: 'number', title: '期末余额', description: '人民币元，公示上写的', of: one => plainYuan(one.block.closingFen) }, // prettier-ignore
  ...ofNotice<Statement>(),
]

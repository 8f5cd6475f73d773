import { flatMap } from '../../common/lists'
import { yuan } from '../../common/money'
import { dateLabel, periodLabel } from '../../common/period'
import type { Attachment, ContentBlock, NoticeContent, SheetBlock } from '../../contract/disclosure/notice'
import { type SheetForm, sheetForm } from '../../facts/disclosure/sheets'
import { cellText } from '../sheet'

/** A value of a content with its name in words; two values differ exactly when their texts do. */
export interface Cell {
  label: string
  /** Empty for a missing value. */
  text: string
}

export interface Row {
  cells: Cell[]
  /** Names by which a row is found again in another content, the surest first. */
  keys: string[]
}

/** A block, or the head of the content, as cells and rows. */
export interface Part {
  /** Kind of block; parts of different kinds are never the same. */
  kind: string
  label: string
  cells: Cell[]
  rows: Row[]
  /** Measure word of a row 笔、行; null: rows have no number, their cells name them. */
  unit: string | null
}

const HASH_CHARS = 12
const DIRECTIONS = { income: '收入', expense: '支出' } as const

const cell = (label: string, text: string | number | undefined): Cell => ({ label, text: String(text ?? '') })
const sum = (label: string, fen: number): Cell => ({ label, text: yuan(fen) })
const keyOf = (...parts: (string | number | undefined)[]): string => JSON.stringify(parts)
const fileText = ({ name, sha256 }: Attachment): string => `${name}（指纹 ${sha256.slice(0, HASH_CHARS)}）`

type BlockOf<T extends ContentBlock['type']> = Extract<ContentBlock, { type: T }>

function moneyRow(line: BlockOf<'money'>['lines'][number]): Row {
  const { date, direction, item, amountFen, handler, voucher, images = [] } = line
  return {
    cells: [
      cell('日期', dateLabel(date)),
      cell('收支方向', DIRECTIONS[direction]),
      cell('收支事项', item),
      sum('金额（元）', amountFen),
      cell('经手人', handler),
      cell('凭证号', voucher),
      cell('凭证图片', images.map(fileText).join('、')),
    ],
    keys: [
      keyOf(direction, item, date, voucher),
      keyOf(direction, item, date),
      keyOf(direction, item),
      keyOf(direction, date, amountFen),
    ],
  }
}

function recipientRow(row: BlockOf<'recipients'>['rows'][number]): Row {
  const { name, group, scheme, standard, persons, amountFen, households } = row
  return {
    cells: [
      cell('姓名', name),
      cell('村民小组', group),
      cell('补贴项目', scheme),
      cell('标准', standard),
      cell('人数', persons),
      sum('金额（元）', amountFen),
      cell('户数', households),
    ],
    keys: [keyOf(name, group, scheme, amountFen), keyOf(name, group, scheme), keyOf(name, scheme)],
  }
}

function sheetRow(form: SheetForm, row: SheetBlock['rows'][number]): Row {
  if (form.kind === 'register') {
    return {
      cells: form.columns.map(column => cell(column.header, cellText(column, row[column.field]))),
      keys: [keyOf(...form.key.map(field => row[field])), keyOf(row[form.key[0]!])],
    }
  }
  const name = form.lines.find(({ code }) => code === row.line)?.name ?? String(row.line)
  const columns = form.columns.filter(({ kind }) => kind !== 'line')
  return {
    cells: columns.map(column => cell(`${name} ${column.header}`, cellText(column, row[column.field]))),
    keys: [keyOf(row.line)],
  }
}

const fileRow = (file: Attachment): Row => ({
  cells: [cell('文件', fileText(file))],
  keys: [keyOf(file.sha256), keyOf(file.name)],
})

/** Says a text by paragraphs, so that a change in one shows that one. */
const paragraphRow = (text: string): Row => ({ cells: [cell('', text)], keys: [keyOf(text)] })

function sheetPart(block: SheetBlock): Part {
  const form = sheetForm(block.sheet)
  return {
    kind: `sheet ${block.sheet}`,
    label: block.label,
    cells: [],
    rows: block.rows.map(row => sheetRow(form, row)),
    unit: form.kind === 'register' ? form.row : null,
  }
}

/** Returns a block as cells and rows. */
export function partOf(block: ContentBlock): Part {
  switch (block.type) {
    case 'text':
      return {
        kind: 'text',
        label: block.label,
        cells: [],
        rows: block.text.split('\n').map(paragraphRow),
        unit: '段',
      }
    case 'facts':
      return {
        kind: 'facts',
        label: block.label,
        cells: [],
        rows: flatMap(block.entries, ({ label, value }): Row[] =>
          value === '' ? [] : [{ cells: [cell(label, value)], keys: [keyOf(label)] }],
        ),
        unit: null,
      }
    case 'money':
      return {
        kind: 'money',
        label: block.label,
        cells: [sum('期初余额（元）', block.openingFen), sum('期末余额（元）', block.closingFen)],
        rows: block.lines.map(moneyRow),
        unit: '笔',
      }
    case 'recipients':
      return {
        kind: 'recipients',
        label: block.label,
        cells: [cell('合计人数', block.totalPersons), sum('合计金额（元）', block.totalFen)],
        rows: block.rows.map(recipientRow),
        unit: '行',
      }
    case 'sheet':
      return sheetPart(block)
    case 'attachments':
      return {
        kind: 'attachments',
        label: block.label,
        cells: [],
        rows: block.files.map(fileRow),
        unit: '个',
      }
    case 'nothing':
      return { kind: 'nothing', label: '本期无发生', cells: [cell('说明', block.note)], rows: [], unit: null }
  }
}

/** Returns the head of a content: title and period. */
export const headOf = ({ title, period }: NoticeContent): Part => ({
  kind: 'head',
  label: '',
  cells: [cell('标题', title), cell('所属时间', periodLabel(period))],
  rows: [],
  unit: null,
})

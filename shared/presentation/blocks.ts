import { flatMap } from '../common/lists'
import type { ContentBlock, MoneyLine } from '../contract/disclosure/notice'
import type { PresentedBlock } from '../contract/disclosure/presentation'
import { yuan } from '../common/money'
import { dateLabel } from '../common/period'
import { recipientTotals, statementTotals } from '../content/statement'
import { fileSize, uniqueId } from './format'
import { EXCEPT_SMALL, SMALL_CELL, shownRecipients } from './recipients'

type BlockOf<T extends ContentBlock['type']> = Extract<ContentBlock, { type: T }>
type ViewOf<T extends PresentedBlock['kind']> = Extract<PresentedBlock, { kind: T }>

const NONE = '—'

export function presentText(block: BlockOf<'text'>, id: string): ViewOf<'text'> {
  const paragraphs = block.text.split(/\n+/).map(line => line.trim())
  return { kind: 'text', id, label: block.label, paragraphs: paragraphs.filter(Boolean) }
}

/**
 * Presents elements 要素 as rows of name and value, then the elements that the catalogue requires and the notice
 * lacks.
 */
export function presentFacts(
  block: BlockOf<'facts'>,
  id: string,
  missing: readonly string[],
): ViewOf<'facts'> {
  const rowId = uniqueId()
  const given = block.entries.map(entry => ({
    id: rowId(entry.label),
    label: entry.label,
    value: entry.value || '未填写',
    missing: entry.value === '',
  }))
  const absent = missing.map(label => ({ id: rowId(label), label, value: '未填写', missing: true }))
  return { kind: 'facts', id, label: block.label, rows: [...given, ...absent] }
}

/** Presents a money statement 收支表: every line, then opening balance, totals and closing balance. */
export function presentMoney(block: BlockOf<'money'>, id: string): ViewOf<'table'> {
  const rowId = uniqueId()
  const { incomeFen, expenseFen } = statementTotals(block)
  return {
    kind: 'table',
    id,
    label: block.label,
    unit: '元',
    columns: [
      { id: 'date', label: '日期', align: 'left' },
      { id: 'item', label: '事项', align: 'left' },
      { id: 'income', label: '收入', align: 'right', unit: '元' },
      { id: 'expense', label: '支出', align: 'right', unit: '元' },
      { id: 'handler', label: '经手人', align: 'left' },
      { id: 'voucher', label: '凭证号', align: 'left' },
    ],
    rows: block.lines.map(line => ({
      id: rowId(`${line.date}|${line.direction}|${line.item}`),
      cells: [
        dateLabel(line.date),
        line.item,
        line.direction === 'income' ? yuan(line.amountFen) : NONE,
        line.direction === 'expense' ? yuan(line.amountFen) : NONE,
        line.handler || NONE,
        line.voucher || NONE,
      ],
    })),
    totals: [
      { id: 'opening', label: '期初余额', value: yuan(block.openingFen), unit: '元' },
      { id: 'income', label: '收入合计', value: yuan(incomeFen), unit: '元' },
      { id: 'expense', label: '支出合计', value: yuan(expenseFen), unit: '元' },
      { id: 'closing', label: '期末余额', value: yuan(block.closingFen), unit: '元' },
    ],
  }
}

/** Presents a recipient table 发放明细: every row and the totals; count-only groups 只公开人数 without names. */
export function presentRecipients(block: BlockOf<'recipients'>, id: string): ViewOf<'table'> {
  const rowId = uniqueId()
  const { rows, small, households, persons, fen } = shownRecipients(block)
  const except = small.length > 0 ? EXCEPT_SMALL : ''
  const totals = [
    ...(households === null
      ? []
      : [{ id: 'households', label: `户数${except}`, value: String(households), unit: '户' }]),
    { id: 'persons', label: `人数合计${except}`, value: String(persons), unit: '人' },
    { id: 'amount', label: `金额合计${except}`, value: yuan(fen), unit: '元' },
  ]
  return {
    kind: 'table',
    id,
    label: block.label,
    unit: '元',
    columns: [
      { id: 'name', label: '姓名', align: 'left' },
      { id: 'group', label: '组别', align: 'left' },
      { id: 'scheme', label: '项目', align: 'left' },
      { id: 'standard', label: '标准', align: 'left' },
      { id: 'persons', label: '人数', align: 'right', unit: '人' },
      { id: 'amount', label: '金额', align: 'right', unit: '元' },
    ],
    rows: [...rows, ...small].map(row => ({
      id: rowId([row.name, row.group ?? '', row.scheme].join('|')),
      cells: [
        row.name,
        row.group || NONE,
        row.scheme,
        row.standard || NONE,
        small.includes(row) ? `<${SMALL_CELL}` : String(row.persons),
        small.includes(row) ? NONE : yuan(row.amountFen),
      ],
    })),
    totals: rows.length === 0 && small.length > 0 ? [] : totals,
  }
}

export function presentFiles(block: BlockOf<'attachments'>, id: string): ViewOf<'files'> {
  const rowId = uniqueId()
  const files = block.files.map(file => ({
    id: rowId(file.name),
    name: file.name,
    size: fileSize(file.bytes),
    sha256: file.sha256,
  }))
  return { kind: 'files', id, label: block.label, files }
}

const ENDING = /\.\w+$/

/** Names a voucher picture, e.g. `2026年3月5日 道路清扫（凭证 002）第 2 张.jpg`. */
function voucherName({ date, item, voucher, images = [] }: MoneyLine, at: number): string {
  const number = voucher ? `（凭证 ${voucher}）` : ''
  const which = images.length > 1 ? `第 ${at + 1} 张` : ''
  return `${dateLabel(date)} ${item}${number}${which}${ENDING.exec(images[at]!.name)?.[0] ?? ''}`
}

/**
 * Lists the vouchers 凭证 of a money statement in line order, each with its file extension; null if no line has a
 * picture.
 */
export function presentVouchers(block: BlockOf<'money'>, id: string): ViewOf<'files'> | null {
  const rowId = uniqueId()
  const files = flatMap(block.lines, line =>
    (line.images ?? []).map((file, index) => ({
      id: rowId(file.sha256),
      name: voucherName(line, index),
      size: fileSize(file.bytes),
      sha256: file.sha256,
    })),
  )
  return files.length > 0 ? { kind: 'files', id, label: '凭证', files } : null
}

/** Builds the bars 收支图 of a money statement; null if all amounts are zero. */
export function moneyBars(block: BlockOf<'money'>, id: string): ViewOf<'bars'> | null {
  const { incomeFen, expenseFen } = statementTotals(block)
  return bars(id, '收支图', [
    { id: 'income', label: '收入', fen: incomeFen },
    { id: 'expense', label: '支出', fen: expenseFen },
    { id: 'closing', label: '期末余额', fen: block.closingFen },
  ])
}

/** Builds the bars by scheme 分项目图 of a recipient table; null if there is only one scheme. */
export function recipientBars(block: BlockOf<'recipients'>, id: string): ViewOf<'bars'> | null {
  const shown = shownRecipients(block)
  const schemes = [...new Set(shown.rows.map(row => row.scheme))]
  if (schemes.length < 2) return null
  const sums = schemes.map(scheme => {
    const rows = shown.rows.filter(row => row.scheme === scheme)
    return { id: scheme, label: scheme, fen: recipientTotals({ ...block, rows }).fen }
  })
  return bars(id, '分项目图', sums)
}

/** Scales amounts to bars, the longest at full width; null if there is nothing to draw. */
export function bars(
  id: string,
  label: string,
  values: { id: string; label: string; fen: number }[],
): ViewOf<'bars'> | null {
  const longest = Math.max(...values.map(value => Math.abs(value.fen)), 0)
  if (longest === 0) return null
  return {
    kind: 'bars',
    id,
    label,
    unit: '元',
    bars: values.map(value => ({
      id: value.id,
      label: value.label,
      text: yuan(value.fen),
      permille: Math.round((Math.max(value.fen, 0) / longest) * 1000),
    })),
  }
}

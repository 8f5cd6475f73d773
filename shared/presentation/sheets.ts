import {
  type RegisterForm,
  type SheetColumn,
  type StatementForm,
  sheetForm,
} from '../facts/disclosure/sheets'
import { yuan, yuanText } from '../common/money'
import { dateLabel, periodRange } from '../common/period'
import { areaText, cellText, lineAmounts, owedOf, sheetTotals } from '../content/sheet'
import type { SheetBlock } from '../contract/disclosure/notice'
import type { PresentedBlock } from '../contract/disclosure/presentation'
import { bars } from './blocks'
import { uniqueId } from './format'

type ViewOf<Kind extends PresentedBlock['kind']> = Extract<PresentedBlock, { kind: Kind }>

const NONE = '—'
const INSET = '　'
const MU = '亩'

/** Removes the unit from a header: the table head states it once. */
const plain = (header: string): string => header.replace(/（[元亩]）$/, '')

const isFigure = ({ kind }: SheetColumn): boolean => kind === 'yuan' || kind === 'area'

const unitOf = ({ kind }: SheetColumn): { unit?: string } =>
  kind === 'yuan' ? { unit: '元' } : kind === 'area' ? { unit: MU } : {}

/** Formats a total without its unit. */
const figureText = (column: SheetColumn, value: number | undefined): string =>
  cellText(column, value).replace(new RegExp(`${MU}$`), '')

/** Orders columns: key columns, then figures, then the rest, since a phone shows three columns at once. */
function orderedColumns({ columns, key }: RegisterForm, rows: SheetBlock['rows']): SheetColumn[] {
  const used = columns.filter(({ field, required }) => required || rows.some(row => row[field] !== undefined)) // prettier-ignore
  const isKey = ({ field }: SheetColumn) => key.includes(field)
  const rank = (column: SheetColumn) => (isKey(column) ? 0 : column.summed ? 1 : 2)
  return [...used].sort((a, b) => rank(a) - rank(b))
}

function registerTable(form: RegisterForm, { label, rows }: SheetBlock, id: string): ViewOf<'table'> {
  const rowId = uniqueId()
  const used = orderedColumns(form, rows)
  const totals = sheetTotals({ sheet: form.code, rows })
  return {
    kind: 'table',
    id,
    label,
    unit: '元',
    columns: used.map(column => ({
      id: column.field,
      label: plain(column.header),
      align: isFigure(column) ? 'right' : 'left',
      ...unitOf(column),
    })),
    rows: rows.map(row => ({
      id: rowId(form.key.map(field => row[field] ?? '').join('|')),
      cells: used.map(column => cellText(column, row[column.field]) || NONE),
    })),
    totals: used
      .filter(({ summed }) => summed)
      .map(column => ({
        id: column.field,
        label: `${plain(column.header)}合计`,
        value: figureText(column, totals[column.field]),
        ...unitOf(column),
      })),
  }
}

function statementTable(form: StatementForm, { label, rows }: SheetBlock, id: string): ViewOf<'table'> {
  const figures = form.columns.filter(({ kind }) => kind === 'yuan')
  const amounts = figures.map(({ field }) => lineAmounts(rows, field))
  return {
    kind: 'table',
    id,
    label,
    unit: '元',
    columns: form.columns.map(column => ({
      id: column.field,
      label: plain(column.header),
      align: isFigure(column) ? 'right' : 'left',
      ...unitOf(column),
    })),
    rows: form.lines.map(({ code, name, level }) => ({
      id: code,
      cells: [`${INSET.repeat(level)}${name}`, ...amounts.map(column => yuan(column.get(code) ?? 0))],
    })),
    totals: [],
  }
}

const nameOfLine = (form: StatementForm, code: string): string =>
  (form.lines.find(line => line.code === code)?.name ?? code).replace(/^[加减]：/, '')

function sheetBars(block: SheetBlock, id: string): ViewOf<'bars'> | null {
  const form = sheetForm(block.sheet)
  if (form.kind === 'statement') {
    const now = lineAmounts(block.rows, 'nowFen')
    return bars(id, `${block.label}图`, form.told.map(code => ({ id: code, label: nameOfLine(form, code), fen: now.get(code) ?? 0 }))) // prettier-ignore
  }
  const totals = sheetTotals(block)
  const amounts = form.saying.figures.filter(({ field }) => field.endsWith('Fen'))
  if (amounts.length < 2) return null
  return bars(id, `${block.label}图`, amounts.map(({ field, label }) => ({ id: field, label, fen: totals[field] ?? 0 }))) // prettier-ignore
}

/** Describes the rent still owed 应收租金 at the end of the period, overdue leases first. */
function owedText({ rows }: SheetBlock, period: string, id: string): ViewOf<'text'> | null {
  const owed = owedOf({ rows }, period)
  if (owed.length === 0) return null
  const end = dateLabel(periodRange(period).end)
  return {
    kind: 'text',
    id,
    label: '还没收到的租金',
    paragraphs: owed.map(({ row, fen, overdue }) => {
      const due = row.dueOn === undefined ? '' : `应在${dateLabel(String(row.dueOn))}前收，`
      const said = overdue ? `截至${end}已经过期` : `截至${end}还没有到期`
      return `${String(row.thing)}（${String(row.party)}）：${due}还欠${yuanText(fen)}，${said}。`
    }),
  }
}

/** Presents a register 台账 or statement 报表: chart, table and, for leases, the rent still owed. */
export function presentSheet(block: SheetBlock, id: string, period: string): PresentedBlock[] {
  const form = sheetForm(block.sheet)
  const table = form.kind === 'register' ? registerTable(form, block, id) : statementTable(form, block, id)
  const owed = block.sheet === 'leases' ? owedText(block, period, `${id}-owed`) : null
  return [sheetBars(block, `${id}-bars`), table, owed].filter(view => view !== null)
}

const valueText = (field: string, value: number): string =>
  field.endsWith('Fen') ? yuanText(value) : areaText(value)

function registerSaid(form: RegisterForm, block: SheetBlock, period: string): string {
  const { what, count, figures } = form.saying
  if (block.rows.length === 0) return `没有${what}`
  const totals = sheetTotals(block)
  const said = figures.map(({ field, label }) => `${label}${valueText(field, totals[field] ?? 0)}`)
  const overdue = block.sheet === 'leases' ? owedOf(block, period).filter(one => one.overdue).length : 0
  const late = overdue > 0 ? `，其中${overdue}份过期没收到` : ''
  return `${what}${block.rows.length}${count}，${said.join('，')}${late}`
}

function statementSaid(form: StatementForm, { rows }: SheetBlock): string {
  const now = lineAmounts(rows, 'nowFen')
  return form.told.map(code => `${nameOfLine(form, code)}${yuanText(now.get(code) ?? 0)}`).join('，')
}

/** Summarises the registers and statements of a notice in one sentence, with the key figure. */
export function sheetSummary(
  blocks: readonly SheetBlock[],
  period: string,
): { text: string; figure: ViewOf<'summary'>['figure'] } {
  // prettier-ignore
  const said = blocks.map(block => {
    const form = sheetForm(block.sheet)
    return form.kind === 'register' ? registerSaid(form, block, period) : statementSaid(form, block)
  })
  return {
    text: `截至${dateLabel(periodRange(period).end)}，${said.join('；')}。`,
    figure: figureOf(blocks[0]!),
  }
}

function figureOf(block: SheetBlock): ViewOf<'summary'>['figure'] {
  const form = sheetForm(block.sheet)
  if (form.kind === 'statement') {
    const [code] = form.told as [string]
    const fen = lineAmounts(block.rows, 'nowFen').get(code) ?? 0
    return { label: nameOfLine(form, code), text: yuan(fen), unit: '元' }
  }
  const { what } = form.saying
  const [{ field, label: name }] = form.saying.figures as [RegisterForm['saying']['figures'][number]]
  const total = sheetTotals(block)[field] ?? 0
  const label = `${what}${name}`
  return field.endsWith('Fen')
    ? { label, text: yuan(total), unit: '元' }
    : { label, text: areaText(total).replace(/亩$/, ''), unit: MU }
}

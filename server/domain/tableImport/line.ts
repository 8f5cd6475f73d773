import type { CellFault } from '@shared/contract/disclosure/tableImport'
import { TABLES } from '@shared/facts/disclosure/tableColumns'
import { type GridRow, textAt } from '../catalogue/grid'
import { parseDay, parseYuan } from '@shared/figures/parse'
import { type CellContext, readCell } from './cells'
import type { FoundColumn, Header } from './header'
import { cellPlace } from './words'

export interface LineRead {
  values: Record<string, string>
  faults: Omit<CellFault, 'index'>[]
  masked: boolean
}

const NO_AMOUNT = /^(?:[-—–/]*|0+(?:\.0+)?)$/

/** Checks for a later row of a merged cell: its figure would be counted twice. */
const isMergedFigure = (row: GridRow, rowIndex: number, { at, column }: FoundColumn): boolean => {
  const cell = row.cells[at]
  const counts = column.kind === 'yuan' || column.kind === 'count'
  return counts && cell !== undefined && cell.rowSpan > 1 && cell.row !== rowIndex
}

/** Combines two columns 收入 and 支出 into one amount and its direction. */
function oneAmount(row: GridRow, columns: readonly FoundColumn[]): FoundColumn | 'both' | null {
  const sides = columns.filter(({ column: { field } }) => field === 'income' || field === 'expense')
  const filled = sides.filter(({ at }) => !NO_AMOUNT.test(textAt(row, at).trim()))
  if (filled.length > 1) return 'both'
  return filled[0] ?? null
}

const isSide = ({ column: { field } }: FoundColumn) => field === 'income' || field === 'expense'

const mustBePositive = (value: string): string | null => {
  const fen = parseYuan(value)
  return fen !== null && fen <= 0
    ? '金额要大于 0；是冲账、退款的，请写成另一方向（收入或支出）的一笔。'
    : null
}

/** Reads rows of the table as text for the form. */
export class LineReader {
  constructor(
    private readonly header: Header,
    private readonly isMoney: boolean,
    private readonly context: CellContext,
  ) {}

  read(row: GridRow, rowIndex: number): LineRead {
    const line: LineRead = { values: {}, faults: [], masked: false }
    const { columns } = this.header
    for (const found of columns.filter(one => !isSide(one))) this.take(line, row, rowIndex, found)
    if (columns.some(isSide)) this.takeSides(line, row, rowIndex)
    else if (this.isMoney && !columns.some(({ column }) => column.field === 'direction')) {
      line.values.direction = ''
      line.faults.push({
        field: 'direction',
        message: `第 ${row.number} 行：表里没有写是收入还是支出的一列，请逐行选。`,
      })
    }
    return line
  }

  private take(
    line: LineRead,
    row: GridRow,
    rowIndex: number,
    found: FoundColumn,
    field = found.column.field,
  ): void {
    // prettier-ignore
    const at = cellPlace(row.number, found.at, found.header)
    if (isMergedFigure(row, rowIndex, found)) {
      line.values[field] = ''
      line.faults.push({ field, message: `${at}：是合并单元格，分不清是哪一行的，请拆开填。` })
      return
    }
    const { value, fault, masked } = readCell(textAt(row, found.at), found, this.context)
    line.values[field] = value
    if (masked) line.masked = true
    const wrong = fault ?? (this.isMoney && field === 'amountFen' ? mustBePositive(value) : null)
    if (wrong) line.faults.push({ field, message: `${at}：${wrong}` })
  }

  private takeSides(line: LineRead, row: GridRow, rowIndex: number): void {
    const side = oneAmount(row, this.header.columns)
    if (side !== null && side !== 'both') {
      line.values.direction = side.column.field
      this.take(line, row, rowIndex, side, 'amountFen')
      return
    }
    Object.assign(line.values, { amountFen: '', direction: '' })
    const why = side === 'both' ? '收入和支出都填了，请分成两行。' : '收入和支出都没有填。'
    line.faults.push({ field: 'amountFen', message: `第 ${row.number} 行：${why}` })
  }
}

const REMARK = /^(?:说明|备注|注[:：]|填表|制表|审核|复核|负责人|经办人[:：]|单位盖章|公示时间|监督电话)/
/** Signatures below a table: 村委会主任：… 会计：… 民主理财小组组长：… */
const SIGNATURE =
  /^.{0,16}(?:主任|书记|会计|出纳|组长|审核人?|制表人?|经办人|委员会|监委会|盖章|签字|签章|公章)(?:[(（].{0,6})?[)）]?[:：]/
const squeezed = (text: string) => text.replace(/\s/g, '')
const TOTAL = /^(?:合计|总计|共计|总合计|本期合计|本月合计|全村合计)[:：]?$/
const PART = /^(?:小计|本页合计|本页小计|累计|本年累计|过次页).{0,4}$/

/** Whether a cell names a row of sums. */
export const isSum = (text: string): boolean => TOTAL.test(squeezed(text)) || PART.test(squeezed(text))

export type RowSense = 'line' | 'blank' | 'example' | 'total' | 'part' | 'remark'

const hasNoFigure = (row: GridRow, { columns }: Header): boolean =>
  columns
    .filter(({ column: { kind } }) => kind === 'yuan' || kind === 'count' || kind === 'area')
    .every(({ at }) => parseYuan(textAt(row, at)) === null)

/** Whether a row below 合计 is no line: a unit, a signature or a remark, without any figure or day. */
export const isBareWords = (row: GridRow, header: Header): boolean =>
  hasNoFigure(row, header) &&
  !header.columns.some(
    ({ column, at }) => column.kind === 'date' && parseDay(textAt(row, at), '2000') !== null,
  )

/** Whether a row below the header begins like a remark and has no amount of its own. */
const isRemark = (
  row: GridRow,
  header: Header,
  texts: readonly string[],
  own: readonly string[],
): boolean => {
  const start = texts[0] ?? ''
  if (SIGNATURE.test(start)) return hasNoFigure(row, header)
  return REMARK.test(start) && (new Set(texts).size === 1 || own.every(text => parseYuan(text) === null))
}

/** Classifies a row below the header. */
export function senseOf(row: GridRow, header: Header): RowSense {
  const own = header.columns.map(({ at }) => textAt(row, at).trim()).filter(text => text !== '')
  if (own.length === 0) return 'blank'
  if (own.some(text => text.startsWith(TABLES.exampleMark))) return 'example'
  const texts = row.cells.map(cell => squeezed(cell?.text ?? '')).filter(text => text !== '')
  const first = texts.slice(0, 3)
  if (first.some(text => TOTAL.test(text))) return 'total'
  if (first.some(text => PART.test(text))) return 'part'
  return isRemark(row, header, texts, own) ? 'remark' : 'line'
}

import { TABLES } from '@shared/facts/disclosure/tableColumns'
import type { TableDraft } from '../../draft/fromTable'
import type { TableImport } from '@shared/contract/disclosure/tableImport'
import { flatMap, recordOf } from '@shared/common/lists'
import { type CellChange, columnsOf, fixedNames, kindOf, rowsOf } from './columns'
import { tidied } from './tidy'

export interface Pasted {
  changes: CellChange[]
  /** What was read, dropped and joined, in sentences. */
  said: string[]
}

const bare = (cell: string): string => cell.replace(/[\s*＊（）()【】:：]|元$/g, '').replace(/元$/, '')

/** Words that head a column of this table. */
function headWords(block: TableDraft): ReadonlySet<string> {
  const words = flatMap(TABLES.forms[kindOf(block)].columns, ({ header, also }) => [header ?? '', ...also])
  return new Set(words.map(bare).filter(Boolean))
}

/** True if the copied cells bring their own head: then the reader of files reads them, with sums and personal columns. */
export function hasHead(lines: readonly (readonly string[])[], block: TableDraft): boolean {
  const words = headWords(block)
  return lines
    .slice(0, TABLES.headerRows)
    .some(line => line.filter(cell => words.has(bare(cell))).length >= 2)
}

const SUM = /^(?:本[月期页季年])?(?:合计|总计|小计|共计|累计)[:：]?$/
const SIGNED =
  /^(?:制表|制表人|会计|出纳|审核|审核人|村委会主任|村主任|单位负责人|民主理财小组组长|主管|复核)[:：]/

/** Why a copied line is no row; null for a row. */
function droppedAs(line: readonly string[]): 'blank' | 'sum' | 'signature' | null {
  const cells = line.map(cell => cell.trim()).filter(Boolean)
  if (cells.length === 0) return 'blank'
  if (cells.some(cell => SUM.test(cell.replace(/\s/g, '')))) return 'sum'
  return cells.every(cell => SIGNED.test(cell.replace(/\s/g, '')) || cells.length === 1) && SIGNED.test(cells[0]!.replace(/\s/g, '')) ? 'signature' : null // prettier-ignore
}

/** A cell with several lines becomes one line of words. */
const oneLine = (cell: string): string => cell.replace(/\s*[\r\n]+\s*/g, ' ').trim()

interface Target {
  row: number
  /** Place of the first column. */
  column: number
  period: string
}

/**
 * Puts copied cells without a head in from the selected cell on, as a spreadsheet does. Lines of sums and signatures are left
 * out, and cells beyond the last column; both are said.
 */
export function pasted(lines: readonly (readonly string[])[], block: TableDraft, target: Target): Pasted {
  const columns = columnsOf(block).slice(target.column)
  const isFixed = fixedNames(block) !== null
  const kept = lines.length === 1 ? lines : lines.filter(line => isFixed || droppedAs(line) === null)
  const room = isFixed ? rowsOf(block).length - target.row : TABLES.mostRows - target.row
  const taken = kept.slice(0, Math.max(0, room))
  const changes = flatMap(taken, (line, index) =>
    flatMap(columns.slice(0, line.length), ({ id, kind }, at): CellChange => {
      return { row: target.row + index, id, text: tidied(kind, oneLine(line[at] ?? ''), target.period) }
    }),
  )
  return { changes, said: saidOf(lines, taken, kept.length, columns.length) }
}

function saidOf(
  lines: readonly (readonly string[])[],
  taken: readonly (readonly string[])[],
  kept: number,
  room: number,
): string[] {
  const widest = Math.max(0, ...taken.map(line => line.length))
  const left = lines.length > 1 ? lines.map(droppedAs) : []
  const count = (why: 'sum' | 'signature') => left.filter(one => one === why).length
  const beyond = Math.max(0, ...taken.map(line => line.slice(room).filter(cell => cell.trim() !== '').length))
  const several = flatMap(taken, line => line.slice(0, room)).filter(cell =>
    /[\r\n]/.test(cell.trim()),
  ).length
  return [
    `粘贴了 ${taken.length} 行 ${Math.min(widest, room)} 列。`,
    ...(count('sum') > 0 ? [`合计、小计 ${count('sum')} 行没有当成明细。`] : []),
    ...(count('signature') > 0 ? [`签名 ${count('signature')} 行没有粘贴。`] : []),
    ...(beyond > 0 ? [`右边多出 ${beyond} 列放不下，没有粘贴。`] : []),
    ...(kept > taken.length ? [`下面多出 ${kept - taken.length} 行放不下，没有粘贴。`] : []),
    ...(several > 0 ? [`${several} 格里有换行，已接成一行。`] : []),
  ]
}

/** Cells in one line of a file of commas, for the reader of files. */
const csvCell = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell)

/** Copied cells with their head as a file for the reader, which counts lines as they were copied. */
export const asCsv = (lines: readonly (readonly string[])[]): string =>
  `\ufeff${lines.map(line => line.map(csvCell).join(',')).join('\r\n')}\r\n`

/** Lines above the first row with an amount or a day: a head of several lines was joined. */
export function headLines(lines: readonly (readonly string[])[], block: TableDraft): number {
  const words = headWords(block)
  const of = lines.slice(0, TABLES.headerRows).map(line => line.filter(cell => words.has(bare(cell))).length)
  return of.filter(count => count >= 1).length
}

/** Rows that the reader has read, from the selected row on. */
export function readRows(read: TableImport, block: TableDraft, row: number): CellChange[] {
  const columns = columnsOf(block)
  return flatMap(read.rows, ({ values }, index) => {
    const given = block.type === 'money' ? sidesOf(values) : values
    return columns.map(({ id }) => ({ row: row + index, id, text: oneLine(given[id] ?? '') }))
  })
}

/** The amount in the column of its direction. */
function sidesOf(values: Readonly<Record<string, string>>): Record<string, string> {
  const { direction, amountFen = '', ...rest } = values
  const side = direction === 'income' ? 'income' : 'expense'
  return { ...recordOf(Object.entries(rest)), [side]: amountFen }
}

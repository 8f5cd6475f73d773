import { type StatementForm, type StatementLine, sheetForm } from '@shared/facts/disclosure/sheets'
import { TABLES, type TableKind } from '@shared/facts/disclosure/tableColumns'
import type { CellFault, TableRead } from '@shared/contract/disclosure/tableImport'
import { type Grid, type GridRow, textAt } from '../catalogue/grid'
import { type Scale, parseYuan } from '@shared/figures/parse'
import { yuan } from '@shared/common/money'
import { cellPlace } from './words'

/** Returns the form of a statement; null for any other table. */
export function statementOf(table: TableKind): StatementForm | null {
  if (table === 'money' || table === 'recipients') return null
  const form = sheetForm(table)
  return form.kind === 'statement' ? form : null
}

/** A column of amounts and its column of names: the printed form has two pairs. */
interface AmountColumn {
  field: string
  header: string
  at: number
  namesAt: number
  scale: Scale
}

/** Prefixes of a name that do not identify the line: 一、（二）1. 减：加：其中： and layout. */
const IN_FRONT =
  /^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十\d]+\)|\d+[.、]|减[::]|加[::]|其中[::])+/
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(IN_FRONT, '')
    .replace(/\(.*?\)|\*/g, '')

const NAMES_COLUMN = /项目|资产|负债/

function amountsIn(row: GridRow, form: StatementForm): AmountColumn[] {
  const found: AmountColumn[] = []
  let namesAt = -1
  const width = row.cells.length
  for (let at = 0; at < width; at += 1) {
    const header = textAt(row, at)
    const words = bare(header)
    const column = form.columns.find(({ kind, header: own, also }) => kind === 'yuan' && [own, ...also].some(one => bare(one) === words)) // prettier-ignore
    if (column && namesAt >= 0)
      {found.push({ field: column.field, header, at, namesAt, scale: /万/.test(header) ? 4 : 0 })} // prettier-ignore
    else if (NAMES_COLUMN.test(words)) namesAt = at
  }
  return found
}

interface Head {
  columns: AmountColumn[]
  firstRow: number
}

function headOf({ rows }: Grid, form: StatementForm): Head | null {
  for (const [index, row] of rows.slice(0, TABLES.headerRows).entries()) {
    const columns = amountsIn(row, form)
    if (columns.length > 0) return { columns, firstRow: index + 1 }
  }
  return null
}

function linesByName({ lines }: StatementForm): Map<string, StatementLine> {
  return new Map(lines.flatMap(line => [line.name, ...(line.also ?? [])].map(name => [bare(name), line] as const))) // prettier-ignore
}

/** A name that heads a part of the statement and has no amount. */
const HEADING =
  /[::]$|^(?:流动资产|非流动资产|流动负债|非流动负债|所有者权益|负债|资产|收益分配|生物资产|固定资产|长期资产)$/
const NO_AMOUNT = /^[-—–/]*$/

interface Reading {
  /** Amounts as text by line, in order of appearance. */
  lines: Map<string, { row: number; values: Record<string, string> }>
  faults: CellFault[]
  unknown: string[]
}

function readRow(
  row: GridRow,
  columns: readonly AmountColumn[],
  known: ReadonlyMap<string, StatementLine>,
  into: Reading,
): void {
  for (const namesAt of new Set(columns.map(column => column.namesAt))) {
    const name = textAt(row, namesAt).trim()
    const own = columns.filter(column => column.namesAt === namesAt)
    const filled = own.filter(({ at }) => !NO_AMOUNT.test(textAt(row, at).trim()))
    const line = known.get(bare(name))
    if (!line) {
      if (name !== '' && filled.length > 0 && !HEADING.test(bare(name))) into.unknown.push(`第 ${row.number} 行“${name}”`) // prettier-ignore
      continue
    }
    const before = into.lines.get(line.code)
    if (before && filled.length === 0) continue
    const values: Record<string, string> = { line: line.code }
    const index = before ? [...into.lines.keys()].indexOf(line.code) : into.lines.size
    for (const { field, header, at, scale } of filled) {
      const text = textAt(row, at).trim()
      const fen = parseYuan(text, scale)
      values[field] = fen === null ? text : yuan(fen)
      if (fen === null) into.faults.push({ index, field, message: `${cellPlace(row.number, at, header)}：“${text}”看不出是多少钱，请写成 1234.50 这样。` }) // prettier-ignore
    }
    into.lines.set(line.code, { row: row.number, values })
  }
}

/**
 * Reads a statement 账上打印的报表 in the printed layout, with one column of names or two; null if the grids have
 * none.
 */
export function readStatement(grids: readonly Grid[], form: StatementForm): TableRead | null {
  const known = linesByName(form)
  for (const grid of grids.filter(({ hidden }) => !hidden)) {
    const head = headOf(grid, form)
    if (!head) continue
    const reading: Reading = { lines: new Map(), faults: [], unknown: [] }
    for (const row of grid.rows.slice(head.firstRow)) readRow(row, head.columns, known, reading)
    if (reading.lines.size === 0) continue
    const missing = form.lines.filter(({ code, plus }) => !plus && !reading.lines.has(code))
    return {
      table: form.code,
      mended: false,
      rows: [...reading.lines.values()],
      faults: reading.faults.slice(0, TABLES.mostFaults),
      moreFaults: Math.max(0, reading.faults.length - TABLES.mostFaults),
      stated: {},
      statedFaults: [],
      personal: [],
      unknown: [],
      notes: [
        ...(reading.unknown.length > 0
          ? [`${reading.unknown.join('、')}不是这张表现行的项目，没有导入，请核对。`]
          : []),
        ...(missing.length > 0
          ? [`表里没有${missing.map(({ name }) => `“${name}”`).join('')}，都当作 0。`]
          : []),
      ],
    }
  }
  return null
}

import type { FileContext } from './context'
import { fieldRuleOf, isListedName, scanTable, type Place, type PlacedFinding } from '@server/domain/privacy'
import { placed } from './place'

export type Grid = readonly (readonly string[])[]

interface Part {
  columns: readonly string[]
  first: number
  rows: (readonly string[])[]
}

const ORDINARY_HEADS =
  /^(?:序号|编号|备注|说明|日期|时间|月份|年度|性别|民族|村|组|组别|小组|村组|所在村|镇街|乡镇|项目|类别|类型|内容|事项|用途|签收|关系|与户主关系|文化程度|政治面貌|职务|单位)$/
const FIRST_ROWS = 12

const isLabel = (cell: string): boolean =>
  cell.length > 0 &&
  cell.length <= 24 &&
  !/\d{4}/.test(cell) &&
  fieldRuleOf(cell) !== null &&
  !isPersonal(cell)

/** Checks for a personal value, e.g. 王学生 or 残疾, which is not a column name. */
const isPersonal = (cell: string): boolean =>
  isListedName(cell) && !/[号名址话机主人码况因级期龄牌证户间点]$/.test(cell)

/** Checks for a row of column names: at least two known ones and little else; the first in a sheet needs only one. */
function isHead(row: readonly string[], beforeAny: boolean): boolean {
  const cells = row.map(cell => cell.trim()).filter(cell => cell !== '')
  const known = cells.filter(isLabel).length
  const ordinary = cells.filter(cell => ORDINARY_HEADS.test(cell.replace(/\s/g, ''))).length
  if (known === 0 || cells.some(cell => cell.length > 24 || /\d{5}/.test(cell))) return false
  if (cells.length === 1) return beforeAny && (cells[0]?.length ?? 0) <= 8
  const enough = beforeAny ? known + ordinary >= 2 || known * 2 >= cells.length : known >= 2
  return enough && (known + ordinary) * 2 >= cells.length
}

/** Returns the column names of a head of up to two rows: an empty cell takes the name above it. */
function headOf(rows: Grid, at: number): string[] {
  const above = rows[at - 1] ?? []
  const usable = above.filter(cell => cell.trim() !== '').every(cell => cell.length <= 24) ? above : []
  return (rows[at] ?? []).map((cell, column) => (cell.trim() || usable[column] || '').trim())
}

/** Labels each value by the cell to its left, as in key–value forms 表单. */
const labelsFromLeft = (row: readonly string[], columns: readonly string[]): string[] =>
  row.map((cell, column) => {
    const own = columns[column] ?? ''
    if (fieldRuleOf(own)) return own
    const left = (row[column - 1] ?? '').trim()
    return isLabel(left) && !isLabel(cell.trim()) ? left : own
  })

function partsOf(grid: Grid): Part[] {
  const parts: Part[] = []
  let columns: readonly string[] = []
  let headed = false
  grid.forEach((row, index) => {
    if (isHead(row, !headed && index < FIRST_ROWS)) {
      columns = headOf(grid, index)
      headed = true
      return
    }
    const last = parts.at(-1)
    const labels = labelsFromLeft(row, columns)
    const same = labels.every((label, column) => label === (columns[column] ?? ''))
    if (same && last && last.columns === columns) last.rows.push(row)
    else parts.push({ columns: same ? columns : labels, first: index, rows: [row] })
  })
  return parts
}

/** Scans rows of cells with their column names, wherever those are. */
export function scanGrid(
  grid: Grid,
  place: (row: number, column: number) => Place,
  context: FileContext = {},
): PlacedFinding[] {
  return partsOf(grid).flatMap(({ columns, first, rows }) =>
    scanTable(columns, rows, context).map(finding =>
      placed(finding, place(first + finding.row, finding.column)),
    ),
  )
}

import type { Grid } from '@server/domain/catalogue/grid'
import { parseHtml } from './parse'
import {
  attribute,
  cellsOf,
  childrenOf,
  findAll,
  isElement,
  rowsOf,
  spanOf,
  type Element,
  type Node,
} from './tree'
import { GridBuilder, ImportBudget } from '../grid/gridBuilder'
import { isHiddenByStyle, isSkipped, visibleText } from './visibleText'

const MAX_ROW_SPAN = 2_000
const MAX_COLUMN_SPAN = 100

const isTable = (element: Element): boolean => element.tagName === 'table'

/** Returns the row span; `rowspan=0` reaches to the end of the table. */
const rowSpanOf = (cell: Element, rowsLeft: number): number =>
  attribute(cell, 'rowspan')?.trim() === '0'
    ? rowsLeft
    : Math.min(spanOf(cell, 'rowspan', MAX_ROW_SPAN), rowsLeft)

/** Checks for a layout table, which contains other tables. */
const holdsTables = (table: Element): boolean => findAll(table, isTable).length > 0

/** Fewest cells of a row, and fewest such rows, that show a table of data. */
const [DATA_CELLS, DATA_ROWS] = [4, 2]

/** Checks whether rows of the table itself have the cells of a catalogue; its inner tables are then parts of cells. */
const holdsData = (table: Element): boolean =>
  rowsOf(table).filter(row => cellsOf(row).length >= DATA_CELLS).length >= DATA_ROWS

const innerTables = (table: Element): Element[] =>
  findAll(table, isTable).flatMap(child => [child, ...innerTables(child)])

/** Returns the innermost tables, in page order; a small table within a cell of data is text of that cell. */
function dataTables(node: Node): Element[] {
  return findAll(node, isTable).flatMap(table => {
    if (!holdsTables(table)) return [table]
    if (holdsData(table) && !innerTables(table).some(holdsData)) return [table]
    const inner = findAll(table, isTable).flatMap(child => dataTables({ ...child, childNodes: [child] }))
    const own = rowsOf(table).filter(row => findAll(row, isTable).length === 0)
    return own.length >= 3 ? [table, ...inner] : inner
  })
}

interface Counter {
  row: number
}

function readTable(table: Element, budget: ImportBudget, counter: Counter, above: string[]): Grid {
  const builder = new GridBuilder(budget)
  const rows = rowsOf(table)
  const taken: boolean[][] = rows.map(() => [])
  rows.forEach(row => builder.addRow(++counter.row, isHiddenByStyle(row)))
  rows.forEach((row, index) => {
    let column = 0
    for (const cell of cellsOf(row)) {
      while (taken[index]?.[column]) column++
      const rowSpan = rowSpanOf(cell, rows.length - index)
      const colSpan = spanOf(cell, 'colspan', MAX_COLUMN_SPAN)
      for (let down = index; down < index + rowSpan; down++) {
        for (let right = column; right < column + colSpan; right++) {
          const line = taken[down]
          if (line) line[right] = true
        }
      }
      builder.addCell({ text: visibleText(cell), row: index, column, rowSpan, colSpan })
      column += colSpan
    }
  })
  const caption = childrenOf(table).find(child => isElement(child) && child.tagName === 'caption')
  const lines = caption ? [...above, ...visibleText(caption).split('\n')] : above
  return builder.finish({ hidden: false, above: lines, keepsMerges: true })
}

/** Returns the lines of text before each table. */
function linesBefore(document: Node, tables: readonly Element[]): string[][] {
  const before: string[][] = tables.map(() => [])
  let at = 0
  let buffer: string[] = []
  const visit = (node: Node): void => {
    if (isElement(node) && tables.includes(node)) {
      before[at++] = buffer
      buffer = []
      return
    }
    if (isElement(node) && isSkipped(node)) return
    const leaf = findAll(node, element => tables.includes(element)).length === 0
    if (leaf && node.nodeName !== '#document') buffer.push(...textLines(node))
    else childrenOf(node).forEach(visit)
  }
  visit(document)
  return before
}

const textLines = (node: Node): string[] => {
  const text = isElement(node) ? visibleText(node) : visibleText({ childNodes: [node] } as unknown as Node)
  return text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
}

const titleTag = (document: Node): string[] =>
  findAll(document, element => element.tagName === 'title').flatMap(element =>
    childrenOf(element).map(child => ('value' in child ? child.value.trim() : '')),
  )

/** A parsed page: its tables, and its text for pages without any. */
export interface Page {
  grids: Grid[]
  text: string
}

/** Reads the tables of a page as grids. */
export function readHtml(html: string): Page {
  const document = parseHtml(html)
  const tables = dataTables(document)
  const budget = new ImportBudget()
  const counter = { row: 0 }
  const before = linesBefore(document, tables)
  const grids = tables.map((table, index) => {
    const own = before[index] ?? []
    const above = index === 0 ? [...own, ...titleTag(document)] : own
    return readTable(table, budget, counter, above.slice(-30))
  })
  return { grids, text: visibleText(document) }
}

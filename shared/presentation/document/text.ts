import { flatMap } from '../../common/lists'
import type { Document, Part, PartOf, SheetColumn, SheetRow } from './types'

/** Set in a table for a cell that states nothing, so that nobody can fill it in by hand. */
export const EMPTY_CELL = '—'

/** Says of a sheet without rows that there is nothing, instead of an empty table. */
export const NO_ROWS = '无'

/** Head of a column, with the unit of its figures once: `金额（元）`. */
export const columnHead = ({ label, unit }: SheetColumn): string => (unit ? `${label}（${unit}）` : label)

/** Text of a cell where no head states its unit: `2,960.00元`. */
export const cellText = ({ unit }: SheetColumn, cell: string): string =>
  /\d$/.test(cell) ? `${cell}${unit}` : cell

/** Lines of a sheet set as a table: heads once, then row by row. */
function tableLines({ columns, groups }: PartOf<'sheet'>): string[] {
  const row = ({ cells }: SheetRow) => cells.map(cell => cell ?? EMPTY_CELL)
  return [
    ...columns.map(columnHead),
    ...flatMap(groups, ({ label, rows, subtotals }) => [
      ...(label === null ? [] : [label]),
      ...flatMap(rows, row),
      ...flatMap(subtotals, total => [total.label, total.text]),
    ]),
  ]
}

function linesOf(part: Part, sheetLines: typeof tableLines): string[] {
  switch (part.kind) {
    case 'sentence':
      return part.figure ? [part.text, part.figure.label, part.figure.text, part.figure.unit] : [part.text]
    case 'paragraphs':
      return [part.label, ...part.paragraphs]
    case 'facts':
      return [part.label, ...flatMap(part.rows, ({ label, text }) => [label, text])]
    case 'sheet':
      return [
        part.label,
        ...part.caption,
        ...(part.count === 0 ? [NO_ROWS] : sheetLines(part)),
        ...flatMap(part.totals, total => [total.label, total.text]),
        ...(part.proof ? [part.proof.text] : []),
      ]
    case 'chart':
      return []
    case 'files':
      return part.files.length === 0
        ? []
        : [part.label, ...flatMap(part.files, ({ name, size }) => [name, size])]
  }
}

/**
 * Returns the words of a document in reading order: what every channel that carries the record whole must carry,
 * character by character. Charts repeat figures of their sheet and are left out. `sheetLines`: words of a sheet with
 * rows, by default those of a table.
 */
export const documentLines = (document: Document, sheetLines = tableLines): string[] =>
  flatMap(document, part => linesOf(part, sheetLines))

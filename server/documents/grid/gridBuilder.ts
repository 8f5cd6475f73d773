import type { Grid, GridCell, GridRow } from '@server/domain/catalogue/grid'
import { DocumentError } from '../documentError'
import { IMPORT_LIMITS } from '../limits'

/** Counts over all tables of a file, to bound the memory it takes. */
export class ImportBudget {
  private rows = 0
  private cells = 0

  /**
   * Counts one row.
   * @throws DocumentError `too-large`
   */
  takeRow(row: number): void {
    this.rows++
    if (this.rows > IMPORT_LIMITS.rows) throw tooLarge(`超过 ${IMPORT_LIMITS.rows} 行`, row)
  }

  takeCell(row: number): void {
    this.cells++
    if (this.cells > IMPORT_LIMITS.cells) throw tooLarge(`超过 ${IMPORT_LIMITS.cells} 格`, row)
  }
}

const tooLarge = (why: string, row: number): DocumentError =>
  new DocumentError('too-large', `表格太大（${why}），请拆开后再上传`, [
    { code: 'too-large', row, message: `读到第 ${row} 行时停止` },
  ])

/** Builds a grid cell by cell; a merged cell occupies all positions it covers. */
export class GridBuilder {
  private readonly rows: GridRow[] = []
  private readonly hiddenColumns = new Set<number>()

  constructor(private readonly budget: ImportBudget) {}

  /**
   * Starts the next row with its number in the source.
   * @returns its index
   */
  addRow(number: number, hidden = false): number {
    this.budget.takeRow(number)
    this.rows.push({ number, hidden, cells: [] })
    return this.rows.length - 1
  }

  addCell(cell: GridCell): void {
    if (cell.column >= IMPORT_LIMITS.columns) return
    this.budget.takeCell(this.rows[cell.row]?.number ?? 0)
    const bounded = { ...cell, text: cell.text.slice(0, IMPORT_LIMITS.cellCharacters) }
    this.cover(bounded)
  }

  private cover(cell: GridCell): void {
    const lastColumn = Math.min(cell.column + cell.colSpan, IMPORT_LIMITS.columns)
    for (let row = cell.row; row < Math.min(cell.row + cell.rowSpan, this.rows.length); row++) {
      const cells = this.rows[row]?.cells
      if (!cells) continue
      while (cells.length < lastColumn) cells.push(undefined)
      for (let column = cell.column; column < lastColumn; column++) cells[column] = cell
    }
  }

  /** Merges an area after its cells were read: the first cell covers it all. Positions from 0. */
  merge(top: number, left: number, bottom: number, right: number): void {
    if (left >= IMPORT_LIMITS.columns) return
    const first = this.rows[top]?.cells[left]
    const size = { row: top, column: left, rowSpan: bottom - top + 1, colSpan: right - left + 1 }
    this.cover({ text: first?.text ?? '', ...size })
  }

  hideColumn(column: number): void {
    this.hiddenColumns.add(column)
  }

  get rowCount(): number {
    return this.rows.length
  }

  finish(rest: { name?: string; hidden: boolean; above: string[]; keepsMerges: boolean }): Grid {
    const width = Math.max(0, ...this.rows.map(({ cells }) => cells.length))
    const hiddenColumns = [...this.hiddenColumns].filter(column => column < width)
    return { ...rest, rows: this.rows, hiddenColumns }
  }
}

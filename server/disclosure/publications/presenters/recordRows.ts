import { unitOfTotal } from '@shared/presentation/document/units'
import type { PresentedBlock } from '@shared/contract/disclosure/presentation'
import { type Cell, type Rows, dayCell, figureCell, sumCell } from '@server/documents/xlsx/cells'

export type { Rows } from '@server/documents/xlsx/cells'

type Table = Extract<PresentedBlock, { kind: 'table' }>
type Total = Table['totals'][number]

const SUM = '合计'

function bodyOf({ columns, rows }: Table): Rows {
  return rows.map(({ cells }) =>
    cells.map((cell, at) => (columns[at]?.align === 'right' ? figureCell(cell) : dayCell(cell))),
  )
}

const numberIn = (cell: Cell | undefined): number =>
  cell === undefined || typeof cell === 'string' ? 0 : (cell.number ?? 0)

/** Returns the total of a column if the column adds up to it exactly: to the cent, none of its cells withheld. */
function summedBy({ columns, totals }: Table, body: Rows, at: number): Total | undefined {
  const total = totals.find(({ id }) => id === columns[at]?.id)
  if (!total || at === 0 || body.length === 0) return undefined
  const cents = body.reduce((sum, row) => sum + Math.round(numberIn(row[at]) * 100), 0)
  return cents === Math.round(numberIn(figureCell(total.value)) * 100) ? total : undefined
}

/** Returns a table's rows: head, body, a row of sums below it, then the totals that are no sum of a column. */
function tableRows(table: Table): Rows {
  const { label, unit, columns, totals } = table
  const body = bodyOf(table)
  const sums = columns.map((_, at) => summedBy(table, body, at))
  const sumRow = sums.map((total, at) => (total ? sumCell(total.value, body.map(row => row[at] ?? '')) : at === 0 ? SUM : '')) // prettier-ignore
  const others = totals.filter(total => !sums.includes(total))
  return [
    [label, ...(unit ? [`单位：${unit}`] : [])],
    columns.map(column => column.label),
    ...body,
    ...(sums.some(Boolean) ? [sumRow] : []),
    ...others.map(total => [total.label, figureCell(total.value), unitOfTotal(table, total)]),
  ]
}

/** Returns a presented block as rows of cells; leaves out bars, which repeat the table below them. */
export function blockRows(block: PresentedBlock): Rows {
  switch (block.kind) {
    case 'summary':
      return [[block.label, block.text]]
    case 'text':
      return [[block.label], ...block.paragraphs.map(paragraph => [paragraph])]
    case 'facts':
      return [[block.label], ...block.rows.map(({ label, value }) => [label, dayCell(value)])]
    case 'table':
      return tableRows(block)
    case 'files':
      return [[block.label], ...block.files.map(({ name, size }) => [name, size])]
    case 'bars':
      return []
  }
}

import { flatMap } from '@shared/common/lists'
import { EMPTY_CELL, columnHead } from '@shared/presentation/document/text'
import { Table } from '../../../elements/dom'
import type { TableRow } from '../../../elements/types'
import type { LinesProps } from './lines'

/** Shows rows in a table, where a wide screen has room for its columns. */
export function SheetTable({ part, label, entries, marked, own }: LinesProps) {
  const rows = flatMap(entries, ({ group, row }, at): TableRow[] => {
    const cells = row.cells.map(cell => cell ?? EMPTY_CELL)
    const line: TableRow = { id: row.id, cells, own: own?.includes(row.id) }
    if (group.label === null) return [line]
    const isLast = row === group.rows[group.rows.length - 1]
    const sums = flatMap(group.subtotals, total => [total.label, total.text])
    return [
      ...(group === entries[at - 1]?.group ? [] : [{ id: `head/${group.id}`, span: [group.label] }]),
      line,
      ...(isLast && sums.length > 0 ? [{ id: `sums/${group.id}`, span: sums }] : []),
    ]
  })
  const columns = part.columns.map(column => ({
    id: column.id,
    label: columnHead(column),
    align: column.role === 'amount' ? ('right' as const) : ('left' as const),
  }))
  return <Table label={label} columns={columns} rows={rows} marked={marked} />
}

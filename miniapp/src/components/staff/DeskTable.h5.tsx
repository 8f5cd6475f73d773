import type { MouseEvent } from 'react'
import { open } from '../../routes'
import { Link } from '../controls/Link'
import { type DeskColumn, type DeskTableProps, sortedRows } from './deskRows'

/** Shows rows as a dense table: sorted by a press on a head, opened by a press on a row, chosen by their boxes. */
export function DeskTable<Row>(props: DeskTableProps<Row>) {
  const { caption, rows, columns, idOf, sort, choice } = props
  return (
    <table className="todos">
      <caption className="todos__caption">{caption}</caption>
      <thead>
        <tr>
          {choice && <td className="todos__head todos__head--box" />}
          {columns.map(column => (
            <Head key={column.key} column={column} {...props} />
          ))}
          <th scope="col" className="todos__head">
            办
          </th>
        </tr>
      </thead>
      <tbody>
        {sortedRows(rows, columns, sort).map(row => (
          <BodyRow key={idOf(row)} row={row} {...props} />
        ))}
      </tbody>
    </table>
  )
}

function Head<Row>({
  column: { key, label, rank },
  sort,
  onSort,
}: DeskTableProps<Row> & { column: DeskColumn<Row> }) {
  const sorted = sort === key
  if (!rank) {
    return (
      <th scope="col" className="todos__head">
        {label}
      </th>
    )
  }
  return (
    <th scope="col" className="todos__head" aria-sort={sorted ? 'ascending' : undefined}>
      <button type="button" className="todos__sort" onClick={() => onSort(sorted ? null : key)}>
        {label}
        {sorted && <span aria-hidden> ↓</span>}
      </button>
    </th>
  )
}

const classOf = <Row,>({ look, warns }: DeskColumn<Row>, row: Row): string =>
  ['todos__cell', look && `todos__cell--${look}`, warns?.(row) && 'todos__cell--late']
    .filter(Boolean)
    .join(' ')

function BodyRow<Row>({
  row,
  columns,
  idOf,
  urlOf,
  stepOf,
  nameOf,
  choice,
}: DeskTableProps<Row> & { row: Row }) {
  const [id, url, name] = [idOf(row), urlOf(row), nameOf(row)]
  const chosen = choice?.chosen.has(id) ?? false
  const openRow = (event: MouseEvent) => {
    if (!(event.target as HTMLElement).closest('a, button, label')) open(url)
  }
  return (
    <tr className={`todos__row${chosen ? ' todos__row--on' : ''}`} onClick={openRow}>
      {choice && (
        <td className="todos__cell todos__cell--box">
          {choice.mayChoose(row) && (
            <label className="todos__box">
              <input
                type="checkbox"
                checked={chosen}
                aria-label={`选上，${name}`}
                onChange={event => choice.onChoose(id, event.target.checked)}
              />
            </label>
          )}
        </td>
      )}
      {columns.map(column => (
        <td key={column.key} className={classOf(column, row)}>
          {column.text(row)}
        </td>
      ))}
      <td className="todos__cell todos__cell--step">
        <Link className="todos__open" label={`${stepOf(row)}，${name}`} url={url}>
          {stepOf(row)}
        </Link>
      </td>
    </tr>
  )
}

import { memo, type MouseEvent, type ReactNode } from 'react'
import { type GridColumn, cellText } from './pure/columns'
import { shownText } from './pure/tidy'
import type { TableDraft } from '../draft/fromTable'

export interface RowProps {
  row: number
  /** Name of the line of a statement; the others have their number. */
  name: string | null
  columns: readonly GridColumn[]
  texts: readonly string[]
  /** Words of the comparison with last period; null: no comparison in this table. */
  change: string | null
  /** Ids of columns with a fault, and with a question. */
  bad: readonly string[]
  asked: readonly string[]
  /** Places of the columns that are selected, first and last; null: none. */
  selected: readonly [number, number] | null
  /** Place of the column with the field; −1: none. */
  current: number
  /** The field of the current cell; null elsewhere. */
  field: ReactNode
  /** Grey proposals by column. */
  ghosts: Readonly<Record<string, string | undefined>> | null
  /** Number of vouchers' pictures; null: the table has none. */
  pictures: number | null
  onPress: (row: number, column: number, isFurther: boolean) => void
  onPictures: (row: number) => void
}

/** Texts of a row, as they are read. */
export const textsOf = (block: TableDraft, row: number, columns: readonly GridColumn[], period: string) =>
  columns.map(({ id, kind }) => shownText(kind, cellText(block, row, id), period))

const isFigure = ({ kind }: GridColumn): boolean => kind === 'yuan' || kind === 'count' || kind === 'area'

function classOf(props: RowProps, at: number): string {
  const { columns, bad, asked, selected, current } = props
  const column = columns[at]!
  const names = [
    'cells__cell',
    isFigure(column) && 'cells__cell--figure',
    bad.includes(column.id) && 'cells__cell--bad',
    asked.includes(column.id) && 'cells__cell--asked',
    selected && at >= selected[0] && at <= selected[1] && 'cells__cell--in',
    at === current && 'cells__cell--on',
  ]
  return names.filter(Boolean).join(' ')
}

function Row(props: RowProps) {
  const { row, name, columns, texts, change, selected, current, field, ghosts, pictures } = props
  const press = (event: MouseEvent, at: number) => {
    if (event.button !== 0 || (event.target as HTMLElement).tagName === 'INPUT') return
    event.preventDefault()
    props.onPress(row, at, event.shiftKey)
  }
  const drag = (event: MouseEvent, at: number) => {
    if (event.buttons === 1) props.onPress(row, at, true)
  }
  return (
    <tr className="cells__row" aria-rowindex={row + 2}>
      <th scope="row" className={`cells__number${current >= 0 ? ' cells__number--on' : ''}`}>
        {name ?? String(row + 1)}
      </th>
      {columns.map(({ id }, at) => (
        <td
          key={id}
          className={classOf(props, at)}
          aria-selected={selected !== null && at >= selected[0] && at <= selected[1]}
          onMouseDown={event => press(event, at)}
          onMouseEnter={event => drag(event, at)}
        >
          {at === current && field ? (
            field
          ) : texts[at] || !ghosts?.[id] ? (
            texts[at]
          ) : (
            <span className="cells__ghost">{ghosts[id]}</span>
          )}
        </td>
      ))}
      {change !== null && <td className="cells__cell cells__cell--change">{change}</td>}
      {pictures !== null && (
        <td className="cells__cell cells__cell--pictures">
          {texts.some(text => text !== '') && (
            <button
              type="button"
              tabIndex={-1}
              className="cells__pictures"
              aria-label={`第 ${row + 1} 行的凭证图片，${pictures} 张`}
              onClick={() => props.onPictures(row)}
            >
              {pictures > 0 ? `${pictures} 张` : '＋'}
            </button>
          )}
        </td>
      )}
    </tr>
  )
}

const sameList = (a: readonly unknown[] | null, b: readonly unknown[] | null): boolean =>
  a === b || (a !== null && b !== null && a.length === b.length && a.every((one, at) => one === b[at]))

/** A row without the field is drawn again only when something in it has changed. */
function isSameRow(a: RowProps, b: RowProps): boolean {
  const still = a.field === null && b.field === null && a.ghosts === null && b.ghosts === null
  const plain = (['row', 'name', 'columns', 'change', 'current', 'pictures', 'onPress', 'onPictures'] as const).every(key => a[key] === b[key]) // prettier-ignore
  const lists = (['texts', 'bad', 'asked', 'selected'] as const).every(key => sameList(a[key], b[key]))
  return still && plain && lists
}

/** One row of the grid. */
export const GridRow = memo(Row, isSameRow)

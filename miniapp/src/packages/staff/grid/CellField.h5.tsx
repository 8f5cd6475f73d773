import { type ClipboardEvent, type KeyboardEvent, useLayoutEffect, useRef } from 'react'
import { takeKey } from './gridKeys.h5'
import { type GridColumn, cellText } from './pure/columns'
import { copied } from './pure/fill'
import { rangeOf } from './pure/moves'
import { shownText } from './pure/tidy'
import { writeTsv } from './pure/tsv'
import type { GridState } from './useGrid.h5'

/** The keyboard of a phone for each kind of cell: figures for amounts and counts 小数键盘. */
const KEYBOARDS: Readonly<Partial<Record<GridColumn['kind'], 'decimal' | 'numeric' | 'text'>>> = {
  yuan: 'decimal',
  area: 'decimal',
  count: 'numeric',
  date: 'text',
}

interface Props {
  id: string
  grid: GridState
  period: string
  /** @returns true if the text was taken as cells */
  onPaste: (text: string) => boolean
  describedBy: string
  invalid: boolean
}

/** The field of the selected cell: what is typed replaces it, F2 goes on with it. */
export function CellField({ id, grid, period, onPaste, describedBy, invalid }: Props) {
  const { table, columns, selection, editing, inside, ghosts } = grid
  const { row, column: at } = selection.at
  const column = columns[at]!
  const text = cellText(table.block, row, column.id)
  const ghost = inside ? proposalAt(grid, text) : ''
  const field = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => {
    if (!inside) return
    field.current?.focus({ preventScroll: false })
    field.current?.select()
  }, [row, at, inside])
  useLayoutEffect(() => {
    const shown = field.current
    if (inside && !editing) shown?.select()
    else if (editing && shown) shown.setSelectionRange(shown.value.length, shown.value.length)
    // The caret moves when editing begins or ends, not with each letter.
  }, [editing, inside])
  const copy = (event: ClipboardEvent) => {
    if (editing) return
    event.preventDefault()
    event.clipboardData.setData('text/plain', writeTsv(copied(table.block, rangeOf(selection))))
  }
  const paste = (event: ClipboardEvent) => {
    if (!editing && onPaste(event.clipboardData.getData('text/plain'))) event.preventDefault()
  }
  const type = (typed: string) => {
    if (!editing) grid.setEditing(true)
    table.write([{ row, id: column.id, text: typed }], `${row} ${column.id}`)
  }
  return (
    <span className="cells__editing">
      {ghost && (
        <span className="cells__ghost cells__ghost--under" aria-hidden>
          {ghost}
        </span>
      )}
      <input
        ref={field}
        id={id}
        className="cells__field"
        value={editing ? text : shownText(column.kind, text, period)}
        aria-label={`第 ${row + 1} 行 ${column.label}`}
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
        inputMode={KEYBOARDS[column.kind]}
        autoComplete="off"
        maxLength={500}
        onFocus={grid.enterGrid}
        onChange={event => type(event.target.value)}
        onKeyDown={(event: KeyboardEvent) => takeKey(event, grid.acts, editing)}
        onCopy={copy}
        onPaste={paste}
      />
      {ghosts.item && column.id === 'item' && (
        <span className="cells__tab" aria-hidden>
          Tab
        </span>
      )}
    </span>
  )
}

/** The grey words under the field: the whole proposal, whose beginning is what is typed. */
function proposalAt({ ghosts, columns, selection }: GridState, text: string): string {
  const { id } = columns[selection.at.column]!
  if (id === 'item') return ghosts.item?.text ?? ''
  return text === '' && (id === 'handler' || id === 'voucher') ? (ghosts[id] ?? '') : ''
}

import { flatMap } from '@shared/common/lists'
import { type FocusEvent, useMemo, useState } from 'react'
import { type CellChange, type GridColumn, cellText, columnsOf, fixedNames, rowsOf } from './pure/columns'
import { type Check, type Fix, answerKey, checkRows } from './pure/checks'
import { lastTable, rowChanges } from './pure/compare'
import { cleared, filledDown } from './pure/fill'
import { type Ghosts, ghostsOf, takenWithRow } from './pure/ghosts'
import { type Place, type Selection, type Size, entered, moved, rangeOf, selectionAt, stretched, tabbed } from './pure/moves' // prettier-ignore
import type { KeyActs } from './gridKeys.h5'
import type { GridProps } from './types'
import { type GridTable, useGridTable } from './useGridTable.h5'

/** The item that a cell proposes, with what is typed already. */
function ghostItem({ item }: Ghosts, column: GridColumn | undefined) {
  return column?.id === 'item' ? item : undefined
}

/** Where to select the cell of a proposed item's amount. */
const columnAt = (columns: readonly GridColumn[], id: string): number =>
  columns.findIndex(column => column.id === id)

interface Cursor {
  selection: Selection
  select: (next: Selection) => void
  editing: boolean
  setEditing: (on: boolean) => void
}

interface Parts {
  table: GridTable
  cursor: Cursor
  columns: readonly GridColumn[]
  ghosts: Ghosts
  size: () => Size
  fixAt: (place: Place) => void
}

/** Makes the acts of the keys. */
function keyActs({ table, cursor, columns, ghosts, size, fixAt }: Parts): KeyActs {
  const { selection, select, editing, setEditing } = cursor
  const { at } = selection
  const column = columns[at.column]
  /** Leaves the cell in normal form, with the proposal that it shows. */
  const takeItem = (): 'income' | 'expense' | null => {
    const item = ghostItem(ghosts, column)
    if (!item) return null
    table.write([{ row: at.row, id: 'item', text: item.text }])
    return item.side
  }
  const goTo = (next: Selection) => {
    if (column) table.tidy(at.row, column.id)
    select(next)
  }
  return {
    tab: step => {
      const next = tabbed(selection, step, size())
      const side = step === 1 ? takeItem() : null
      if (!next) {
        if (column) table.tidy(at.row, column.id)
        return false
      }
      const place = side && { row: at.row, column: columnAt(columns, side) }
      goTo(place ? selectionAt(place, selection.home) : next)
      return true
    },
    enter: step => {
      takeItem()
      if (column) table.tidy(at.row, column.id)
      if (step === 1) table.write(takenWithRow(table.now(), at.row, ghosts))
      select(step === 1 ? entered(selection, size()) : moved(selection, -1, 0, size()))
    },
    move: (rows, by) => goTo(moved(selection, rows, by, size())),
    stretch: (rows, by) => select(stretched(selection, rows, by, size())),
    edge: where => {
      const { rows, columns: count } = size()
      const row = { first: 0, last: rows - 1, 'row-first': at.row, 'row-last': at.row }[where]
      goTo(selectionAt({ row, column: where === 'first' || where === 'row-first' ? 0 : count - 1 }))
    },
    all: () => {
      const { rows, columns: count } = size()
      select({ ...selection, at: { row: 0, column: 0 }, to: { row: rows - 1, column: count - 1 } })
    },
    clear: () => table.write(cleared(table.now(), rangeOf(selection))),
    fill: () => table.write(filledDown(table.now(), withinRows(rangeOf(selection), table))),
    step: way => table.step(way),
    insert: () => {
      table.insert(at.row)
      select(selectionAt({ row: at.row, column: 0 }))
    },
    remove: () => {
      const { top, bottom } = rangeOf(selection)
      table.remove(top, bottom)
      select(selectionAt({ row: top, column: at.column }))
    },
    fix: () => fixAt(at),
    edit: () => setEditing(true),
    escape: () => {
      if (editing) table.step('undo')
      setEditing(false)
    },
  }
}

/** The empty row at the end is not filled. */
const withinRows = (range: ReturnType<typeof rangeOf>, table: GridTable) => ({
  ...range,
  bottom: range.top === range.bottom ? range.bottom : Math.min(range.bottom, rowsOf(table.now()).length - 1),
})

/** Does what a finding offers. */
function doFix(table: GridTable, { row, id }: Check, fix: Fix, keep: (key: string) => void): void {
  if (fix.act === 'remove') table.remove(row, row)
  else if (fix.act === 'keep') keep(answerKey(table.now(), row))
  else if (id !== null) table.write([{ row, id, text: fix.text }] satisfies CellChange[])
}

/** Findings of the last saving, in the cells of their rows, where the row's own check says nothing. */
function serverChecks({ at, faults }: GridProps, own: readonly Check[], table: GridTable): Check[] {
  const said = new Set(own.map(({ row, id }) => `${row} ${id ?? ''}`))
  const found = flatMap(faults, ({ field, message }): Check[] => {
    const [, row, name = null] = /^\.(?:lines|rows)\.(\d+)(?:\.(\w+))?/.exec(field.slice(at.length)) ?? []
    if (!field.startsWith(`${at}.`) || row === undefined) return []
    const id = table.block.type === 'money' && name === 'amountFen' ? sideOf(table, Number(row)) : name
    return [{ row: Number(row), id, level: 'fault', message, fixes: [] }]
  })
  return found.filter(({ row, id }) => !said.has(`${row} ${id ?? ''}`))
}

const sideOf = ({ block }: GridTable, row: number): 'income' | 'expense' =>
  cellText(block, row, 'income') === '' ? 'expense' : 'income'

/** Holds selection, editing and what is found of the grid. */
export function useGrid(props: GridProps) {
  const table = useGridTable(props)
  const { block } = table
  const [selection, setSelection] = useState<Selection>(() => selectionAt({ row: 0, column: 0 }))
  const [editing, setEditing] = useState(false)
  /** The focus is in a cell. */
  const [inside, setInside] = useState(false)
  /** After Esc the next Tab leaves the grid. */
  const [leaving, setLeaving] = useState(false)
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set())
  const columns = useMemo(() => columnsOf(block), [block])
  const last = useMemo(() => lastTable(block, props.last), [block, props.last])
  const writing = inside ? selection.at.row : -1
  const own = useMemo(
    () => checkRows(block, { period: props.period, writing, kept }),
    [block, props.period, writing, kept],
  )
  const checks = [...own, ...serverChecks(props, own, table)].sort((a, b) => a.row - b.row)
  const changes = useMemo(() => rowChanges(block, props.period, last), [block, props.period, last])
  const ghosts = inside ? ghostsOf(block, selection.at.row, last?.type === 'money' ? last : null) : {}
  const size = (): Size => ({
    rows: rowsOf(table.now()).length + (fixedNames(block) ? 0 : 1),
    columns: columns.length,
  })
  const select = (next: Selection) => {
    setLeaving(false)
    setEditing(false)
    setSelection(next)
  }
  const fix = (check: Check, one: Fix) =>
    doFix(table, check, one, key => setKept(old => new Set(old).add(key)))
  const fixAt = ({ row, column }: Place) => {
    const found = checks.find(check => check.row === row && (check.id === columns[column]?.id || check.id === null)) // prettier-ignore
    const [first] = found?.fixes ?? []
    if (found && first) fix(found, first)
  }
  const acts = keyActs({ table, cursor: { selection, select, editing, setEditing }, columns, ghosts, size, fixAt }) // prettier-ignore
  const leave = (event: FocusEvent) => {
    if (event.currentTarget.contains(event.relatedTarget)) return
    const column = columns[selection.at.column]
    if (column) table.tidy(selection.at.row, column.id)
    setInside(false)
    setEditing(false)
  }
  return {
    table,
    columns,
    selection,
    select,
    editing,
    setEditing,
    inside,
    enterGrid: () => setInside(true),
    leave,
    checks,
    changes,
    ghosts,
    fix,
    size,
    last,
    acts: {
      ...acts,
      tab: (step: 1 | -1) => (leaving ? false : acts.tab(step)),
      escape: () => {
        setLeaving(!editing)
        acts.escape()
      },
    },
  }
}

export type GridState = ReturnType<typeof useGrid>

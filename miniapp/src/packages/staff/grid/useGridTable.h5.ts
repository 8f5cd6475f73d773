import { useEffect, useMemo, useRef, useState } from 'react'
import type { TableDraft } from '../draft/fromTable'
import { type CellChange, cellText, columnsOf, fixedNames, insertRow, removeRows, rowsOf, withCells } from './pure/columns' // prettier-ignore
import { type History, NO_HISTORY, remembered, stepped } from './pure/history'
import { tidied } from './pure/tidy'
import type { GridProps } from './types'

interface Acts {
  /** Writes cells as one step for Ctrl Z; what is written in one `session` is one step together. */
  write: (changes: readonly CellChange[], session?: string) => void
  /** Replaces the table, as one step. */
  put: (next: TableDraft) => void
  /** Brings a cell that is left into normal form. */
  tidy: (row: number, id: string) => void
  insert: (row: number) => void
  /** Removes the rows from one to the other, both inclusive. */
  remove: (from: number, to: number) => void
  step: (way: 'undo' | 'redo') => void
  /** The table as of the last write, before it is drawn. */
  now: () => TableDraft
}

export interface GridTable extends Acts {
  block: TableDraft
  canUndo: boolean
}

const rowOf = (field: string): number => Number(/\.(?:lines|rows)\.(\d+)/.exec(field)?.[1] ?? Number.NaN)

/** Holds the table of the grid with its history. */
export function useGridTable(props: GridProps): GridTable {
  const { at, value, period } = props
  const [canUndo, setCanUndo] = useState(false)
  const latest = useRef(value)
  const known = useRef(props)
  const history = useRef<History<TableDraft>>(NO_HISTORY)
  const session = useRef<string | null>(null)
  useEffect(() => {
    latest.current = value
    known.current = props
  })
  const acts = useMemo((): Acts => {
    const set = (next: TableDraft) => {
      latest.current = next
      setCanUndo(history.current.past.length > 0)
      known.current.onChange(next)
    }
    /** What was found in rows that have changed since is no longer true. */
    const forget = (isStale: (row: number) => boolean) => {
      const own = known.current.faults.filter(({ field }) => field.startsWith(`${at}.`))
      const left = own.filter(({ field }) => Number.isNaN(rowOf(field)) || !isStale(rowOf(field)))
      if (left.length < own.length) known.current.ask.tell(at, left)
    }
    const remember = (name: string | null) => {
      if (name === null || name !== session.current) {
        history.current = remembered(history.current, latest.current)
      }
      session.current = name
    }
    const put = (next: TableDraft) => {
      if (next === latest.current) return
      remember(null)
      forget(() => true)
      set(next)
    }
    return {
      now: () => latest.current,
      put,
      write: (changes, name) => {
        if (changes.length === 0) return
        remember(name ?? null)
        const rows = new Set(changes.map(({ row }) => row))
        forget(row => rows.has(row))
        set(withCells(latest.current, changes))
      },
      tidy: (row, id) => {
        session.current = null
        const text = cellText(latest.current, row, id)
        const kind = columnsOf(latest.current).find(column => column.id === id)?.kind ?? 'text'
        const plain = tidied(kind, text, period)
        if (plain !== text) set(withCells(latest.current, [{ row, id, text: plain }]))
      },
      insert: row => put(insertRow(latest.current, row)),
      remove: (from, to) => {
        const isRow = from < rowsOf(latest.current).length && !fixedNames(latest.current)
        if (isRow) put(removeRows(latest.current, from, to))
      },
      step: way => {
        const found = stepped(history.current, latest.current, way)
        session.current = null
        if (!found) return
        history.current = found.history
        forget(() => true)
        set(found.state)
      },
    }
  }, [at, period])
  return { ...acts, block: value, canUndo }
}

import type { KeyboardEvent } from 'react'

/** What a key does in the grid; true: done, the browser does nothing more. */
type KeyAct = (event: KeyboardEvent) => boolean

/** Acts of the grid by name; the hook of the grid has one for each. */
export interface KeyActs {
  tab: (step: 1 | -1) => boolean
  enter: (step: 1 | -1) => void
  move: (rows: number, columns: number) => void
  stretch: (rows: number, columns: number) => void
  edge: (where: 'first' | 'last' | 'row-first' | 'row-last') => void
  all: () => void
  clear: () => void
  fill: () => void
  step: (way: 'undo' | 'redo') => void
  insert: () => void
  remove: () => void
  fix: () => void
  edit: () => void
  escape: () => void
}

export const PAGE_ROWS = 15

const done = (act: () => void) => (): boolean => {
  act()
  return true
}

function withControl({ step, fill, edge, all }: KeyActs, isEditing: boolean): Record<string, KeyAct> {
  return {
    d: done(fill),
    z: event => done(() => step(event.shiftKey ? 'redo' : 'undo'))(),
    y: done(() => step('redo')),
    home: done(() => edge('first')),
    end: done(() => edge('last')),
    ...(!isEditing && { a: done(all) }),
  }
}

const withAlt = ({ insert, remove, fix }: KeyActs): Record<string, KeyAct> => ({
  Equal: done(insert),
  NumpadAdd: done(insert),
  Minus: done(remove),
  NumpadSubtract: done(remove),
  Enter: done(fix),
})

function arrow(acts: KeyActs, rows: number, columns: number): KeyAct {
  return event => {
    if (event.shiftKey) acts.stretch(rows, columns)
    else acts.move(rows, columns)
    return true
  }
}

function alone(acts: KeyActs, isEditing: boolean): Record<string, KeyAct> {
  const selecting: Record<string, KeyAct> = {
    ArrowLeft: arrow(acts, 0, -1),
    ArrowRight: arrow(acts, 0, 1),
    Home: done(() => acts.edge('row-first')),
    End: done(() => acts.edge('row-last')),
    Delete: done(acts.clear),
    Backspace: done(acts.clear),
  }
  return {
    Tab: event => acts.tab(event.shiftKey ? -1 : 1),
    Enter: event => done(() => acts.enter(event.shiftKey ? -1 : 1))(),
    ArrowUp: arrow(acts, -1, 0),
    ArrowDown: arrow(acts, 1, 0),
    PageUp: arrow(acts, -PAGE_ROWS, 0),
    PageDown: arrow(acts, PAGE_ROWS, 0),
    F2: done(acts.edit),
    Escape: done(acts.escape),
    ...(!isEditing && selecting),
  }
}

/**
 * Does what a key asks for. While a cell is edited the arrows at the side, Home, End and the keys that delete are the text's own;
 * Ctrl+Enter and Ctrl+S are the page's.
 */
export function takeKey(event: KeyboardEvent, acts: KeyActs, isEditing: boolean): void {
  if (event.nativeEvent.isComposing) return
  const isControl = event.ctrlKey || event.metaKey
  const act = isControl
    ? withControl(acts, isEditing)[event.key.toLowerCase()]
    : event.altKey
      ? withAlt(acts)[event.code]
      : alone(acts, isEditing)[event.key]
  if (act?.(event)) event.preventDefault()
}

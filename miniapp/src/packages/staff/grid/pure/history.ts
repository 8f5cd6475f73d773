/** Earlier states for Ctrl Z and those undone for Ctrl Y; at most `MOST` of them. */
export interface History<State> {
  past: readonly State[]
  future: readonly State[]
}

const MOST = 100

export const NO_HISTORY: History<never> = { past: [], future: [] }

/** Remembers the state before a change; what was undone is gone. */
export const remembered = <State>({ past }: History<State>, before: State): History<State> => ({
  past: [...past, before].slice(-MOST),
  future: [],
})

/** Steps back or forth; null if there is nothing. */
export function stepped<State>(
  { past, future }: History<State>,
  now: State,
  way: 'undo' | 'redo',
): { state: State; history: History<State> } | null {
  const from = way === 'undo' ? past : future
  if (from.length === 0) return null
  const state = from[from.length - 1] as State
  const rest = from.slice(0, -1)
  const history =
    way === 'undo' ? { past: rest, future: [...future, now] } : { past: [...past, now], future: rest }
  return { state, history }
}

import type { Desk, TodoPage } from '@shared/contract/people/todo'
import { api } from '../api/client'
import { serverNow } from './serverClock'
import { createStore, useStore } from './store'

type Counts = Omit<TodoPage, 'items' | 'nextCursor'>

/** What waits for a person, for the counts of the rail; null: not asked yet. */
const kept = createStore<{ userId: string; counts: Counts } | null>(null)
let askedAt = 0

/** Returns the counts of the person; null while there are none. */
export function useTodoCounts(userId: string): Counts | null {
  const found = useStore(kept)
  return found?.userId === userId ? found.counts : null
}

/** Pages that the policies open to the person in an organisation of theirs; none before the server has answered. */
export const desksIn = (counts: Counts | null, org: string): Desk[] =>
  (counts?.places.find(({ code }) => code === org)?.desks ?? []).map(({ desk }) => desk)

export function rememberTodoCounts(userId: string, counts: Counts): void {
  askedAt = serverNow().getTime()
  kept.set({ userId, counts })
}

/** A page that is shown within this time after another one does not ask again. */
const FRESH_MS = 5_000

/** Asks for the counts, unless they are fresh; keeps the former ones without an answer. */
export async function refreshTodoCounts(userId: string): Promise<void> {
  if (kept.get()?.userId === userId && serverNow().getTime() - askedAt < FRESH_MS) return
  askedAt = serverNow().getTime()
  const page = await api('GET /me/todos', { query: { limit: 1 } }).catch(() => null)
  if (page) rememberTodoCounts(userId, page)
}

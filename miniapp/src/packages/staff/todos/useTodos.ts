import { useEffect, useState } from 'react'
import type { Me } from '@shared/contract/people/auth'
import { type Todo, type TodoKind, type TodoPage } from '@shared/contract/people/todo'
import { api } from '../../../api/client'
import { setAddress } from '../../../elements/platform'
import { type Pages, usePages } from '../../../hooks/usePages'
import { useParams } from '../../../hooks/useParams'
import { IN_WORK } from '../../../hooks/useResource'
import { useReshown } from '../../../hooks/useReshown'
import { routes } from '../../../routes'
import { rememberTodoCounts } from '../../../state/todos'

export type TodoSort = 'day' | 'org' | 'kind'

/** Filters of the list; kept in the address. */
interface TodoFilters {
  kind?: TodoKind | undefined
  org?: string | undefined
  late?: '1' | undefined
  sort?: TodoSort | undefined
}

export interface Todos {
  filters: TodoFilters
  setFilters: (filters: TodoFilters) => void
  pages: Pages<Todo>
  /** Counts of everything; null before the first answer. */
  counts: TodoPage | null
  reload: () => void
}

/** Fits a large screen: a page shows what most people have. */
const AT_ONCE = 50

/** Loads what waits for the person, filtered by the address. */
export function useTodos(me: Me): Todos {
  const { kind, org, late, sort } = useParams()
  const [filters, set] = useState<TodoFilters>({
    kind: kind as TodoKind | undefined,
    org,
    late: late === '1' ? '1' : undefined,
    sort: sort as TodoSort | undefined,
  })
  const [counts, setCounts] = useState<TodoPage | null>(null)
  const load = async (cursor: string | undefined) => {
    const page = await api('GET /me/todos', { query: { ...filters, cursor, limit: AT_ONCE } })
    setCounts(page)
    return page
  }
  const pages = usePages<Todo>(`todos:${me.id}:${JSON.stringify(filters)}`, load, IN_WORK)
  useEffect(() => {
    if (counts) rememberTodoCounts(me.id, counts)
  }, [counts, me.id])
  useReshown(pages.first.reload)
  const setFilters = (next: TodoFilters) => {
    set(next)
    setAddress(routes.work({ ...next }))
  }
  return { filters, setFilters, pages, counts, reload: pages.first.reload }
}

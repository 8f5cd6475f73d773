import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import type { RemovedNotice } from '@shared/contract/disclosure/removedNotice'
import { type Resource, type ResourceOptions, useResource } from './useResource'

interface Page<T> {
  items: T[]
  nextCursor: string | null
  /** Of a list of notices: what was withdrawn or erased, on the first page. */
  removed?: RemovedNotice[] | undefined
}

export interface Pages<T> {
  first: Resource<Page<T>>
  items: T[]
  /** Null if everything is shown. */
  more: (() => void) | null
  loadingMore: boolean
  failedMore: boolean
}

interface Further<T> {
  of: Page<T> | null
  items: T[]
  cursor: string | null
  state: 'idle' | 'loading' | 'failed'
}

/** Loads a list page by page with a cursor, at the end of the screen or by button. */
export function usePages<T>(
  key: string | null,
  load: (cursor: string | undefined) => Promise<Page<T>>,
  options?: ResourceOptions,
): Pages<T> {
  const first = useResource<Page<T>>(key, () => load(undefined), options)
  const [kept, setFurther] = useState<Further<T> | null>(null)
  const fresh: Further<T> = {
    of: first.data,
    items: [],
    cursor: first.data?.nextCursor ?? null,
    state: 'idle',
  }
  const further = kept && kept.of === first.data ? kept : fresh
  const { cursor } = further

  const more = () => {
    if (!cursor || further.state === 'loading') return
    setFurther({ ...further, state: 'loading' })
    load(cursor).then(
      page =>
        setFurther({
          ...further,
          items: [...further.items, ...page.items],
          cursor: page.nextCursor,
          state: 'idle',
        }),
      () => setFurther({ ...further, state: 'failed' }),
    )
  }
  useReachBottom(() => {
    if (further.state === 'idle') more()
  })

  return {
    first,
    items: [...(first.data?.items ?? []), ...further.items],
    more: cursor ? more : null,
    loadingMore: further.state === 'loading',
    failedMore: further.state === 'failed',
  }
}

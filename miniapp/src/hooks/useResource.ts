import { ApiError } from '@shared/client'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { type Kept, forgetPage, keepPage, keptPage } from '../state/archive'
import { forgetSession } from '../state/session'

/**
 * A page's data: what was kept from last time at once, then what the server says.
 * `staleSince` is set when the server could not be asked and older data is shown.
 */
export interface Resource<T> {
  data: T | null
  error: ApiError | null
  staleSince: string | null
  loading: boolean
  reload: () => void
}

/** How one asking ended. */
interface Outcome<T> {
  key: string
  round: number
  shown: Kept<T> | null
  error: ApiError | null
}

const asApiError = (error: unknown): ApiError =>
  error instanceof ApiError ? error : new ApiError('unexpected', '页面出了点问题，请稍后再试。', -1)

/** A session that has ended does not stop reading: asked once more without it. */
async function loadAsReader<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load()
  } catch (error) {
    if (asApiError(error).status !== 401) throw error
    forgetSession()
    return load()
  }
}

/** The server says that this page is not, or no longer, to be seen. */
const isGone = (error: ApiError) => [403, 404, 410].includes(error.status)

/** @param key name under which the data is kept for offline reading; null = nothing to load yet. */
export function useResource<T>(key: string | null, load: () => Promise<T>): Resource<T> {
  const [outcome, setOutcome] = useState<Outcome<T> | null>(null)
  const [round, setRound] = useState(0)
  const kept = useMemo(() => (key ? keptPage<T>(key) : null), [key])
  const loader = useRef(load)
  useEffect(() => {
    loader.current = load
  })

  useEffect(() => {
    if (!key) return
    let live = true
    const settle = (next: (before: Kept<T> | null) => Pick<Outcome<T>, 'shown' | 'error'>) => {
      if (!live) return
      setOutcome(before => ({ key, round, ...next(before?.key === key ? before.shown : kept) }))
    }
    loadAsReader(loader.current).then(
      value => {
        const at = new Date().toISOString()
        keepPage(key, value, at)
        settle(() => ({ shown: { value, at }, error: null }))
      },
      (reason: unknown) => {
        const error = asApiError(reason)
        if (isGone(error)) forgetPage(key)
        settle(before => ({ shown: isGone(error) ? null : before, error }))
      },
    )
    return () => {
      live = false
    }
  }, [key, round, kept])

  const reload = useCallback(() => setRound(count => count + 1), [])
  const mine = outcome?.key === key ? outcome : null
  const shown = mine ? mine.shown : kept
  const error = mine?.round === round ? mine.error : null
  return {
    data: shown?.value ?? null,
    error,
    staleSince: error && shown ? shown.at : null,
    loading: key !== null && mine?.round !== round,
    reload,
  }
}

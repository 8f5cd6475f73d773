import { ApiError } from '@shared/client'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { type Kept, forgetPage, keepPage, keptPage } from '../state/archive'
import { serverNow } from '../state/serverClock'
import { forgetSession } from '../state/session'

/**
 * A page's data: the cached copy at once, then the server's answer. `staleSince` is set if the server is
 * unreachable and older data is shown.
 */
export interface Resource<T> {
  data: T | null
  error: ApiError | null
  staleSince: string | null
  loading: boolean
  reload: () => void
}

export interface ResourceOptions {
  /** Caches the answer on this phone, for the next visit and for offline use. */
  keep: boolean
}

const PUBLISHED: ResourceOptions = { keep: true }

/** Work in progress: never cached on the phone. */
export const IN_WORK: ResourceOptions = { keep: false }

/** Result of one request. */
interface Outcome<T> {
  key: string
  round: number
  shown: Kept<T> | null
  error: ApiError | null
  /** Date of the data, if the server's own database was unavailable. */
  keptSince?: string | null
}

/** Returns the date of the data, sent by a server whose database is unavailable. */
const keptSinceOf = (value: unknown): string | null =>
  typeof value === 'object' && value !== null && 'keptSince' in value ? String(value.keptSince) : null

const asApiError = (error: unknown): ApiError =>
  error instanceof ApiError ? error : new ApiError('unexpected', '页面出了点问题，请稍后再试。', -1)

/** Loads again without login if the session has expired, so that public pages remain readable. */
async function loadAsReader<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load()
  } catch (error) {
    if (asApiError(error).status !== 401) throw error
    forgetSession()
    return load()
  }
}

/** True if the page is not, or no longer, accessible. */
const isGone = (error: ApiError) => [403, 404, 410].includes(error.status)

const staleSinceOf = <T>({ error, shown, keptSince }: Outcome<T>): string | null =>
  error && shown ? shown.at : (keptSince ?? null)

/** Derives the view state for the current request round. */
function viewOf<T>(
  outcome: Outcome<T> | null,
  key: string | null,
  round: number,
  kept: Kept<T> | null,
): Omit<Resource<T>, 'reload'> {
  const mine = outcome?.key === key ? outcome : null
  const answered = mine?.round === round
  const shown = mine ? mine.shown : kept
  const error = answered ? mine.error : null
  return {
    data: shown?.value ?? null,
    error,
    staleSince: mine ? staleSinceOf(mine) : null,
    loading: Boolean(key) && !answered,
  }
}

/** @param key cache name for offline reading; null or empty: nothing to load. */
export function useResource<T>(
  key: string | null,
  load: () => Promise<T>,
  { keep }: ResourceOptions = PUBLISHED,
): Resource<T> {
  const [outcome, setOutcome] = useState<Outcome<T> | null>(null)
  const [round, setRound] = useState(0)
  const kept = useMemo(() => (key && keep ? keptPage<T>(key) : null), [key, keep])
  const loader = useRef(load)
  useEffect(() => {
    loader.current = load
  })

  useEffect(() => {
    if (!key) return
    let live = true
    const settle = (next: (before: Kept<T> | null) => Omit<Outcome<T>, 'key' | 'round'>) => {
      if (!live) return
      setOutcome(before => ({ key, round, ...next(before?.key === key ? before.shown : kept) }))
    }
    loadAsReader(loader.current).then(
      value => {
        const keptSince = keptSinceOf(value)
        const at = keptSince ?? serverNow().toISOString()
        if (keep) keepPage(key, value, at)
        settle(() => ({ shown: { value, at }, error: null, keptSince }))
      },
      (reason: unknown) => {
        const error = asApiError(reason)
        if (keep && isGone(error)) forgetPage(key)
        settle(before => ({ shown: isGone(error) ? null : before, error }))
      },
    )
    return () => {
      live = false
    }
  }, [key, round, keep, kept])

  const reload = useCallback(() => setRound(count => count + 1), [])
  return { ...viewOf(outcome, key, round, kept), reload }
}

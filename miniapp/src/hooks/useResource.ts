import { ApiError } from '@shared/client'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { type Kept, forgetPage, keepPage, keptPage } from '../state/archive'
import { serverNow } from '../state/serverClock'
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

export interface ResourceOptions {
  /** Keep what came on this phone, to show it at once next time and without a network. */
  keep: boolean
}

const PUBLISHED: ResourceOptions = { keep: true }

/** Work in progress: never left on a phone, never shown as it was. */
export const IN_WORK: ResourceOptions = { keep: false }

/** How one asking ended. */
interface Outcome<T> {
  key: string
  round: number
  shown: Kept<T> | null
  error: ApiError | null
  /** When the server could not ask its own store: of when its page is. */
  keptSince?: string | null
}

/** A server whose store is away says of when the page is that it sends. */
const keptSinceOf = (value: unknown): string | null =>
  typeof value === 'object' && value !== null && 'keptSince' in value ? String(value.keptSince) : null

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

const staleSinceOf = <T>({ error, shown, keptSince }: Outcome<T>): string | null =>
  error && shown ? shown.at : (keptSince ?? null)

/** What a page shows at this moment of asking. */
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
    loading: key !== null && !answered,
  }
}

/** @param key name under which the data is kept for offline reading; null = nothing to load yet. */
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

import { setTimeout as sleep } from 'node:timers/promises'
import { mongo } from 'mongoose'
import { AppError } from '../errors'
import { errorText } from '@shared/texts/errors'
import type { Db } from './db'
import type { Database } from './database'

const EVERY_MS = 1_000
const PATIENCE_MS = 3_000
const NAP_MS = 100
const RETRY_SECONDS = '5'
/** Milliseconds above which an operation counts as a sign of trouble in the store. */
const SLOW_MS = 3_000
/** InternalError, UnknownError and OutOfDiskSpace: the store answers, but the operation failed. */
const FAULTS: ReadonlySet<unknown> = new Set([1, 8, 14031])

/** Creates a 503: the store cannot be reached; nothing was written and the request may be repeated. */
export const storeUnavailable = () =>
  new AppError(503, 'store-away', [], errorText('store-away'), { 'Retry-After': RETRY_SECONDS })

/** Creates a 503: the store failed, usually because its disk is full; the request may be repeated. */
export const storeFailed = () =>
  new AppError(503, 'store-failed', [], errorText('store-failed'), { 'Retry-After': RETRY_SECONDS })

/** Checks whether the driver's error reports a failure of the store itself. */
export const isStoreFault = (error: unknown): boolean =>
  error instanceof mongo.MongoServerError && FAULTS.has(error.code)

/** Checks whether the driver's error reports an unreachable store. */
export const isStoreAway = (error: unknown): boolean =>
  error instanceof mongo.MongoServerSelectionError ||
  error instanceof mongo.MongoNetworkError ||
  error instanceof mongo.MongoNotConnectedError ||
  error instanceof mongo.MongoTopologyClosedError

/**
 * Returns the result of the work, or throws `store-away` after `patience` milliseconds. Waits in short intervals:
 * while this process is busy they take longer, so its own load does not look like a hanging store.
 */
export function withTimeout<T>(work: Promise<T>, patience: number): Promise<T> {
  return new Promise((resolve, reject) => {
    let left = patience
    const naps = setInterval(() => {
      left -= NAP_MS
      if (left <= 0) settle(() => reject(storeUnavailable()))
    }, NAP_MS)
    const settle = (how: () => void) => {
      clearInterval(naps)
      how()
    }
    work.then(
      value => settle(() => resolve(value)),
      (error: unknown) => settle(() => reject(error)),
    )
  })
}

/** Pings the store. `failed`: it answers in time, but only with an error. */
export async function pingStore(
  { connection }: Db,
  patience = PATIENCE_MS,
): Promise<'well' | 'failed' | 'silent'> {
  const ping = connection.db?.command({ ping: 1 })
  if (!ping) return 'silent'
  return withTimeout(ping, patience).then(
    () => 'well',
    (error: unknown) => (isStoreFault(error) ? 'failed' : 'silent'),
  )
}

export interface StoreAvailability {
  /** Returns whether the last check failed to reach the store. */
  isAway(): boolean
  /** Returns the result of the work, or throws `store-away` as soon as the store is seen to be unavailable. */
  orAway<T>(work: () => Promise<T>): Promise<T>
  stop(): Promise<void>
}

/**
 * Checks every second whether the store is available. After a failure or a slow answer it asks the database object to
 * verify its engine and to restart it if needed, also when the engine no longer answers: it may refuse connections.
 */
export function watchStoreAvailability(
  db: Db,
  mend: Database['mend'] = () => Promise.resolve(true),
): StoreAvailability {
  const leaving = new Set<() => void>()
  const over = new AbortController()
  let away = false
  let doubted = false

  async function isThere(): Promise<boolean> {
    const answer = await pingStore(db)
    if (answer === 'failed') doubted = true
    if (!doubted) return answer === 'well'
    doubted = !(await mend())
    return !doubted && answer === 'well'
  }

  async function look(): Promise<void> {
    while (!over.signal.aborted) {
      away = !(await isThere())
      if (away) for (const leave of leaving) leave()
      await sleep(EVERY_MS, undefined, { signal: over.signal, ref: false }).catch(() => undefined)
    }
  }
  const looking = look()

  return {
    isAway: () => away,
    orAway: async work => {
      if (away) throw storeUnavailable()
      let leave = () => undefined as void
      const gone = new Promise<never>((_resolve, reject) => {
        leave = () => reject(storeUnavailable())
        leaving.add(leave)
      })
      const slow = setTimeout(() => (doubted = true), SLOW_MS).unref()
      try {
        return await Promise.race([work(), gone])
      } catch (error) {
        if (isStoreFault(error)) doubted = true
        throw error
      } finally {
        clearTimeout(slow)
        leaving.delete(leave)
      }
    },
    stop: async () => {
      over.abort()
      await looking
    },
  }
}

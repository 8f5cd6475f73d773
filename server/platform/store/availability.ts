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
/** Nothing that a person waits for takes so long while the store is sound. */
const SLOW_MS = 3_000
/** InternalError, UnknownError and OutOfDiskSpace: the store answers, but could not do it. */
const FAULTS: ReadonlySet<unknown> = new Set([1, 8, 14031])

/** 503: the store cannot be reached; nothing was kept, the same request may be sent again. */
export const storeUnavailable = () =>
  new AppError(503, 'store-away', [], errorText('store-away'), { 'Retry-After': RETRY_SECONDS })

/** 503: the store could not do it, most often for want of room; the same request may be sent again. */
export const storeFailed = () =>
  new AppError(503, 'store-failed', [], errorText('store-failed'), { 'Retry-After': RETRY_SECONDS })

/** Does this error of the driver say that the store itself failed? */
export const isStoreFault = (error: unknown): boolean =>
  error instanceof mongo.MongoServerError && FAULTS.has(error.code)

/** Does this error of the driver say that the store cannot be reached? */
export const isStoreAway = (error: unknown): boolean =>
  error instanceof mongo.MongoServerSelectionError ||
  error instanceof mongo.MongoNetworkError ||
  error instanceof mongo.MongoNotConnectedError ||
  error instanceof mongo.MongoTopologyClosedError

/**
 * The work's own end, or `store-away` when it takes too long: a store that hangs never says so itself. Waits in short naps: while
 * this process is busy itself they take longer, so that its own work is not taken for a store that hangs.
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
      (error: unknown) => settle(() => reject(error as Error)),
    )
  })
}

/** Does the store answer, in good time? `failed`: only that it cannot. */
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
  /** Could the store not be reached when it was last looked at? */
  isAway(): boolean
  /** The work's own end, or `store-away` as soon as the store is seen to be away: nobody waits for what cannot come. */
  orAway<T>(work: () => Promise<T>): Promise<T>
  stop(): Promise<void>
}

/**
 * Looks every second whether the store is there, and finds it again by itself. When it has failed or takes long, `mend` is asked
 * whether it still keeps what it is given, also of one that answers no more: it may let nobody in.
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

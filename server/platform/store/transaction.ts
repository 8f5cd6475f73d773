import type { AsyncLocalStorage } from 'node:async_hooks'
import { type Connection, mongo } from 'mongoose'
import { AppError } from '../errors'
import type { Clock } from '../clock'
import { announceMoved, movePageVersions } from '../pages/invalidate'
import { TRANSACTION } from './connect'
import { fenceOf } from './fence'
import { begin, type Db, type Store, type Tx } from './db'
import { enterRecorded } from './enterRecorded'
import { collectRecorded } from './recorded'
import { collectChanges } from './shownTo'

/** A store and the clock that gives its transactions their moment. */
export interface Stores {
  db: Db
  clock: Pick<Clock, 'now'>
}

/** Number of running transactions in this process. */
let open = 0

/**
 * Disables mongoose's AsyncLocalStorage while no transaction runs: on Node < 24 an enabled one costs about 17 % of
 * read throughput.
 */
function stopFollowing({ base }: Connection): void {
  const { transactionAsyncLocalStorage: storage } = base as typeof base & Following
  storage?.disable()
}

interface Following {
  transactionAsyncLocalStorage?: AsyncLocalStorage<unknown>
}

/**
 * Runs the work in one transaction: atomic, on one snapshot, on disk at the majority when it returns. Model calls
 * inside join it automatically and run one after the other. The versions of the public pages that show what was written move with it, and the ledger enters recorded rows. Retries after a conflict, so the work must use the database only.
 * @throws AppError 503 `program-outdated` when a newer program has changed the layout of the store
 */
export async function inTransaction<T>({ db, clock }: Stores, work: (tx: Tx) => Promise<T>): Promise<T> {
  const { connection } = db
  const fence = fenceOf(connection)
  let result: T
  let moved: string[] = []
  await fence?.renew()
  open += 1
  try {
    await connection.transaction(async session => {
      fence?.check()
      const changes = collectChanges(session)
      const recorded = collectRecorded(session)
      const tx = db[begin](clock.now())
      result = await work(tx)
      await enterRecorded(tx, recorded)
      moved = await movePageVersions(tx, changes)
    }, TRANSACTION)
  } finally {
    announceMoved(connection, moved)
    open -= 1
    if (open === 0) stopFollowing(connection)
  }
  return result!
}

/**
 * Makes one change in its own transaction, without waiting for a row that another transaction has locked: a killed
 * process may hold the lock for a minute. SecantusDB ends such a transaction only when another one arrives, hence a
 * transaction.
 * @returns whether a row was changed
 */
export async function tryUpdateNow(
  connection: Connection,
  change: (session: mongo.ClientSession) => Promise<{ modifiedCount: number }>,
): Promise<boolean> {
  const session = await connection.startSession()
  try {
    session.startTransaction(TRANSACTION)
    const { modifiedCount } = await change(session)
    await session.commitTransaction()
    return modifiedCount > 0
  } catch (error) {
    if (session.inTransaction()) await session.abortTransaction().catch(() => undefined)
    if (error instanceof mongo.MongoError && error.hasErrorLabel('TransientTransactionError')) return false
    throw error
  } finally {
    await session.endSession()
  }
}

/**
 * Returns the store for a write that is atomic by itself and must outlive the caller's transaction: a lease, a refusal
 * in the audit log, a counted attempt.
 * @throws AppError 503 `program-outdated`
 */
export function singleWrites(db: Db): Store {
  if (fenceOf(db.connection)?.isOutdated()) throw new AppError(503, 'program-outdated')
  return db as Store
}

/** Checks whether the error is a duplicate key in this collection. */
export const isDuplicate = (error: unknown, collection: string): boolean =>
  error instanceof mongo.MongoServerError &&
  error.code === 11000 &&
  String(error.message).includes(collection)

import type { AsyncLocalStorage } from 'node:async_hooks'
import { type Connection, mongo } from 'mongoose'
import { TRANSACTION } from './connect'

/** Transactions that are under way in this process. */
let open = 0

/**
 * Mongoose tells the calls of a transaction by an `AsyncLocalStorage`. From its first use on Node (before 24) follows every promise
 * and every socket of the process for it, which takes a sixth from each reader; so it is let go of between transactions.
 */
function stopFollowing({ base }: Connection): void {
  const { transactionAsyncLocalStorage: storage } = base as typeof base & Following
  storage?.disable()
}

interface Following {
  transactionAsyncLocalStorage?: AsyncLocalStorage<unknown>
}

/**
 * Runs the work in one transaction: all of it or nothing, seen by one moment's snapshot, on disk at the majority when
 * it returns. Every model call inside joins it by itself. Runs anew when a rival was faster, so the work must not
 * touch anything but the database.
 */
export async function inTransaction<T>(connection: Connection, work: () => Promise<T>): Promise<T> {
  let result: T
  open += 1
  try {
    await connection.transaction(async () => {
      result = await work()
    }, TRANSACTION)
  } finally {
    open -= 1
    if (open === 0) stopFollowing(connection)
  }
  return result!
}

/**
 * Makes one change in a transaction of its own, and does not wait when another transaction holds the row: a process that was
 * killed may hold it for a minute. SecantusDB ends such a transaction only when somebody else's comes by, hence a transaction.
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

/** Was a unique index of this collection hurt? */
export const isDuplicate = (error: unknown, collection: string): boolean =>
  error instanceof mongo.MongoServerError &&
  error.code === 11000 &&
  String(error.message).includes(collection)

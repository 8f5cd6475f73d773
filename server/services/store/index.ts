import { type Connection, mongo } from 'mongoose'
import { TRANSACTION } from '../engine'

/**
 * Runs the work in one transaction: all of it or nothing, seen by one moment's snapshot, on disk at the majority when
 * it returns. Every model call inside joins it by itself. Runs anew when a rival was faster, so the work must not
 * touch anything but the database.
 */
export async function inTransaction<T>(connection: Connection, work: () => Promise<T>): Promise<T> {
  let result: T
  await connection.transaction(async () => {
    result = await work()
  }, TRANSACTION)
  return result!
}

/** Was a unique index of this collection hurt? */
export const isDuplicate = (error: unknown, collection: string): boolean =>
  error instanceof mongo.MongoServerError &&
  error.code === 11000 &&
  String(error.message).includes(collection)

import type { mongo } from 'mongoose'
import type { Db, Tx } from '../store/db'
import { sessionOf } from '../store/session'

/** A row below the models: any field, text id. */
export interface RawRow extends mongo.Document {
  _id: string
}

/** Returns a collection below the models, also one that no model has. */
export const rawCollection = ({ connection }: Db, name: string): mongo.Collection<RawRow> =>
  connection.getClient().db(connection.name).collection<RawRow>(name)

/** A collection below the models, and the option that makes each of its operations part of the transaction. */
export interface RawInTransaction {
  rows: mongo.Collection<RawRow>
  options: { session: mongo.ClientSession }
}

/**
 * Returns a collection below the models for use in the transaction; its operations run one after the other.
 * @throws Error outside a transaction
 */
export function rawIn(tx: Tx, name: string): RawInTransaction {
  const session = sessionOf({ db: tx.connection })
  if (!session) throw new Error(`raw rows of ${name} outside a transaction`)
  return { rows: rawCollection(tx, name), options: { session } }
}

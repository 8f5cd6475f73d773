import type { Connection, Model } from 'mongoose'
import type { DomainEvent, Question } from '../events'
import type { CollectionDefinition, ReadableCollection } from './collection'

/** The query methods of a collection. */
type Reads<Row> = Pick<
  Model<Row>,
  'find' | 'findOne' | 'findById' | 'exists' | 'distinct' | 'countDocuments' | 'aggregate'
>

/** Opens a transaction's view of the store; for transaction.ts alone. */
export const begin = Symbol('begin')

/** The store on one connection, for reading: a write needs a `Tx`. */
export interface Db {
  readonly connection: Connection
  of<Row>(collection: ReadableCollection<Row>): Reads<Row>
  /** Asks every answering room, in the order of compose.ts. */
  ask<Asked, Answer>(question: Question<Asked, Answer>, asked: Asked): Promise<Answer[]>
  [begin](now: Date): Tx
}

/** Access to one's own collections for writing. */
export interface Writes {
  of<Row>(collection: CollectionDefinition<Row>): Model<Row>
}

declare const open: unique symbol

/** A running transaction; only `inTransaction` makes one. A room writes its own collections and reads foreign ones. */
export interface Tx extends Db {
  readonly [open]: true
  /** The one moment of everything written in it. */
  readonly now: Date
  of<Row>(collection: CollectionDefinition<Row>): Model<Row>
  of<Row>(collection: ReadableCollection<Row>): Reads<Row>
  /** Runs the event's handlers, in the order of compose.ts, in this transaction. */
  emit<Fact>(event: DomainEvent<Fact>, fact: Fact): Promise<void>
}

/** The whole store, without the promise of a transaction: for the platform, the seed and tests. */
export interface Store extends Db {
  of<Row>(collection: ReadableCollection<Row>): Model<Row>
}

/** A route's store: passed on to queries, never read by the route itself. */
export interface RouteDb extends Omit<Db, 'of'> {
  readonly of: never
}

/** Creates every missing collection; idempotent. Transactions require existing collections. */
export async function ensureCollections(db: Db): Promise<void> {
  for (const model of Object.values(db.connection.models)) await model.createCollection()
}

/**
 * Creates every index of the existing collections; idempotent. Without `expiry` no TTL index is made: under a
 * simulated clock the engine's own time is meaningless.
 */
export async function createAllIndexes(db: Db, { expiry = true } = {}): Promise<void> {
  for (const model of Object.values(db.connection.models)) await createIndexes(model, expiry)
}

/** Creates every collection and index; see `createAllIndexes` for `expiry`. */
export async function ensureIndexes(db: Db, { expiry = true } = {}): Promise<void> {
  await ensureCollections(db)
  await createAllIndexes(db, { expiry })
}

/** Error codes for an existing index of these fields with other options, e.g. made without `expiry`. */
const CONFLICTS = new Set([85, 86])

type IndexFields = Record<string, 1 | -1>

const nameOf = (fields: IndexFields): string =>
  Object.entries(fields)
    .map(part => part.join('_'))
    .join('_')

async function createIndexes(
  { schema, collection }: Connection['models'][string],
  expiry: boolean,
): Promise<void> {
  for (const [
    declared,
    { unique, partialFilterExpression: partial, expireAfterSeconds: age },
  ] of schema.indexes()) {
    const fields = declared as IndexFields
    const create = () =>
      collection.createIndex(fields, {
        ...(unique && { unique: true }),
        ...(partial && { partialFilterExpression: partial }),
        ...(expiry && age !== undefined && { expireAfterSeconds: Number(age) }),
      })
    try {
      await create()
    } catch (error) {
      if (!CONFLICTS.has(Number((error as { code?: unknown }).code))) throw error
      await collection.dropIndex(nameOf(fields))
      await create()
    }
  }
}

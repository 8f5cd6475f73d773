import type { Connection, Model } from 'mongoose'
import type { DomainEvent, Question } from '../events'
import type { CollectionDefinition } from './collection'

/** The store on one connection: collections, events and questions. */
export interface Db {
  readonly connection: Connection
  of<Row>(collection: CollectionDefinition<Row>): Model<Row>
  /** Runs the event's handlers, in the order of compose.ts, in the caller's transaction. */
  emit<Fact>(event: DomainEvent<Fact>, fact: Fact): Promise<void>
  /** Asks every answering room, in the order of compose.ts. */
  ask<Asked, Answer>(question: Question<Asked, Answer>, asked: Asked): Promise<Answer[]>
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

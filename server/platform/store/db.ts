import type { Connection, Model } from 'mongoose'
import type { DomainEvent, Question } from '../events'
import type { CollectionDefinition } from './collection'

/** The store as one connection sees it: rows by collection, and what joins the rooms that keep them. */
export interface Db {
  readonly connection: Connection
  of<Row>(collection: CollectionDefinition<Row>): Model<Row>
  /** Runs what follows the event, in the order of compose.ts, in the caller's transaction. */
  emit<Fact>(event: DomainEvent<Fact>, fact: Fact): Promise<void>
  /** Asks every room that answers, in the order of compose.ts. */
  ask<Asked, Answer>(question: Question<Asked, Answer>, asked: Asked): Promise<Answer[]>
}

/** Makes every collection; a second call changes nothing. Transactions need the collections to exist. */
export async function ensureCollections(db: Db): Promise<void> {
  for (const model of Object.values(db.connection.models)) await model.createCollection()
}

/**
 * Makes every index of collections that are there; a second call changes nothing.
 * Without `expiry` no row is removed for its age: under a clock that was set, the engine's own time means nothing.
 */
export async function createAllIndexes(db: Db, { expiry = true } = {}): Promise<void> {
  for (const model of Object.values(db.connection.models)) await createIndexes(model, expiry)
}

/** Makes every collection and index, as above. */
export async function ensureIndexes(db: Db, { expiry = true } = {}): Promise<void> {
  await ensureCollections(db)
  await createAllIndexes(db, { expiry })
}

/** The store has an index of these fields with other options: it was made with, or without, `expiry`. */
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

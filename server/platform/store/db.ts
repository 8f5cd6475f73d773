import type { Connection, Model } from 'mongoose'
import { type CollectionDefinition, modelOn } from './collection'

/** The store, as far as this connection knows it: a collection's rows by its definition. */
export interface Db {
  readonly connection: Connection
  of<Row>(collection: CollectionDefinition<Row>): Model<Row>
}

/** Registers every collection on one connection. Made once in the composition root and passed on. */
export function createDb(connection: Connection, collections: readonly CollectionDefinition<unknown>[]): Db {
  const models = new Map<string, Model<unknown>>()
  for (const collection of collections) models.set(collection.name, modelOn(connection, collection))
  return {
    connection,
    of: <Row>({ name }: CollectionDefinition<Row>) => {
      const model = models.get(name)
      if (!model) throw new Error(`collection ${name} is not composed`)
      return model as unknown as Model<Row>
    },
  }
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

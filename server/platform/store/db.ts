import type { Connection, Model } from 'mongoose'
import type { DomainEvent, Joins, Question } from '../events'
import { type CollectionDefinition, modelOn } from './collection'

/** The store as one connection sees it: rows by collection, and what joins the rooms that keep them. */
export interface Db {
  readonly connection: Connection
  of<Row>(collection: CollectionDefinition<Row>): Model<Row>
  /** Runs what follows the event, in the order of compose.ts, in the caller's transaction. */
  emit<Fact>(event: DomainEvent<Fact>, fact: Fact): Promise<void>
  /** Asks every room that answers, in the order of compose.ts. */
  ask<Asked, Answer>(question: Question<Asked, Answer>, asked: Asked): Promise<Answer[]>
}

/**
 * Registers every collection on one connection. Made once in the composition root and passed on.
 * @throws Error for a collection, an event or a question that compose.ts does not list
 */
export function createDb(
  connection: Connection,
  collections: readonly CollectionDefinition<unknown>[],
  { reactions, answers }: Joins,
): Db {
  const models = new Map(collections.map(one => [one.name, modelOn(connection, one)]))
  const runs = new Map(reactions.map(({ event, run }) => [event, run]))
  const answering = new Map(answers.map(({ question, run }) => [question, run]))
  const composed = <T>(found: T | undefined, what: string): T => {
    if (found === undefined) throw new Error(`${what} is not composed`)
    return found
  }
  const db: Db = {
    connection,
    of: <Row>({ name }: CollectionDefinition<Row>) =>
      composed(models.get(name), `collection ${name}`) as unknown as Model<Row>,
    emit: async ({ name }, fact) => {
      for (const run of composed(runs.get(name), `event ${name}`)) await run(db, fact as never)
    },
    ask: async <Asked, Answer>({ name }: Question<Asked, Answer>, asked: Asked) => {
      const found: Answer[] = []
      for (const run of composed(answering.get(name), `question ${name}`)) {
        found.push((await run(db, asked as never)) as Answer)
      }
      return found
    },
  }
  return db
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

import type { Connection, Model } from 'mongoose'
import type { DomainEvent, Joins, Question } from '../events'
import { type CollectionDefinition, modelOn } from './collection'

/** The store on one connection: collections, events and questions. */
export interface Db {
  readonly connection: Connection
  of<Row>(collection: CollectionDefinition<Row>): Model<Row>
  /** Runs the event's handlers, in the order of compose.ts, in the caller's transaction. */
  emit<Fact>(event: DomainEvent<Fact>, fact: Fact): Promise<void>
  /** Asks every answering room, in the order of compose.ts. */
  ask<Asked, Answer>(question: Question<Asked, Answer>, asked: Asked): Promise<Answer[]>
}

/**
 * Registers every collection on one connection. The composition root calls it once.
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

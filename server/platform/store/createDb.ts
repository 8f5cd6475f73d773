import type { Connection, Model } from 'mongoose'
import type { DomainEvent, Question } from '../events'
import { type CollectionDefinition, modelOn, type ReadableCollection } from './collection'
import { begin, type Db, type Store, type Tx } from './db'

/** The handlers of an event, in order. */
export interface Reaction {
  readonly event: string
  readonly run: readonly ((tx: Tx, fact: never) => Promise<void>)[]
}

export const on = <Fact>(
  event: DomainEvent<Fact>,
  ...run: ((tx: Tx, fact: Fact) => Promise<void>)[]
): Reaction => ({ event: event.name, run })

/** The answering functions of a question, in order. */
export interface Answers {
  readonly question: string
  readonly run: readonly ((db: Db, asked: never) => Promise<unknown>)[]
}

export const answer = <Asked, Answer>(
  question: Question<Asked, Answer>,
  ...run: ((db: Db, asked: Asked) => Promise<Answer>)[]
): Answers => ({ question: question.name, run })

/** The wiring of the rooms: created once, by compose.ts. */
export interface Joins {
  reactions: readonly Reaction[]
  answers: readonly Answers[]
}

/**
 * Registers every collection on one connection. The composition root calls it once.
 * @throws Error for a collection, an event or a question that compose.ts does not list
 */
export function createDb(
  connection: Connection,
  collections: readonly CollectionDefinition<unknown>[],
  { reactions, answers }: Joins,
): Store {
  const models = new Map(collections.map(one => [one.name, modelOn(connection, one)]))
  const runs = new Map(reactions.map(({ event, run }) => [event, run]))
  const answering = new Map(answers.map(({ question, run }) => [question, run]))
  const composed = <T>(found: T | undefined, what: string): T => {
    if (found === undefined) throw new Error(`${what} is not composed`)
    return found
  }
  const store: Store = {
    connection,
    of: <Row>({ name }: ReadableCollection<Row>) =>
      composed(models.get(name), `collection ${name}`) as unknown as Model<Row>,
    ask: async <Asked, Answer>({ name }: Question<Asked, Answer>, asked: Asked) => {
      const found: Answer[] = []
      for (const run of composed(answering.get(name), `question ${name}`)) {
        found.push((await run(store, asked as never)) as Answer)
      }
      return found
    },
    [begin]: now => {
      const emit: Tx['emit'] = async ({ name }, fact) => {
        for (const run of composed(runs.get(name), `event ${name}`)) await run(tx, fact as never)
      }
      const tx = { ...store, now, emit } as unknown as Tx
      return tx
    },
  }
  return store
}

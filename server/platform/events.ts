import type { Db } from './store/db'

/** A fact of one room that rooms above it react to, in the same transaction. */
export interface DomainEvent<Fact> {
  readonly name: string
  /** Never set; a type-level field only. */
  readonly fact?: Fact
}

export const defineEvent = <Fact>(name: string): DomainEvent<Fact> => ({ name })

/** The handlers of an event, in order. */
export interface Reaction {
  readonly event: string
  readonly run: readonly ((db: Db, fact: never) => Promise<void>)[]
}

export const on = <Fact>(
  event: DomainEvent<Fact>,
  ...run: ((db: Db, fact: Fact) => Promise<void>)[]
): Reaction => ({ event: event.name, run })

/** A query of one room that the rooms above it answer. */
export interface Question<Asked, Answer> {
  readonly name: string
  /** Never set; type-level fields only. */
  readonly types?: [Asked, Answer]
}

export const defineQuestion = <Asked, Answer>(name: string): Question<Asked, Answer> => ({ name })

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

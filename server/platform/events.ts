/** A fact of one room that rooms above it react to, in the same transaction. */
export interface DomainEvent<Fact> {
  readonly name: string
  /** Never set: carries the type of the fact. */
  readonly fact?: Fact
}

export const defineEvent = <Fact>(name: string): DomainEvent<Fact> => ({ name })

/** A question of one room that rooms above it answer. */
export interface Question<Asked, Answer> {
  readonly name: string
  /** Never set: carry the types of question and answer. */
  readonly types?: [Asked, Answer]
}

export const defineQuestion = <Asked, Answer>(name: string): Question<Asked, Answer> => ({ name })

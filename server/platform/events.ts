/** A fact of one room that rooms above it react to, in the same transaction. */
export interface DomainEvent<Fact> {
  readonly name: string
  /** Never set; a type-level field only. */
  readonly fact?: Fact
}

export const defineEvent = <Fact>(name: string): DomainEvent<Fact> => ({ name })

/** A query of one room that the rooms above it answer. */
export interface Question<Asked, Answer> {
  readonly name: string
  /** Never set; type-level fields only. */
  readonly types?: [Asked, Answer]
}

export const defineQuestion = <Asked, Answer>(name: string): Question<Asked, Answer> => ({ name })

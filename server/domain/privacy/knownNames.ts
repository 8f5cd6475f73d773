/** Offsets of a name within the text that was asked about, UTF-16 units, end exclusive. */
export interface NameSpan {
  start: number
  end: number
}

/** Names that a model found; where it knows nothing the rules are alone. */
export interface KnownNames {
  /** Names in a text as the detectors see it. */
  spansIn(text: string): readonly NameSpan[]
  /** True when a cell by itself is a person's name. */
  isPerson(cell: string): boolean
}

/** A model that finds persons' names: spans of each text, in order; null when it could not answer. */
export type NameModel = (texts: readonly string[]) => Promise<readonly (readonly NameSpan[])[] | null>

/** A text that can hold a name at all. */
const WORTH_ASKING = /[\u4e00-\u9fff]{2}|[\u4e00-\u9fff][·•][\u4e00-\u9fff]/
const LONGEST_CELL = 12

/** A cell has no context, so it is asked about within a sentence that only a person fits. */
const BEFORE_CELL = '村民'
const AFTER_CELL = '领取了补贴。'
const sentenceWith = (cell: string): string => `${BEFORE_CELL}${cell}${AFTER_CELL}`

const isCell = ([first, ...others]: readonly NameSpan[], cell: string): boolean =>
  first?.start === BEFORE_CELL.length && first.end === BEFORE_CELL.length + cell.length && others.length === 0

/** A text and the names that a model found in it. */
export type NamesOfText = readonly [text: string, names: readonly NameSpan[]]

/** Takes note of what a scan asks, and answers what a model has answered before. */
export class NameQuestions implements KnownNames {
  private readonly answers: Map<string, readonly NameSpan[] | null>

  constructor(known: readonly NamesOfText[] = []) {
    this.answers = new Map(known)
  }

  spansIn(text: string): readonly NameSpan[] {
    return WORTH_ASKING.test(text) ? this.ask(text) : []
  }

  isPerson(cell: string): boolean {
    if (cell.length > LONGEST_CELL || !WORTH_ASKING.test(cell)) return false
    return isCell(this.ask(sentenceWith(cell)), cell)
  }

  private ask(text: string): readonly NameSpan[] {
    const known = this.answers.get(text)
    if (known === undefined) this.answers.set(text, null)
    return known ?? []
  }

  /** Texts that were asked about and have no answer. */
  open(): string[] {
    return [...this.answers].filter(([, spans]) => spans === null).map(([text]) => text)
  }

  /** Asks the model what is open; the number of texts with a name, or null where it could not answer. */
  async answer(model: NameModel): Promise<number | null> {
    const open = this.open()
    if (open.length === 0) return 0
    const spans = await model(open)
    spans?.forEach((found, at) => this.answers.set(open[at]!, found))
    return spans && spans.filter(found => found.length > 0).length
  }
}

/**
 * Runs a scan with the names that a model finds in it: once to learn what it asks, and again with the answers where
 * there are any. Without a model it runs once, by rules.
 */
export async function scanWithNames<T>(
  scan: (names?: KnownNames) => T | Promise<T>,
  model: NameModel | null,
): Promise<T> {
  if (!model) return scan()
  const questions = new NameQuestions()
  const byRules = await scan(questions)
  return (await questions.answer(model)) ? scan(questions) : byRules
}

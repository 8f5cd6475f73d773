import type { ObligationState } from '@shared/contract/disclosure/obligation'
import { type ObligationFacts, obligationState } from './state'

/**
 * One item's year in the matrix 公开情况 as a short text of facts: a letter and a due date for each of the twelve
 * months. The state on a given day is derived from the facts, so nothing is rewritten every night.
 */

const MONTHS = 12
const DAY = 86_400_000
const DATE_CHARS = 4
const CELL_CHARS = 1 + DATE_CHARS
const NO_DATE = '-'.repeat(DATE_CHARS)
const NOTHING = '.'
const EMPTY_CELL = `${NOTHING}${NO_DATE}`

export const EMPTY_YEAR = EMPTY_CELL.repeat(MONTHS)

const packDate = (date: string | null): string =>
  date === null ? NO_DATE : (Date.parse(date) / DAY).toString(36).padStart(DATE_CHARS, '0')

const unpackDate = (text: string): string | null =>
  text === NO_DATE ? null : new Date(Number.parseInt(text, 36) * DAY).toISOString().slice(0, 10)

/** Letters of stored facts, by precedence within a cell; among open ones the first due wins. */
const FACT_LETTERS = [
  ['open', 'p'],
  ['unresolved', 'u'],
  ['late', 'l'],
  ['done', 'd'],
  ['not-applicable', 'n'],
] as const
const STATUS_OF = new Map<string, ObligationFacts['status']>(
  FACT_LETTERS.map(([status, letter]) => [letter, status]),
)

/** Encodes the facts of one cell from its obligations. */
export function cellOf(obligations: readonly ObligationFacts[]): string {
  for (const [status, letter] of FACT_LETTERS) {
    const dates = obligations
      .filter(obligation => obligation.status === status)
      .map(({ dueOn }) => dueOn ?? '9999')
    if (dates.length === 0) continue
    const first = dates.sort()[0]!
    return `${letter}${packDate(status === 'open' && first !== '9999' ? first : null)}`
  }
  return EMPTY_CELL
}

/** Returns the year with the cell of a month (1–12) replaced. */
export const withCell = (year: string, month: number, cell: string): string =>
  year.slice(0, (month - 1) * CELL_CHARS) + cell + year.slice(month * CELL_CHARS)

const factsAt = (year: string, index: number): ObligationFacts | null => {
  const at = index * CELL_CHARS
  const status = STATUS_OF.get(year.charAt(at))
  return status ? { status, dueOn: unpackDate(year.slice(at + 1, at + CELL_CHARS)) } : null
}

/** Letters of the matrix states; signs and words are in shared/facts/disclosure/matrixCodes. */
const STATE_LETTERS: Readonly<Record<ObligationState, string>> = {
  overdue: 'o',
  'due-soon': 's',
  'unresolved-rule': 'u',
  running: 'r',
  'done-late': 'l',
  'done-on-time': 'd',
  'not-applicable': 'n',
  'not-yet-triggered': 't',
}
export const letterOf = (state: ObligationState): string => STATE_LETTERS[state]
export const BLANK = '.'
/** Letter of an item that the village's own catalogue leaves out. */
export const NOT_ADOPTED = 'v'

const BY_URGENCY = `${Object.values(STATE_LETTERS).join('')}${BLANK}`

/** Joins the months of one matter under several keys: the most urgent letter of each month. */
export const joinLetters = (letters: readonly string[]): string =>
  letters.length === 1
    ? letters[0]!
    : Array.from({ length: MONTHS }, (_, month) =>
        letters
          .map(each => each.charAt(month))
          .reduce((a, b) => (BY_URGENCY.indexOf(b) < BY_URGENCY.indexOf(a) ? b : a), BLANK),
      ).join('')

const GIVES_WAY = new Set([BLANK, STATE_LETTERS['not-applicable'], STATE_LETTERS['not-yet-triggered']])

/** Marks the months of a left-out item from a month on; what was due or disclosed stays. */
export const withoutAdoption = (letters: string, from: number): string =>
  [...letters]
    .map((letter, index) => (index + 1 >= from && GIVES_WAY.has(letter) ? NOT_ADOPTED : letter))
    .join('')

/**
 * Creates a reader of years on a given day: twelve letters each. `waitsFrom`: from this month on a blank cell waits
 * for an event. Equal cells are decoded once.
 */
export function lettersReader(today: string): (year: string, waitsFrom?: number | null) => string {
  const known = new Map<string, string>()
  const read = (year: string, index: number): string => {
    const cell = year.slice(index * CELL_CHARS, (index + 1) * CELL_CHARS)
    const letter = known.get(cell)
    if (letter !== undefined) return letter
    const facts = factsAt(year, index)
    const fresh = facts ? letterOf(obligationState(facts, today)) : BLANK
    known.set(cell, fresh)
    return fresh
  }
  return (year, waitsFrom = null) => {
    let letters = ''
    for (let index = 0; index < MONTHS; index += 1) {
      const letter = read(year, index)
      const waits = letter === BLANK && waitsFrom !== null && index + 1 >= waitsFrom
      letters += waits ? letterOf('not-yet-triggered') : letter
    }
    return letters
  }
}

/** Returns the twelve letters of a year on a day. */
export const lettersOn = (year: string, today: string): string => lettersReader(today)(year)

/** Returns the state of a letter; null for a cell without an obligation. */
export const stateOf = (letter: string): ObligationState | null =>
  (Object.keys(STATE_LETTERS) as ObligationState[]).find(state => STATE_LETTERS[state] === letter) ?? null

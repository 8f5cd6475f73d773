import type { DutyState } from '../../schemas/obligation'
import { type DutyFacts, dutyState } from './state'

/**
 * One item's year in the matrix 工作台矩阵 as facts in one short text: a letter and a due date for each of the twelve months.
 * Facts alone are kept; what a cell shows on a day is told from them, so that no night has to rewrite them.
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

/** Letters of stored facts; of several duties in a cell the first of these counts, of open ones the first due. */
const FACT_LETTERS = [
  ['open', 'p'],
  ['unresolved', 'u'],
  ['late', 'l'],
  ['done', 'd'],
  ['not-applicable', 'n'],
] as const
const STATUS_OF = new Map<string, DutyFacts['status']>(
  FACT_LETTERS.map(([status, letter]) => [letter, status]),
)

/** The facts of one cell from its duties. */
export function cellOf(duties: readonly DutyFacts[]): string {
  for (const [status, letter] of FACT_LETTERS) {
    const dates = duties.filter(duty => duty.status === status).map(({ dueOn }) => dueOn ?? '9999')
    if (dates.length === 0) continue
    const first = dates.sort()[0]!
    return `${letter}${packDate(status === 'open' && first !== '9999' ? first : null)}`
  }
  return EMPTY_CELL
}

/** The year with the cell of a month (1–12) put in. */
export const withCell = (year: string, month: number, cell: string): string =>
  year.slice(0, (month - 1) * CELL_CHARS) + cell + year.slice(month * CELL_CHARS)

const factsAt = (year: string, index: number): DutyFacts | null => {
  const at = index * CELL_CHARS
  const status = STATUS_OF.get(year.charAt(at))
  return status ? { status, dueOn: unpackDate(year.slice(at + 1, at + CELL_CHARS)) } : null
}

/** What the letters of the matrix mean; signs and words stand in shared/data/deskCodes. */
const STATE_LETTERS: Readonly<Record<DutyState, string>> = {
  overdue: 'o',
  'due-soon': 's',
  'unresolved-rule': 'u',
  running: 'r',
  'done-late': 'l',
  'done-on-time': 'd',
  'not-applicable': 'n',
  'not-yet-triggered': 't',
}
export const letterOf = (state: DutyState): string => STATE_LETTERS[state]
export const BLANK = '.'

/** Twelve letters as they stand on a day; `waits`: an item whose clock an event starts, so blank months to come wait for it. */
export function lettersOn(year: string, today: string, waitsFrom: number | null = null): string {
  let letters = ''
  for (let index = 0; index < MONTHS; index += 1) {
    const facts = factsAt(year, index)
    if (facts) letters += STATE_LETTERS[dutyState(facts, today)]
    else letters += waitsFrom !== null && index + 1 >= waitsFrom ? STATE_LETTERS['not-yet-triggered'] : BLANK
  }
  return letters
}

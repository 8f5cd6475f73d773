import { dateLabel } from '../common/period'

/** Said next to every date that reaches into a year whose holidays 放假安排 are not yet known. */
export const ASSUMED_WORDS = '按周末推算，放假安排公布后重算'

/** Returns the words in brackets, to follow a date; empty when no year was assumed. */
export const assumedNote = (assumedYears: readonly number[] | undefined): string =>
  assumedYears && assumedYears.length > 0 ? `（${ASSUMED_WORDS}）` : ''

const day = (date: string): string => dateLabel(date).slice(5)

/** Says that a publicity period 公示期 has moved since it was published. */
export const movedWords = (endsOn: string, was: string): string =>
  endsOn === was
    ? `放假安排公布后，公示期核对过，仍到 ${day(endsOn)}`
    : `放假安排公布后，公示期改到 ${day(endsOn)}（原按周末推算为 ${day(was)}）`

/** Follows the words of a date that was recomputed since. */
export const recountedWords = (was: string): string => `放假安排公布后重算，原按周末推算为 ${day(was)}`

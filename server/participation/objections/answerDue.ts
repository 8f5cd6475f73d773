import { type Assumed, assumedPart, withAssumedYears, ruleDue } from '@server/domain/deadline'
import type { HolidayTable } from '@server/domain/deadline/types'
import { dateLabel } from '@shared/common/period'
import type { Span } from '@shared/common/span'
import { ASSUMED_WORDS } from '@shared/texts/holidays'

/** Deadline of an answer, with the explanation of its calculation. */
export interface AnswerDue extends Assumed {
  /** Last day `YYYY-MM-DD`. */
  date: string
  /** The first instant after it, in China. */
  at: Date
  /** Text for readers: 最迟 2026年11月25日（…）. */
  words: string
}

/** Returns midnight in China at the end of a date. */
const endOfDay = (date: string): Date => new Date(Date.parse(`${date}T00:00:00+08:00`) + 86_400_000)

/**
 * Calculates the last day of a span after `from` (not counted). A year without published holidays is computed by
 * weekends and said so in the text, so that the deadline exists at once.
 */
export function answerDue(from: string, span: Span, holidays: HolidayTable): AnswerDue {
  const computed = withAssumedYears(holidays, table =>
    ruleDue({ kind: 'after-event', n: span.n, unit: span.unit }, from, table),
  )
  const { due, words } = computed.value
  const date = due ?? from
  const doubt = computed.assumedYears.length > 0 ? `；${ASSUMED_WORDS}` : ''
  return {
    date,
    at: endOfDay(date),
    words: `最迟 ${dateLabel(date)}（${words}${doubt}）`,
    ...assumedPart(computed),
  }
}

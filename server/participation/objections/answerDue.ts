import { HolidaysMissing, PUBLISHED_HOLIDAYS, ruleDue } from '@server/domain/deadline'
import type { HolidayTable } from '@server/domain/deadline/types'
import { dateLabel } from '@shared/common/period'
import type { Span } from '@shared/common/span'

/** Deadline of an answer, with the explanation of its calculation. */
export interface AnswerDue {
  /** Last day `YYYY-MM-DD`. */
  date: string
  /** The first instant after it, in China. */
  at: Date
  /** Text for readers: 最迟 2026年11月25日（…）. */
  words: string
}

const MOST_YEARS = 3
const NOTHING = { off: new Set<string>(), work: new Set<string>() }

/** Returns midnight in China at the end of a date. */
const endOfDay = (date: string): Date => new Date(Date.parse(`${date}T00:00:00+08:00`) + 86_400_000)

/**
 * Calculates the last day of a span after `from` (not counted), by shared/domain/deadline. For a year without published
 * holidays it counts weekends only and says so in the text, so that the deadline exists at once.
 */
export function answerDue(from: string, span: Span, holidays: HolidayTable = PUBLISHED_HOLIDAYS): AnswerDue {
  const assumed: number[] = []
  let table = holidays
  for (;;) {
    try {
      const { due, words } = ruleDue({ kind: 'after-event', n: span.n, unit: span.unit }, from, table)
      const date = due ?? from
      const doubt = assumed.length > 0 ? `；${assumed.join('、')} 年放假安排还没有公布，按周末推算` : ''
      return { date, at: endOfDay(date), words: `最迟 ${dateLabel(date)}（${words}${doubt}）` }
    } catch (error) {
      if (!(error instanceof HolidaysMissing) || assumed.length >= MOST_YEARS) throw error
      assumed.push(error.year)
      table = new Map([...table, [error.year, NOTHING]])
    }
  }
}

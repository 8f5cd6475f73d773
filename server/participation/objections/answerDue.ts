import { HolidaysMissing, PUBLISHED_HOLIDAYS, ruleDue } from '@server/domain/deadline'
import type { HolidayTable } from '@server/domain/deadline/types'
import { dateLabel } from '@shared/common/period'
import type { Span } from '@shared/common/span'

/** Until when, and how that was counted. */
export interface AnswerDue {
  /** Last day `YYYY-MM-DD`. */
  date: string
  /** The first instant after it, in China. */
  at: Date
  /** For people: 最迟 2026年11月25日（…）. */
  words: string
}

const MOST_YEARS = 3
const NOTHING = { off: new Set<string>(), work: new Set<string>() }

/** Midnight in China after a date. */
const endOfDay = (date: string): Date => new Date(Date.parse(`${date}T00:00:00+08:00`) + 86_400_000)

/**
 * Last day of a span that begins on `from` (not counted), by shared/domain/deadline. A year whose holidays are not published yet is
 * counted by weekends, and that is said: a villager's right does not wait for a table.
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

import type { SpanUnit, Span, EventName } from '@shared/common/span'

/**
 * Kind of a rule of the disclosure time limit 公开时限. Counting follows 民法典 §201–203 (periods), 政府信息公开条例
 * §26 (20 working days).
 */

type RuleKind =
  | 'after-event'
  | 'before-event'
  | 'periodic'
  | 'immediate'
  | 'standing'
  | 'progress'
  | 'ditto'
  | 'notice'
  | 'other-law'

export type Frequency = 'monthly' | 'quarterly' | 'half-yearly' | 'yearly'

/** Position of the date in the period; without any field: the last day of the period. */
export interface Anchor {
  /** Day of the month; a day that the month lacks becomes its last day. */
  dayOfMonth?: number
  /** Month of the period, 1 = first; without `dayOfMonth`: the end of that month. */
  monthOfPeriod?: number
  /** Time counted from the end of the period. */
  afterPeriodEnd?: Span
}

/** Posting period 公示期. */
export interface NoticeSpan extends Span {
  atLeast?: boolean
}

export interface DeadlineRule {
  kind: RuleKind
  n?: number
  unit?: SpanUnit
  /** Events; the earliest of several starts the clock. */
  events?: EventName[]
  /** The source's words for the event; always set with `other`. */
  eventText?: string
  frequency?: Frequency
  anchor?: Anchor
  /** Words of the applicable branch; absent: the default rule. */
  condition?: string
  notice?: NoticeSpan
}

/** The parsed time limit. `unresolved`: at least one part was not understood and has no rule. */
export interface ParsedDeadline {
  raw: string
  unresolved: boolean
  rules: DeadlineRule[]
}

/** Days off and make-up work days of one year. */
export interface HolidayYear {
  off: ReadonlySet<string>
  work: ReadonlySet<string>
}

/** Holiday tables by year; dates in a missing year cannot be computed, see `compute`. */
export interface HolidayTable {
  get(year: number): HolidayYear | undefined
}

/** The known holiday tables 放假安排, which can be listed and extended. */
export type HolidayTables = ReadonlyMap<number, HolidayYear>

import type { SpanUnit, Span, EventName } from '@shared/common/span'

/**
 * Disclosure time limit 公开时限 as rules, by domain/deadline.
 * Basis of the counting: 民法典 §201–203 (periods), 政府信息公开条例 §26 (20 working days).
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

/** Where in the period the date lies; without any of them: by the last day of the period. */
export interface Anchor {
  /** Day of the month; a day that the month does not have means its last day. */
  dayOfMonth?: number
  /** Month of the period, 1 = first; without `dayOfMonth`: by the end of that month. */
  monthOfPeriod?: number
  /** Counted from the end of the period. */
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
  /** Several events: the first of them starts the clock. */
  events?: EventName[]
  /** The words of the source for the event; always there with `other`. */
  eventText?: string
  frequency?: Frequency
  anchor?: Anchor
  /** The words of the branch it holds for; absent: else. */
  condition?: string
  notice?: NoticeSpan
}

/** `unresolved`: at least one part was not understood; that part has no rule. */
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

/** Holiday tables by year; a year that is not in it cannot be computed. */
export type HolidayTable = ReadonlyMap<number, HolidayYear>

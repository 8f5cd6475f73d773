export type SpanUnit = 'working-day' | 'calendar-day' | 'month'

/** A length of time; one week is 7 calendar days, one year 12 months. */
export interface Span {
  n: number
  unit: SpanUnit
}

/** Event that starts a time limit (or, for before-event, ends it). */
export type EventName =
  | 'made-or-obtained'
  | 'formed'
  | 'changed'
  | 'formed-or-changed'
  | 'received-by-unit'
  | 'superior-published'
  | 'allocation-decided'
  | 'approval-received'
  | 'decision-made'
  | 'congress-approved'
  | 'occurred'
  | 'meeting'
  | 'election'
  | 'other'

import type { DeadlineRule, ParsedDeadline, Span } from '../../../server/domain/deadline'

const UNITS = { 'working-day': 'wd', 'calendar-day': 'd', month: 'mo' }
const span = ({ n, unit }: Span): string => `${n}${UNITS[unit]}`

function anchorOf({ anchor }: DeadlineRule): string {
  if (!anchor) return ''
  const { dayOfMonth, monthOfPeriod, afterPeriodEnd } = anchor
  return [
    monthOfPeriod === undefined ? '' : `month${monthOfPeriod}`,
    dayOfMonth === undefined ? '' : `day${dayOfMonth}`,
    afterPeriodEnd ? `end+${span(afterPeriodEnd)}` : '',
  ]
    .filter(Boolean)
    .join(' ')
}

/** One line for one rule: `after-event 20wd formed-or-changed “words” ?branch posts≥7d`. */
export function brief(rule: DeadlineRule): string {
  const { kind, n, unit, events, eventText, frequency, condition, notice } = rule
  return [
    kind,
    n !== undefined && unit ? span({ n, unit }) : '',
    events?.join('+') ?? '',
    eventText ? `“${eventText}”` : '',
    frequency ?? '',
    anchorOf(rule),
    condition ? `?${condition}` : '',
    notice ? `posts${notice.atLeast ? '≥' : ''}${span(notice)}` : '',
  ]
    .filter(Boolean)
    .join(' ')
}

/** Every rule of a reading, and `unresolved` last where a part was not understood. */
export const briefly = ({ rules, unresolved }: ParsedDeadline): string[] => [
  ...rules.map(brief),
  ...(unresolved ? ['unresolved'] : []),
]

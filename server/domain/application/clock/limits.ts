import { type HolidayTable, periodEnd } from '@server/domain/deadline'
import { CORRECTION_LIMIT, CORRECTION_NOTICE, FEE_PAYMENT, OPINION, REVIEW_WINDOW, type Rule } from '../law'
import type { ClockEvent, ClockName } from './input'
import { Exclusions, type Trace, walk } from './term'
import { limitWords } from './words'

/** The day from which a limit is counted, which is not counted itself. */
interface Base {
  on: string
  words: string
  rule: Rule
  n: number
}

type Limit = Exclude<ClockName, 'reply'>
type Notice = Extract<ClockEvent, { type: 'correction-notified' | 'opinion-sought' | 'fee-notified' }>

/** The last event of a type by its day; of one day the last in the list. */
function lastOf<Type extends ClockEvent['type']>(events: readonly ClockEvent[], type: Type) {
  const fitting = events.filter((event): event is Extract<ClockEvent, { type: Type }> => event.type === type)
  return fitting.toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on))).at(-1)
}

function delivered(notice: Notice | undefined, words: string, rule: Rule, n = rule.n): Base | null {
  if (!notice) return null
  return notice.deliveredOn
    ? { on: notice.deliveredOn, words: `${words}送达`, rule, n }
    : { on: notice.on, words: `${words}发出（没有写送达的日期，按发出之日算）`, rule, n }
}

function correctionLimit(events: readonly ClockEvent[]): Base | null {
  const notice = lastOf(events, 'correction-notified')
  return delivered(notice, '补正告知书', CORRECTION_LIMIT, notice?.limitWd ?? CORRECTION_LIMIT.n)
}

function reviewWindow(events: readonly ClockEvent[]): Base | null {
  const event = lastOf(events, 'delivered') ?? lastOf(events, 'replied')
  return event ? { on: event.on, words: '送达答复', rule: REVIEW_WINDOW, n: REVIEW_WINDOW.n } : null
}

const BASES: Readonly<Record<Limit, (events: readonly ClockEvent[], receipt: string | null) => Base | null>> =
  {
    'correction-notice': (_events, receipt) =>
      receipt === null
        ? null
        : { on: receipt, words: '收到申请', rule: CORRECTION_NOTICE, n: CORRECTION_NOTICE.n },
    'correction-limit': correctionLimit,
    'opinion-limit': events => delivered(lastOf(events, 'opinion-sought'), '征求意见书', OPINION),
    'fee-limit': events => delivered(lastOf(events, 'fee-notified'), '收费通知书', FEE_PAYMENT),
    'review-window': reviewWindow,
  }

/**
 * Computes one limit from the last event that begins it; null: no such event.
 * @throws HolidaysMissing
 */
export function limitOf(
  limit: Limit,
  events: readonly ClockEvent[],
  receipt: string | null,
  holidays: HolidayTable,
): { due: string; words: string } | null {
  const base = BASES[limit](events, receipt)
  if (base === null) return null
  const { on, words: baseWords, rule, n } = base
  const { unit, basis } = rule
  if (unit === 'working-day') {
    const { due, trace } = walk({ from: on, n }, new Exclusions([], holidays), holidays)
    return { due, words: limitWords({ base: on, baseWords, n, unit, due, trace, moved: [], basis }) }
  }
  const { date, skipped } = periodEnd(on, { n, unit }, holidays)
  const trace: Trace = { counted: [], excluded: [], rest: [] }
  const sum = { base: on, baseWords, n, unit, due: date, trace, moved: skipped, basis }
  return { due: date, words: limitWords(sum) }
}

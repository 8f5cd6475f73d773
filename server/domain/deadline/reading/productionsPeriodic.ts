import { type Parts, type Production, type Statement, PATTERN, rule } from './grammar'
import { spanOf } from './productionsEvent'
import { type Token, T } from './tokens'
import type { Anchor, Frequency } from '../types'

const { LEAD, ACTION, CHANNEL, OBJECT, PERIOD, GAP, SPAN } = PATTERN

const MONTHS: Record<Frequency, number> = { monthly: 1, quarterly: 3, 'half-yearly': 6, yearly: 12 }

interface Cycle {
  frequency: Frequency
  /** The date is in the following period (次月, 次年): its anchor must give the position. */
  next: boolean
  /** 每季度次月: the month after the quarter. */
  nextMonth: boolean
}

/** Reads 每季度, 每年, 次月, 每季度次月; null when the words contradict each other. */
function cycleOf(tokens: readonly Token[] | undefined): Cycle | null {
  const [first, ...others] = (tokens ?? []).filter(({ frequency }) => frequency)
  if (!first?.frequency) return null
  const cycle = { frequency: first.frequency, next: first.next ?? false, nextMonth: false }
  for (const other of others) {
    if (other.frequency === first.frequency) cycle.next ||= other.next ?? false
    else if (other.frequency === 'monthly' && other.next) cycle.nextMonth = true
    else return null
  }
  return cycle
}

const timesOnce = (tokens: readonly Token[]): boolean =>
  tokens.every(({ type, n }) => type !== T.times || n === 1)

function everyPeriod(parts: Parts): Statement | null {
  const cycle = cycleOf(parts.period)
  const all = Object.values(parts).flat()
  if (!cycle || cycle.next || cycle.nextMonth || !timesOnce(all)) return null
  const weak = parts.period?.every(({ type }) => type === T.period)
  const acts = all.some(({ type }) => type === T.publish || type === T.times)
  return weak && !acts ? null : rule({ kind: 'periodic', frequency: cycle.frequency })
}

/** Returns the month of the period that contains a day; null for missing or wrong words. */
function monthAnchor(
  { frequency, nextMonth }: Cycle,
  nth: Token | undefined,
  day: Token | undefined,
): Anchor | null {
  const length = MONTHS[frequency]
  if (day?.month !== undefined) {
    return frequency === 'yearly' && !nth ? { monthOfPeriod: day.month } : null
  }
  if (nth?.n !== undefined) {
    const month = nth.n < 0 ? length : nth.n
    return length > 1 && month <= length ? { monthOfPeriod: month } : null
  }
  if (nextMonth) return { monthOfPeriod: 1 }
  return frequency === 'monthly' ? {} : null
}

const isDay = (day: number | undefined): boolean => day === undefined || (day >= 1 && day <= 31)

const some = (tokens: readonly Token[] | undefined): boolean => tokens !== undefined && tokens.length > 0

/** Combines month and day; 每年3月前 is ambiguous (before March begins?). */
function anchorOf(month: Anchor, day: number | undefined, before: boolean): Anchor | null {
  if (!isDay(day) || (day === undefined && before)) return null
  return day === undefined ? month : { dayOfMonth: day, ...month }
}

function anchored(parts: Parts): Statement | null {
  const cycle = cycleOf(parts.period)
  const day = parts.day?.[0]
  const nth = parts.nth?.find(({ type }) => type === T.nthMonth)
  const month = cycle && timesOnce(parts.action ?? []) && monthAnchor(cycle, nth, day)
  const anchor = month && anchorOf(month, day?.day, some(parts.before))
  return anchor ? rule({ kind: 'periodic', frequency: cycle.frequency, anchor }) : null
}

function onMonthList(parts: Parts): Statement | null {
  const list = parts.list?.[0]
  const [first] = list?.months ?? []
  if (!list?.months || first === undefined) return null
  const frequency: Frequency = list.months.length === 4 ? 'quarterly' : 'half-yearly'
  const anchor = anchorOf({ monthOfPeriod: first }, list.day, some(parts.before))
  return anchor && rule({ kind: 'periodic', frequency, anchor })
}

const endsPeriod = (parts: Parts): boolean =>
  some(parts.end) || parts.start?.[0]?.type === T.after || (parts.period ?? []).some(({ end }) => end)

function afterPeriodEnd(parts: Parts): Statement | null {
  const cycle = cycleOf(parts.period)
  const span = spanOf(parts.span)
  if (!cycle || !span || cycle.next || cycle.nextMonth || !endsPeriod(parts)) return null
  return rule({ kind: 'periodic', frequency: cycle.frequency, anchor: { afterPeriodEnd: span } })
}

const atPeriodEnd = (parts: Parts): Statement | null => {
  const cycle = cycleOf(parts.period)
  return cycle && !cycle.next ? rule({ kind: 'periodic', frequency: cycle.frequency }) : null
}

const lead = ['lead', `${LEAD}p?M*`] as const
/** 为财务公开日 names the day; a number of times is read separately. */
const action = ['action', `(?:i[Mxnmd]{0,4}m|(?:M*1)?${ACTION}(?:[Mt]*1y?)?)`] as const
const DATED = '[DHTO]'

/** Rules that recur every period. */
export const PERIODIC_PRODUCTIONS: readonly Production[] = [
  {
    name: '季后十五日内',
    parts: [
      lead,
      ['period', PERIOD],
      ['end', 'E?'],
      ['start', '[sa]{1,2}'],
      ['gap', GAP],
      ['span', SPAN],
      ['within', 'w?'],
      action,
    ],
    build: afterPeriodEnd,
  },
  {
    name: '每季度结束十五日内',
    parts: [lead, ['period', PERIOD], ['end', 'E'], ['gap', GAP], ['span', SPAN], ['within', 'w'], action],
    build: afterPeriodEnd,
  },
  {
    name: '每季度首个月20日',
    parts: [
      lead,
      ['period', `${PERIOD}{1,2}(?:E?a?)?`],
      ['turn', '(?:[dMp]|F)*'],
      ['nth', '(?:Kd?)?'],
      ['day', `${DATED}(?!jM*${DATED})`],
      ['before', 'b?'],
      action,
    ],
    build: parts => anchored({ ...parts, period: [...(parts.period ?? []), ...(parts.turn ?? [])] }),
  },
  {
    name: '每季度公布一次，首月20日前',
    parts: [
      lead,
      ['period', PERIOD],
      ['once', `${ACTION}(?:[Mt]*1)?c?[Mp]*`],
      ['nth', '(?:Kd?)?'],
      ['day', `${DATED}(?!jM*${DATED})`],
      ['before', 'b?'],
      action,
    ],
    build: parts => (timesOnce(parts.once ?? []) ? anchored(parts) : null),
  },
  {
    name: '每季度首月',
    parts: [lead, ['period', PERIOD], ['of', 'd?'], ['nth', 'K'], action],
    build: parts => anchored(parts),
  },
  {
    name: '每年1、4、7、10月20日',
    parts: [lead, ['period', 'F?d?'], ['list', T.monthList], ['before', 'b?'], ['each', 'M*'], action],
    build: onMonthList,
  },
  {
    name: '每季度末前',
    parts: [lead, ['period', `${PERIOD}E?`], ['before', 'b?'], action],
    build: parts =>
      parts.period?.some(({ type, end }) => end || type === T.end) ? atPeriodEnd(parts) : null,
  },
  {
    name: '每季度公布一次',
    parts: [
      lead,
      ['atLeast', '[tM]*'],
      ['period', PERIOD],
      ['often', `(?:[dMtI]|${CHANNEL})*1?`],
      ['action', `(?:P(?:j?M*P)*)?(?:${OBJECT})?(?:[tM]*1)?y?(?:${OBJECT})?`],
    ],
    build: everyPeriod,
  },
]

import { readEvent } from './events'
import { numberOf } from './numerals'
import { GONE, LAST_DAY, MONTHS, expand, spanOf } from './pieces'
import { type Shape, SHAPES } from './shapes'
import type { Anchor, DeadlineRule, NoticeSpan } from '../types'
import type { Span } from '@shared/common/span'

/** A time expression in a sentence, with the range of characters that it covers. */
export interface Time {
  shape: Shape
  start: number
  end: number
  /** Words of the event that starts its clock. */
  event: string
  eventStart: number
  /** Its own words. */
  words: string
  /** Its words hold a number that it does not explain: 批准后,37日招标人应当在五日内. */
  hasOtherNumber: boolean
  /** What it says if its act makes something known; null: nothing that the contract can say. */
  says: { rule: DeadlineRule } | { notice: NoticeSpan } | null
}

type Groups = Record<string, string | undefined>

const LEADING =
  /^(?:如有|若有|如|若|其中|经过?|由|应当|应|须|必须|要|并|且|最迟|不得?迟于|至少|同时|将|条目化展示[、,])+(?!营|济|费|办|理|常)/
const TRAILING = /(?:之日|的|至少|最迟|当)+$/

/** The event without the words that only lead to it. */
const bareEvent = (words: string): string => words.replace(LEADING, '').replace(TRAILING, '')

function eventPart(event: string): Pick<DeadlineRule, 'events' | 'eventText'> {
  if (event === '') return {}
  const { events, needsWords } = readEvent(event)
  return needsWords ? { events, eventText: event } : { events }
}

const inRange = (value: number | undefined, from: number, to: number): boolean =>
  value === undefined || (value >= from && value <= to)

const numberIn = (words: string | undefined): number | undefined => (words ? numberOf(words) : undefined)

function monthOf({ frequency = 'monthly', month }: Shape, groups: Groups): number | undefined {
  if (month !== undefined) return month
  if (groups.month) return numberOf(groups.month)
  if (groups.quarter) return numberOf(groups.quarter) * 3
  if (groups.first) return 1
  return groups.last ? MONTHS[frequency] : numberIn(groups.nth)
}

const endOf = (shape: Shape, month: number | undefined): number =>
  shape.frequency === 'yearly' ? (LAST_DAY[(month ?? 1) - 1] ?? 31) : 31

function datedRule(shape: Shape, groups: Groups): DeadlineRule | null {
  if (groups.list) return listRule(groups.list)
  const { frequency = 'monthly' } = shape
  const monthOfPeriod = monthOf(shape, groups)
  const dayOfMonth = groups.end ? endOf(shape, monthOfPeriod) : (shape.day ?? numberIn(groups.day))
  const last = frequency === 'yearly' ? (LAST_DAY[(monthOfPeriod ?? 1) - 1] ?? 31) : 31
  if (!inRange(monthOfPeriod, 1, MONTHS[frequency]) || !inRange(dayOfMonth, 1, last)) return null
  const anchor: Anchor = {
    ...(dayOfMonth !== undefined && { dayOfMonth }),
    ...(monthOfPeriod !== undefined && { monthOfPeriod }),
  }
  return { kind: 'periodic', frequency, anchor }
}

const LISTED =
  /([0-9一二三四五六七八九十]+)(月(?:份)?)?(?:的?([0-9一二三四五六七八九十]+)[日号]|(月?[底末]))?/g

/** Reads evenly spaced months, 1、4、7、10月20日, as quarterly or half-yearly; null for others. */
function listRule(list: string): DeadlineRule | null {
  const items = [...list.matchAll(LISTED)].map(([, month = '', , day, end]) => {
    const n = numberOf(month)
    return { month: n, day: end ? LAST_DAY[n - 1] : numberIn(day) }
  })
  const [first] = items
  const step = 12 / items.length
  if (!first || ![2, 4].includes(items.length)) return null
  if (!items.every(({ month }, i) => month >= 1 && month <= 12 && month === first.month + i * step)) {
    return null
  }
  const days = items.flatMap(({ day }) => day ?? [])
  const ends = items.every(({ month, day }) => day === LAST_DAY[month - 1])
  const shared = ends ? 31 : days.at(-1)
  if (!ends && days.some(day => day !== shared)) return null
  const anchor = { monthOfPeriod: first.month, ...(shared !== undefined && { dayOfMonth: shared }) }
  return { kind: 'periodic', frequency: items.length === 4 ? 'quarterly' : 'half-yearly', anchor }
}

type Says = Time['says']
type Build = (shape: Shape, groups: Groups, event: string, span: Span | null) => Says

const plain =
  (kind: DeadlineRule['kind']): Build =>
  () => ({ rule: { kind } })

const counted =
  (kind: 'after-event' | 'before-event'): Build =>
  (_shape, groups, event, span) => {
    if (groups.span && !span) return null
    return { rule: { kind, ...span, ...eventPart(event) } }
  }

const BUILD: Partial<Record<Shape['family'], Build>> = {
  'other-law': plain('other-law'),
  'at-once': plain('immediate'),
  standing: plain('standing'),
  progress: plain('progress'),
  every: ({ frequency }) => ({ rule: { kind: 'periodic', frequency } }),
  dated: (shape, groups) => {
    const rule = datedRule(shape, groups)
    return rule && { rule }
  },
  'period-end': ({ frequency }, _groups, _event, span) =>
    span && { rule: { kind: 'periodic', frequency, anchor: { afterPeriodEnd: span } } },
  notice: ({ atLeast }, _groups, _event, span) => span && { notice: atLeast ? { ...span, atLeast } : span },
  after: counted('after-event'),
  before: counted('before-event'),
}

const OTHER_NUMBER = new RegExp(
  expand('{NUMERAL}{1,8}个?(?:工作日|[日天]|月|年(?!度)|半?小时|周(?!岁)|星期)'),
)

function timeOf(shape: Shape, match: RegExpExecArray): Time {
  const groups: Groups = match.groups ?? {}
  const event = bareEvent(groups.event ?? '')
  const eventStart = match.indices?.groups?.event?.[0] ?? match.index
  const offset = Math.max(0, (groups.event ?? '').indexOf(event))
  const span = groups.span ? spanOf(groups.span) : null
  return {
    shape,
    start: match.index,
    end: match.index + match[0].length,
    event,
    eventStart: eventStart + offset,
    words: match[0],
    hasOtherNumber: groups.span !== undefined && OTHER_NUMBER.test(match[0].replace(groups.span, '')),
    says: BUILD[shape.family]?.(shape, groups, event, span) ?? null,
  }
}

/** Finds every time expression of a sentence, in order; what one shape has read is out of reach of the next. */
export function timesIn(text: string): Time[] {
  const times: Time[] = []
  let left = text
  for (const shape of SHAPES) {
    for (const match of left.matchAll(shape.expression)) {
      if (match[0] === '') continue
      const time = timeOf(shape, match)
      times.push(time)
      left = left.slice(0, time.start) + GONE.repeat(time.end - time.start) + left.slice(time.end)
    }
  }
  return times.sort((one, other) => one.start - other.start)
}

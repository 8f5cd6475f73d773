import { readEvent } from './events'
import { type Parts, type Production, type Statement, type Words, PATTERN, rule } from './grammar'
import { type Token, T } from './tokens'
import type { DeadlineRule } from '../types'
import type { EventName, Span } from '@shared/common/span'

const { LEAD, ACTION, EVENT_PHRASE, GAP, SPAN } = PATTERN

/** Returns the length of time of a part; null without a valid one. */
export function spanOf(tokens: readonly Token[] | undefined): Span | null {
  const token = tokens?.find(({ type }) => type === T.span || type === T.day)
  return token?.n && token.unit ? { n: token.n, unit: token.unit } : null
}

/**
 * Returns the events of a phrase for a rule. An event without its own code requires a marker word (之日起, 后, 前):
 * 资金20日内 starts no clock.
 */
export function eventFields(
  phrase: readonly Token[],
  words: Words,
  marked: boolean,
  subject: readonly Token[] = [],
): Pick<DeadlineRule, 'events' | 'eventText'> | null {
  const reading = readEvent(phrase)
  if (!reading || (!marked && reading.events.includes('other'))) return null
  if (!reading.needsWords) return { events: reading.events }
  return { events: reading.events, eventText: words([...subject, ...phrase]) }
}

/** Returns the person or thing that the event concerns, directly before the event: 信息|公开后. */
export function subjectOf(parts: Parts): readonly Token[] {
  const { lead = [], from = [] } = parts
  if (from.length > 0) return []
  const other = lead.findLastIndex(
    ({ type }) => type !== T.generic && type !== T.organisation && type !== T.text,
  )
  return lead.slice(other + 1)
}

function afterEvent(parts: Parts, words: Words, marked: boolean): Statement | null {
  const span = spanOf(parts.span)
  const event = eventFields(parts.event ?? [], words, marked, subjectOf(parts))
  return span && event ? rule({ kind: 'after-event', ...span, ...event }) : null
}

function unmarkedAfter(parts: Parts, words: Words): Statement | null {
  const last = parts.event?.at(-1)
  if (!last || last.type === T.publish || last.type === T.posting) return null
  return afterEvent(parts, words, false)
}

function bareSpan(parts: Parts): Statement | null {
  const span = spanOf(parts.span)
  const dayOnly = parts.span?.[0]?.type === T.day && parts.within?.length === 0
  return span && !dayOnly ? rule({ kind: 'after-event', ...span }) : null
}

const MEETING_WORDS = /邀请|参会/

function ahead(parts: Parts, words: Words): Statement | null {
  const span = spanOf(parts.span)
  if (!span) return null
  const before = { kind: 'before-event' as const, ...span }
  if (parts.event && parts.event.length > 0) {
    const event = eventFields(parts.event, words, true)
    return event && rule({ ...before, ...event })
  }
  const invites = parts.action?.some(({ text }) => MEETING_WORDS.test(text))
  return rule(invites ? { ...before, events: ['meeting'] } : before)
}

/** Events that cannot have a deadline before them, since nothing can be published before it exists: 信息形成之前. */
const BEGUN_BY_TEXT: readonly EventName[] = ['formed', 'changed', 'formed-or-changed', 'made-or-obtained']

function beforeEvent(parts: Parts, words: Words): Statement | null {
  const event = eventFields(parts.event ?? [], words, true, subjectOf(parts))
  if (!event) return null
  const span = spanOf(parts.span)
  if (!span && event.events?.some(name => BEGUN_BY_TEXT.includes(name))) return null
  return rule({ kind: 'before-event', ...span, ...event })
}

const lead = ['lead', LEAD] as const
const from = ['from', '[fp]?'] as const
const phrase = ['event', EVENT_PHRASE] as const
const span = ['span', SPAN] as const
const action = ['action', ACTION] as const

/** Rules that count from or to an event. */
export const EVENT_PRODUCTIONS: readonly Production[] = [
  {
    name: '自…之日起 n 日内',
    parts: [
      lead,
      ['from', 'l?[fp]?'],
      phrase,
      ['start', '[sa]{1,2}'],
      ['gap', GAP],
      span,
      ['within', 'w?'],
      action,
    ],
    build: (parts, words) => afterEvent(parts, words, true),
  },
  {
    name: '会议召开十日前',
    parts: [lead, from, phrase, ['of', 'd?'], span, ['before', 'b'], action],
    build: beforeEvent,
  },
  {
    name: '会议召开前十日',
    parts: [lead, from, phrase, ['before', 'd?b'], ['gap', '[Met]*'], span, ['tail', 'y?w?'], action],
    build: beforeEvent,
  },
  {
    name: '会议召开前',
    parts: [lead, from, phrase, ['before', 'b'], ['action', `${ACTION}(?=c|$)`]],
    build: beforeEvent,
  },
  {
    name: '提前一周',
    parts: [
      lead,
      from,
      ['event', '(?:[VEnmGCxjd]{1,12})?'],
      ['ahead', '[tM]*e[Mti]*'],
      span,
      ['tail', 'y?'],
      action,
    ],
    build: ahead,
  },
  {
    name: '信息形成 n 日内',
    parts: [lead, from, phrase, ['gap', GAP], span, ['within', 'w'], action],
    build: unmarkedAfter,
  },
  {
    name: '信息形成 n 个工作日',
    parts: [lead, from, phrase, ['gap', GAP], ['span', T.span], action],
    build: unmarkedAfter,
  },
  {
    name: 'n 日内',
    parts: [lead, ['gap', '[plMd]*'], span, ['within', 'w?'], action],
    build: bareSpan,
  },
]

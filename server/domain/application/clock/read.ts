import type { Issue } from '@shared/contract/common'
import {
  isBefore,
  isRaw,
  rawRows,
  type PlaceWords,
  type Raw,
  type Read,
  readRecords,
} from '@server/domain/readRecords'
import { EVENT_NAMES, EventList } from './input'

const typeWords = (events: unknown, at: number): string => {
  const event: unknown = Array.isArray(events) ? events[at] : undefined
  const type = isRaw(event) ? event.type : undefined
  return typeof type === 'string' && type in EVENT_NAMES
    ? `（${EVENT_NAMES[type as keyof typeof EVENT_NAMES]}）`
    : ''
}

const placeIn =
  (value: unknown): PlaceWords =>
  path =>
    path[0] === 'events' && typeof path[1] === 'number'
      ? `第 ${path[1] + 1} 个事件${typeWords(isRaw(value) ? value.events : undefined, path[1])}`
      : ''

/** Days that cannot come before the event itself. */
const LATER = [
  ['deliveredOn', '送达的日期早于发出的日期'],
  ['until', '延迟到的日期早于告知的日期'],
] as const

function contradictions(event: Raw, at: number, place: PlaceWords): Issue[] {
  return LATER.filter(([field]) => isBefore(event.on, event[field])).map(([field, message]) => ({
    code: 'before-start',
    field: `events.${at}.${field}`,
    message: `${place(['events', at])}${message}。`,
  }))
}

/** Reads one event list from JSON; never throws: all faults at once, each with its event. */
export function readEventList(value: unknown): Read<EventList> {
  const place = placeIn(value)
  return readRecords(EventList, value, place, raw =>
    isRaw(raw) ? rawRows(raw.events).flatMap(([event, at]) => contradictions(event, at, place)) : [],
  )
}

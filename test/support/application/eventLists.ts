import { dayAt, END, type OracleEvent } from './clockOracle'

/** Numbers from 0 to 1, the same for a seed in every run (mulberry32). */
export function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export type Random = () => number
export const below = (random: Random, n: number): number => Math.floor(random() * n)
export const pick = <T>(random: Random, list: readonly T[]): T => list[below(random, list.length)]!

const LATER = [
  'correction-notified',
  'corrected',
  'opinion-sought',
  'opinion-sought',
  'opinion-received',
  'opinion-received',
  'extended',
  'reason-asked',
  'reason-given',
  'delayed-to',
  'fee-notified',
  'fee-paid',
  'replied',
  'delivered',
  'submitted',
  'signed',
] as const

const PEOPLE = ['张三', '李四', '发改局']
const KINDS = ['third-party', 'joint-body', 'other-body']

function receiptEvents(random: Random, day: number): OracleEvent[] {
  const on = dayAt(day)
  const way = below(random, 10)
  if (way < 4) return [{ type: 'submitted', channel: pick(random, ['in-person', 'oral', 'platform']), on }]
  if (way < 6) return [{ type: 'signed', channel: 'post-signed', on }]
  const arrived = { type: 'arrived', channel: pick(random, ['post-ordinary', 'fax', 'email']), on }
  if (way === 9) return [arrived]
  return [arrived, { type: 'confirmed', on: dayAt(Math.min(END - 1, day + below(random, 4))) }]
}

function laterEvent(random: Random, day: number): OracleEvent {
  const event: OracleEvent = { type: pick(random, LATER), on: dayAt(day) }
  const delivered = random() < 0.7 ? { deliveredOn: dayAt(day + below(random, 6)) } : {}
  switch (event.type) {
    case 'correction-notified':
      return { ...event, ...delivered, ...(random() < 0.5 && { limitWd: 1 + below(random, 30) }) }
    case 'fee-notified':
      return { ...event, ...delivered }
    case 'opinion-sought':
      return { ...event, ...delivered, to: pick(random, PEOPLE), kind: pick(random, KINDS) }
    case 'opinion-received':
      return { ...event, to: pick(random, PEOPLE) }
    case 'extended':
      return { ...event, wd: 1 + below(random, 22) }
    case 'delayed-to':
      return { ...event, until: dayAt(day + below(random, 60)) }
    default:
      return event
  }
}

/** Where the hard days are: the turn of a year, the spring and autumn holidays; else any day of the tables. */
function startDay(random: Random): number {
  if (random() < 0.5) return below(random, END - 1)
  const year = below(random, 18)
  return Math.min(
    END - 1,
    Math.floor(year * 365.25) + pick(random, [330, 0, 15, 95, 240]) + below(random, 30),
  )
}

/** One generated event list of 1 to 10 events, probable and improbable ones, sometimes out of order. */
export function eventList(random: Random): OracleEvent[] {
  let day = startDay(random)
  const events = random() < 0.97 ? receiptEvents(random, day) : []
  const more = below(random, 8)
  for (let n = events.length === 0 ? -1 : 0; n < more; n++) {
    day = Math.min(END - 1, day + pick(random, [0, 0, 1, 2, 4, 7, 11, 18]) + below(random, 3))
    events.push(laterEvent(random, day))
  }
  if (random() < 0.15) events.reverse()
  return events
}

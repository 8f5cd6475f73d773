import { clockAnswer, readEventList } from '../../../server/domain/application'
import { PUBLISHED_HOLIDAYS } from '../../../server/domain/deadline'
import {
  oracle,
  type OracleAnswer,
  type OracleEvent,
  oracleLimit,
  PLANTED,
} from '../../support/application/clockOracle'
import { eventList, numbers } from '../../support/application/eventLists'
import { LONG, reportFigure, SAMPLED } from '../../support/figures'

/** Event lists of a run; the seed of the everyday run moves with the day, so that the lists differ from day to day. */
const LISTS = Number(process.env.CLOCK_LISTS ?? (LONG ? 200_000 : 6_000))
const SEED = Number(process.env.CLOCK_SEED ?? Math.floor(Date.now() / 86_400_000))

function computed(events: readonly OracleEvent[]): OracleAnswer {
  const read = readEventList({ events })
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  const { receipt, due, stopped, missingYear, excluded, faults } = clockAnswer(read.value, PUBLISHED_HOLIDAYS)
  return {
    receipt,
    due,
    stopped,
    missing: missingYear !== null,
    excluded: excluded.reduce((sum, { workingDays }) => sum + workingDays, 0),
    faults: faults.map(({ code, event }) => `${code}@${event ?? -1}`),
  }
}

/** Excluded days are compared where a term was walked to its end. */
const comparable = (answer: OracleAnswer): OracleAnswer =>
  answer.due === null ? { ...answer, excluded: 0 } : answer

const differs = (a: OracleAnswer, b: OracleAnswer): boolean =>
  JSON.stringify(comparable(a)) !== JSON.stringify(comparable(b))

test('the reply clock agrees with a second computation on generated event lists', () => {
  const random = numbers(SEED)
  const seen = new Map<string, number>()
  for (let n = 0; n < LISTS; n++) {
    const events = eventList(random)
    const answer = computed(events)
    if (differs(answer, oracle(events))) {
      expect({ events, ...comparable(answer) }).toEqual({ events, ...comparable(oracle(events)) })
    }
    const codes = answer.faults.map(fault => fault.split('@')[0] ?? '')
    const kind = answer.due === null ? (answer.stopped ?? (answer.missing ? 'missing' : 'none')) : 'due'
    for (const code of [...codes, kind]) seen.set(code, (seen.get(code) ?? 0) + 1)
  }
  reportFigure(
    `依申请公开时限 application clock: ${LISTS} event lists, 0 differences${SAMPLED}, seed ${SEED}`,
  )
  /** Every fault and every state was met often enough to mean something. */
  const rare = [...seen].filter(([, n]) => n < LISTS / 2000).map(([code]) => code)
  expect({ rare, kinds: seen.size }).toEqual({ rare: [], kinds: 22 })
})

test.each(PLANTED)('the lists show a clock that %s', planted => {
  const random = numbers(7)
  let found = 0
  for (let n = 0; n < 6000 && found < 3; n++) {
    const events = eventList(random)
    if (differs(computed(events), oracle(events, planted))) found++
  }
  expect(found).toBe(3)
})

test('the other limits agree with a second count', () => {
  const random = numbers(SEED + 1)
  const LIMITS = [
    ['correction-limit', 'correction-notified', 15, 'wd'],
    ['opinion-limit', 'opinion-sought', 15, 'wd'],
    ['fee-limit', 'fee-notified', 20, 'wd'],
    ['review-window', 'delivered', 60, 'd'],
  ] as const
  let compared = 0
  for (let n = 0; n < LISTS / 8; n++) {
    const events = eventList(random)
    for (const [clock, type, days, unit] of LIMITS) {
      const [last] = events
        .filter(event => event.type === type)
        .map((event, at) => ({ event, at }))
        .sort((a, b) => b.event.on.localeCompare(a.event.on) || b.at - a.at)
      if (!last) continue
      const read = readEventList({ clock, events })
      if (!read.ok) throw new Error(JSON.stringify(read.faults))
      const { due } = clockAnswer(read.value, PUBLISHED_HOLIDAYS)
      const { on, deliveredOn = on, limitWd = days } = last.event
      expect(due).toBe(oracleLimit(deliveredOn, limitWd, unit))
      compared++
    }
  }
  expect(compared).toBeGreaterThan(LISTS / 20)
})

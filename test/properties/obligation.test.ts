import fc from 'fast-check'
import { PUBLISHED_HOLIDAYS, addDays, isRestDay } from '../../server/domain/deadline'
import {
  BLANK,
  EMPTY_YEAR,
  type ObligationFacts,
  type OpenObligation,
  cellOf,
  closedBy,
  obligationState,
  eventDraft,
  letterOf,
  lettersOn,
  openDrafts,
  planOf,
  triggersOf,
  withCell,
} from '../../server/domain/obligation'
import { periodRange } from '../../shared/common/period'

/** The same cases in every run. */
fc.configureGlobal({ seed: 20_261_126 })

const holidays = PUBLISHED_HOLIDAYS

/** A day of the years whose holiday tables are loaded, with room behind it. */
const day = (from = '2012-01-01', days = 365 * 14) =>
  fc.integer({ min: 0, max: days - 1 }).map(n => addDays(from, n))

const PERIODIC = [
  '每月10日前',
  '每月公布一次',
  '每季度公布一次',
  '每季度的首个月20日',
  '季后十五日内',
  '半年公布一次',
  '每年3月31日前',
  '每季度至少公布一次；长期公开',
]

const plan = (deadline: string | null, government = false) => planOf({ deadline, government, conditions: [] })

test('what is open on a day stays open on the next, under other keys each, none before the catalogue', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...PERIODIC),
      day('2012-01-01', 4_000),
      fc.nat(700),
      fc.nat(60),
      (text, since, later, more) => {
        const at = (today: string) => openDrafts(plan(text), { since, today, holidays })
        const [now, then] = [at(addDays(since, later)), at(addDays(since, later + more))]
        const keys = then.map(draft => draft.causeKey)
        expect(new Set(keys).size).toBe(keys.length)
        for (const draft of now) expect(then).toContainEqual(draft)
        for (const { causeKind, dueOn } of then) {
          if (causeKind === 'period') expect(dueOn! >= since).toBe(true)
        }
      },
    ),
  )
})

test('periods follow each other without a gap', () => {
  fc.assert(
    fc.property(fc.constantFrom(...PERIODIC), day(), fc.nat(900), (text, since, later) => {
      const drafts = openDrafts(plan(text), { since, today: addDays(since, later), holidays })
      const periods = drafts.flatMap(({ period }) => (period === null ? [] : [periodRange(period)]))
      for (const [at, { start }] of periods.entries()) {
        if (at > 0) expect(start).toBe(addDays(periods[at - 1]!.end, 1))
      }
    }),
  )
})

/** Counted day by day, by another hand. */
function workingDaysAfter(event: string, n: number): string {
  let date = event
  for (let left = n; left > 0;) {
    date = addDays(date, 1)
    if (!isRestDay(date, holidays)) left -= 1
  }
  return date
}

test('an event’s obligation is due after as many working days as the catalogue names', () => {
  fc.assert(
    fc.property(day(), fc.integer({ min: 1, max: 30 }), fc.boolean(), (on, n, government) => {
      const draft = eventDraft(
        plan(`信息形成之日起${n}个工作日内`, government),
        { kind: 'paid', on, amountFen: null },
        holidays,
      )
      expect(draft).toMatchObject({ dueOn: workingDaysAfter(on, n), basis: null, unresolved: false })
    }),
  )
})

test('past the known holiday tables weekends are computed, and it is said', () => {
  const last = Math.max(...holidays.keys())
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20 }), n => {
      const on = addDays(`${last}-12-31`, -n)
      const draft = eventDraft(
        plan('信息形成之日起20个工作日内'),
        { kind: 'formed', on, amountFen: null },
        holidays,
      )!
      expect(draft).toMatchObject({ unresolved: false, assumedYears: [last + 1] })
      expect(draft.dueOn?.slice(0, 4)).toBe(String(last + 1))
    }),
  )
})

const STATUSES = ['open', 'unresolved', 'done', 'late', 'not-applicable'] as const
const facts: fc.Arbitrary<ObligationFacts> = fc
  .record({ status: fc.constantFrom(...STATUSES), dueOn: day('2026-01-01', 365) })
  .map(({ status, dueOn }) => ({ status, dueOn: status === 'unresolved' ? null : dueOn }))

const PRESSING = [
  'overdue',
  'due-soon',
  'running',
  'unresolved-rule',
  'done-late',
  'done-on-time',
  'not-applicable',
] as const

test('a cell shows the most pressing of its obligations, on any day, without being written anew', () => {
  fc.assert(
    fc.property(
      fc.array(facts, { maxLength: 6 }),
      fc.integer({ min: 1, max: 12 }),
      day('2026-01-01', 500),
      (obligations, month, today) => {
        const letters = lettersOn(withCell(EMPTY_YEAR, month, cellOf(obligations)), today)
        const states = new Set(obligations.map(obligation => obligationState(obligation, today)))
        const expected = PRESSING.find(state => states.has(state))
        expect(letters).toHaveLength(12)
        expect(letters[month - 1]).toBe(expected ? letterOf(expected) : BLANK)
        expect([...letters].filter(letter => letter !== BLANK)).toHaveLength(expected ? 1 : 0)
      },
    ),
  )
})

test('an obligation never becomes less pressing by waiting', () => {
  const RANK = { running: 0, 'due-soon': 1, overdue: 2 } as Record<string, number>
  fc.assert(
    fc.property(day(), day(), fc.nat(100), (dueOn, today, more) => {
      const rank = (date: string) => RANK[obligationState({ status: 'open', dueOn }, date)]!
      expect(rank(addDays(today, more))).toBeGreaterThanOrEqual(rank(today))
    }),
  )
})

const obligation: fc.Arbitrary<Omit<OpenObligation, 'id'>> = fc.oneof(
  fc.record({
    causeKind: fc.constant('period' as const),
    period: fc.constantFrom('2026Q1', '2026Q2', '2026-05', '2026-06', '2025', '2026H1'),
    looseFrom: fc.option(day('2026-01-01', 200)),
    eventOn: fc.constant(null),
    eventKind: fc.constant(null),
    dueOn: day('2026-01-01', 365),
  }),
  fc.record({
    causeKind: fc.constantFrom('event' as const, 'milestone' as const),
    period: fc.constant(null),
    looseFrom: fc.constant(null),
    eventOn: day('2026-01-01', 365),
    eventKind: fc.constantFrom('paid' as const, 'changed' as const, 'meeting' as const, 'completed' as const),
    dueOn: day('2026-01-01', 365),
  }),
)
const obligations = fc
  .array(obligation, { maxLength: 8 })
  .map(all => all.map((one, at) => ({ ...one, id: `d${at}` })))
const told = fc.record({
  period: fc.constantFrom('2026Q1', '2026Q2', '2026-05', '2026-06', '2026', '2026-05-05'),
  publishedOn: day('2026-01-01', 365),
})

test('a disclosure closes its own period, one event at most, and nothing that comes after it', () => {
  fc.assert(
    fc.property(obligations, told, (open, disclosure) => {
      const ids = closedBy(open, { ...disclosure, again: false })
      const closed = open.filter(({ id }) => ids.includes(id))
      const named = open.filter(({ period }) => period === disclosure.period)
      expect(closed.map(({ id }) => id)).toEqual(expect.arrayContaining(named.map(({ id }) => id)))
      expect(closed.filter(({ eventOn }) => eventOn !== null).length).toBeLessThanOrEqual(1)
      for (const { eventOn, eventKind } of closed) {
        if (eventOn !== null && eventKind !== 'meeting') expect(eventOn <= disclosure.publishedOn).toBe(true)
      }
    }),
  )
})

test('a later edition closes no period and no event of another kind than a change or a stage', () => {
  fc.assert(
    fc.property(obligations, told, (open, disclosure) => {
      const ids = closedBy(open, { ...disclosure, again: true })
      for (const { causeKind, eventKind } of open.filter(({ id }) => ids.includes(id))) {
        expect(causeKind).not.toBe('period')
        expect(['changed', 'progressed', 'completed']).toContain(eventKind)
      }
    }),
  )
})

test('every kind that an item waits for starts a clock of it', () => {
  const texts = [
    '信息形成或变更之日起20个工作日内',
    '及时公开',
    '按进展情况及时公开',
    '会议召开十日前',
    '换届选举前',
    null,
  ]
  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.boolean(), day(), (text, government, on) => {
      const made = plan(text, government)
      for (const kind of triggersOf(made)) {
        expect(eventDraft(made, { kind, on, amountFen: null }, holidays)).toMatchObject({
          eventOn: on,
          unresolved: false,
        })
      }
    }),
  )
})

import {
  closedBy,
  daysLeft,
  doneStatus,
  obligationState,
  isDone,
  isUndone,
  wasExcused,
  type OpenObligation,
} from '../../../../server/domain/obligation'
import { DUE_SOON } from '@shared/facts/disclosure/obligationRules'

/** Which obligations a disclosure closes, and the state of an obligation on a day. */

const obligation = (id: string, more: Partial<OpenObligation> = {}): OpenObligation => ({
  id,
  causeKind: 'period',
  period: null,
  looseFrom: null,
  eventOn: null,
  eventKind: null,
  dueOn: null,
  ...more,
})
const told = (period: string, publishedOn = '2026-07-01', again = false) => ({ period, publishedOn, again })

describe('a disclosure of a period', () => {
  const quarter = obligation('q2', { period: '2026Q2', dueOn: '2026-07-20' })
  const april = obligation('apr', { period: '2026-04', dueOn: '2026-05-20' })
  const june = obligation('jun', { period: '2026-06', dueOn: '2026-07-20' })

  test('closes the obligation of just that period', () => {
    expect(closedBy([april, quarter, june], told('2026Q2'))).toEqual(['q2'])
    expect(closedBy([april, quarter, june], told('2026-04'))).toEqual(['apr'])
  })

  test('closes all periods within it, the one due first before others; and the longer one that ends with it', () => {
    expect(closedBy([june, april], told('2026Q2'))).toEqual(['apr', 'jun'])
    expect(closedBy([quarter], told('2026-06'))).toEqual(['q2'])
    expect(closedBy([quarter], told('2026-05'))).toEqual([])
    expect(closedBy([quarter], told('2026-04'))).toEqual([])
    expect(closedBy([april], told('2026Q1'))).toEqual([])
    expect(closedBy([april], told('2025Q2'))).toEqual([])
  })

  test('closes none that begins before it, and each that ends on the same day', () => {
    const year = obligation('y', { period: '2025', dueOn: '2026-01-31' })
    expect(closedBy([year], told('2026Q1'))).toEqual([])
    expect(closedBy([april], told('2026Q3'))).toEqual([])
    expect(closedBy([quarter], told('2026-06-30'))).toEqual(['q2'])
    expect(closedBy([obligation('h1', { period: '2026H1' })], told('2026Q2'))).toEqual(['h1'])
    expect(closedBy([year], told('2025-11'))).toEqual([])
  })

  test('of those that fit alike all are closed, the first due first, by name where they are due alike', () => {
    const due = (id: string, dueOn: string | null) => obligation(id, { period: '2026-05', dueOn })
    const all = [due('d', null), due('c', '2026-06-20'), due('e', '2026-06-10'), due('b', '2026-06-20'), due('a', null)] // prettier-ignore
    for (const given of [all, [...all].reverse()]) {
      expect(closedBy(given, told('2026-05'))).toEqual(['e', 'b', 'c', 'a', 'd'])
    }
  })

  test('closes one that asks for anything at all from the day on which it may, the first due', () => {
    const loose = (id: string, dueOn: string | null) =>
      obligation(id, { period: '2026', looseFrom: '2026-07-01', dueOn })
    const both = [loose('b', '2026-12-31'), loose('a', '2026-12-01'), loose('c', null)]
    expect(closedBy(both, told('2026-05'))).toEqual(['a'])
    expect(closedBy([loose('y', '2026-12-01'), loose('x', '2026-12-01')], told('2026-05'))).toEqual(['x'])
    expect(closedBy(both, told('2026-05', '2026-06-30'))).toEqual([])
    expect(closedBy([...both, april], told('2026-04'))).toEqual(['apr'])
    expect(closedBy([obligation('n', { looseFrom: '2026-01-01' })], told('2026-04'))).toEqual([])
  })
})

describe('a disclosure of what happened', () => {
  const event = (id: string, eventOn: string, more: Partial<OpenObligation> = {}) =>
    obligation(id, { causeKind: 'event', eventOn, eventKind: 'paid', dueOn: eventOn, ...more })

  test('closes one event, the first due, and none that came after it', () => {
    const events = [event('b', '2026-06-10'), event('a', '2026-06-01'), event('late', '2026-07-02')]
    expect(closedBy(events, told('2026Q1'))).toEqual(['a'])
    expect(closedBy(events.slice(0, 1), told('2026Q1', '2026-06-10'))).toEqual(['b'])
    expect(closedBy([event('late', '2026-07-02')], told('2026Q1'))).toEqual([])
    expect(closedBy([obligation('x', { causeKind: 'event' })], told('2026Q1'))).toEqual([])
    for (const causeKind of ['milestone', 'notice'] as const) {
      expect(closedBy([event('m', '2026-06-01', { causeKind })], told('2026Q1'))).toEqual(['m'])
    }
  })

  test('what lies ahead is told of beforehand, a meeting and an election alone', () => {
    for (const eventKind of ['meeting', 'election'] as const) {
      expect(closedBy([event('m', '2026-08-01', { eventKind })], told('2026Q1'))).toEqual(['m'])
      expect(closedBy([obligation('x', { causeKind: 'event', eventKind })], told('2026Q1'))).toEqual([])
    }
    for (const eventKind of ['formed', 'occurred', null] as const) {
      expect(closedBy([event('m', '2026-08-01', { eventKind })], told('2026Q1'))).toEqual([])
    }
  })

  test('a standing matter is no event, though it has a day on which it began', () => {
    const standing = obligation('s', { causeKind: 'standing', eventOn: '2026-01-01', dueOn: '2026-01-08' })
    expect(closedBy([standing, event('a', '2026-06-01')], told('2026Q1'))).toEqual(['s', 'a'])
    expect(closedBy([standing], told('2026Q1', '2026-07-01', true))).toEqual(['s'])
  })

  test('a later edition tells of stages after the first, never of the beginning', () => {
    const stages = (['started', 'progressed', 'completed'] as const).map(kind =>
      event(kind, '2026-06-01', { causeKind: 'milestone', eventKind: kind }),
    )
    expect(closedBy(stages, told('2026Q1', '2026-07-01', true))).toEqual(['completed', 'progressed'])
    expect(closedBy([event('x', '2026-06-01', { eventKind: null })], told('2026Q1', '2026-07-01', true))).toEqual([]) // prettier-ignore
  })

  test('a period that fits goes before an event', () => {
    const period = obligation('p', { period: '2026Q2' })
    expect(closedBy([event('a', '2026-06-01'), period], told('2026Q2'))).toEqual(['p'])
  })

  test('standing matters and those not understood close with any disclosure', () => {
    const always = [obligation('s', { causeKind: 'standing' }), obligation('u', { causeKind: 'unresolved' })]
    expect(closedBy([event('a', '2026-06-01'), ...always], told('2026Q1'))).toEqual(['s', 'u', 'a'])
    expect(closedBy([], told('2026Q1'))).toEqual([])
  })

  test('a later edition closes what changed since, nothing else of the matter', () => {
    const events = [event('paid', '2026-06-01'), event('changed', '2026-06-02', { eventKind: 'changed' })]
    const period = obligation('p', { period: '2026Q2' })
    const always = obligation('s', { causeKind: 'standing' })
    expect(closedBy([...events, period, always], told('2026Q2', '2026-07-01', true))).toEqual([
      's',
      'changed',
    ])
  })
})

describe('an obligation on a day', () => {
  test('is running, then due soon, then over from the day after', () => {
    const on = (today: string) => obligationState({ status: 'open', dueOn: '2026-06-30' }, today)
    const soon = new Date(Date.parse('2026-06-30') - DUE_SOON.days * 86_400_000).toISOString().slice(0, 10)
    const before = new Date(Date.parse('2026-06-30') - (DUE_SOON.days + 1) * 86_400_000)
      .toISOString()
      .slice(0, 10)
    expect(on(before)).toBe('running')
    expect(on(soon)).toBe('due-soon')
    expect(on('2026-06-30')).toBe('due-soon')
    expect(on('2026-07-01')).toBe('overdue')
    expect(obligationState({ status: 'open', dueOn: null }, '2026-07-01')).toBe('running')
    expect(obligationState(null, '2026-07-01')).toBe('not-yet-triggered')
  })

  test('keeps what was said of it whatever the day', () => {
    const state = (status: 'unresolved' | 'done' | 'late' | 'not-applicable') =>
      obligationState({ status, dueOn: '2020-01-01' }, '2026-07-01')
    expect(state('unresolved')).toBe('unresolved-rule')
    expect(state('done')).toBe('done-on-time')
    expect(state('late')).toBe('done-late')
    expect(state('not-applicable')).toBe('not-applicable')
  })

  test('days are counted by the calendar, negative once it is over', () => {
    expect(daysLeft('2026-06-30', '2026-06-28')).toBe(2)
    expect(daysLeft('2026-06-30', '2026-06-30')).toBe(0)
    expect(daysLeft('2026-06-30', '2026-07-03')).toBe(-3)
  })

  test('is done in time up to its day, and never late without one', () => {
    expect(doneStatus('2026-06-30', '2026-06-30')).toBe('done')
    expect(doneStatus('2026-06-30', '2026-07-01')).toBe('late')
    expect(doneStatus(null, '2026-07-01')).toBe('done')
    const all = ['open', 'unresolved', 'done', 'late', 'not-applicable'] as const
    expect(all.filter(status => isDone({ status }))).toEqual(['done', 'late'])
    expect(all.filter(status => isUndone({ status }))).toEqual(['open', 'unresolved'])
  })

  test('was excused by a person who may take it back', () => {
    const excused = { status: 'not-applicable', byRule: false, causeKind: 'period', eventId: null } as const
    expect(wasExcused(excused)).toBe(true)
    expect(wasExcused({ ...excused, byRule: true })).toBe(false)
    expect(wasExcused({ ...excused, status: 'open' })).toBe(false)
    for (const causeKind of ['event', 'milestone', 'notice'] as const) {
      expect(wasExcused({ ...excused, causeKind })).toBe(false)
      expect(wasExcused({ ...excused, causeKind, eventId: 'evt' })).toBe(true)
    }
    expect(wasExcused({ ...excused, causeKind: 'standing' })).toBe(true)
  })
})

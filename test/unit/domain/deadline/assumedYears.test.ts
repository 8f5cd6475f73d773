import {
  addDays,
  changedDays,
  isRestDay,
  lastKnownDay,
  periodEnd,
  PUBLISHED_HOLIDAYS as holidays,
  withAssumedYears,
  ruleDue,
  withHolidays,
  without,
} from '@server/domain/deadline'
import { actDueOn, publicityOf } from '@server/domain/publicity'
import { type EventPart, eventDraft, openDrafts } from '@server/domain/obligation'
import { earliestFinish, obligationsOf, openCase, stepClock, wholeClock } from '@server/domain/power/case'
import { dueIn } from '@server/participation/objections/commands/answerDeadline'
import { ASSUMED_WORDS, assumedNote, movedWords } from '@shared/texts/holidays'
import { finished, item, opened } from '../../../support/presenters/cases'
import { person } from '../../../support/power/walk'

/** Beyond the holiday tables: every date is computed by weekends, and says so. */

const LAST = Math.max(...holidays.keys())

/** Every day from 20 to 31 December of ten years without the table of the next. */
const DAYS = Array.from({ length: 11 }, (_, n) => LAST + n).flatMap(year =>
  Array.from({ length: 12 }, (_, n) => `${year}-12-${20 + n}`),
)

describe('one mechanism', () => {
  test('takes a missing year as weekends and remembers it', () => {
    const end = withAssumedYears(
      holidays,
      table => periodEnd(`${LAST}-12-28`, { n: 10, unit: 'working-day' }, table).date,
    )
    expect(end).toEqual({ value: '2027-01-11', assumedYears: [2027] })
    expect(
      withAssumedYears(new Map(), table => [isRestDay('2031-05-01', table), isRestDay('2030-05-04', table)]),
    ).toEqual({
      value: [false, true],
      assumedYears: [2030, 2031],
    })
  })

  test('assumes nothing where the tables reach', () => {
    expect(withAssumedYears(holidays, table => isRestDay(`${LAST}-10-01`, table))).toEqual({
      value: true,
      assumedYears: [],
    })
  })

  test('a year can be taken away and given back', () => {
    const known = withHolidays(holidays, {
      '2027': { off: ['2027-01-01', '2027-01-04'], work: ['2027-01-09'] },
    })
    const end = (table: typeof holidays) =>
      withAssumedYears(table, view => periodEnd('2026-12-29', { n: 5, unit: 'calendar-day' }, view).date)
    expect(end(known)).toEqual({ value: '2027-01-05', assumedYears: [] })
    expect(withAssumedYears(without(known, 2027), view => isRestDay('2027-01-04', view))).toEqual({
      value: false,
      assumedYears: [2027],
    })
    expect(changedDays(2027, holidays, known)).toEqual([
      { date: '2027-01-01', rest: true },
      { date: '2027-01-04', rest: true },
      { date: '2027-01-09', rest: false },
    ])
    expect(changedDays(2027, known, known)).toEqual([])
  })

  test('knows how far the tables reach', () => {
    expect(lastKnownDay(holidays, '2026-12-01')).toBe('2026-12-31')
    expect(lastKnownDay(holidays, '2028-03-01')).toBe('2026-12-31')
    const more = withHolidays(holidays, { '2027': { off: [], work: [] }, '2029': { off: [], work: [] } })
    expect(lastKnownDay(more, '2026-12-01')).toBe('2027-12-31')
  })

  test('has its words in one place', () => {
    expect(assumedNote(undefined)).toBe('')
    expect(assumedNote([2027])).toBe(`（${ASSUMED_WORDS}）`)
    expect(movedWords('2027-01-06', '2027-01-05')).toBe(
      '放假安排公布后，公示期改到 1月6日（原按周末推算为 1月5日）',
    )
    expect(movedWords('2027-01-06', '2027-01-06')).toContain('仍到 1月6日')
  })
})

describe('the last days of ten years', () => {
  const at = (date: string) => new Date(`${date}T02:00:00Z`)
  /** The end of anything names its own year where that has no table, and nothing where it has one. */
  function says(end: string, assumedYears: number[] | undefined): void {
    const year = Number(end.slice(0, 4))
    if (year > LAST) expect(assumedYears).toContain(year)
    else expect(assumedYears ?? []).toEqual([])
  }

  test.each(DAYS)('%s: publishing and the acts before it', day => {
    for (const path of [['村级财务'], ['低保'], ['集体资产处置']]) {
      const publicity = publicityOf({ path, deadline: null }, day, holidays)
      expect(publicity.endsOn > day).toBe(true)
      says(publicity.endsOn, publicity.assumedYears)
    }
    for (const act of ['opinion', 'correct', 'meeting', 'order'] as const) {
      const { value, assumedYears } = actDueOn(act, day, holidays)
      expect(value > day).toBe(true)
      says(value, assumedYears)
    }
  })

  test.each(DAYS)('%s: objections', day => {
    for (const state of ['open', 'held', 'town', 'county'] as const) {
      const due = dueIn(state, [], at(day), holidays)
      says(due.dueOn!, due.assumedYears)
      expect(due.dueWords!.includes(ASSUMED_WORDS)).toBe(due.assumedYears !== undefined)
    }
    const { replyBy, assumedYears } = dueIn('answered', [], at(day), holidays)
    says(new Date(replyBy!.getTime() - 1).toISOString(), assumedYears)
  })

  test.each(DAYS)('%s: cases', day => {
    const result = openCase(item, {
      on: day,
      by: person('usr_d', item.steps[0]!.actor),
      version: 1,
      amountFen: 1,
    })
    if (!result.ok) throw new Error(JSON.stringify(result.faults))
    for (const clock of [stepClock(result.state, day, holidays), wholeClock(result.state, day, holidays)]) {
      if (clock?.dueOn) says(clock.dueOn, clock.assumedYears)
    }
    expect(() => earliestFinish(result.state, holidays)).not.toThrow()
    const [first, ...rest] = item.steps
    const disclosing = { ...first!, disclosure: item.steps.find(({ disclosure }) => disclosure)!.disclosure }
    const done = { ...finished(opened(), '2026-03-03'), item: { ...item, steps: [disclosing, ...rest] } }
    const visits = done.visits.map(visit => ({
      ...visit,
      finished: visit.finished && { ...visit.finished, on: day },
    }))
    for (const { dueOn, assumedYears } of obligationsOf({ ...done, visits }, holidays)) {
      says(dueOn!, assumedYears)
    }
  })

  test.each(DAYS)('%s: obligations', day => {
    const part: EventPart = {
      rule: { kind: 'after-event', n: 10, unit: 'working-day' },
      basis: null,
      causeKind: 'event',
      kinds: ['paid'],
    }
    const plan = {
      periodic: [{ rule: { kind: 'periodic', frequency: 'quarterly', anchor: { afterPeriodEnd: { n: 10, unit: 'working-day' } } }, basis: null }], // prettier-ignore
      events: [part],
      standing: true,
      fault: null,
      otherLaw: false,
    } as const
    const event = eventDraft(plan, { kind: 'paid', on: day, amountFen: null }, holidays)!
    for (const draft of [event, ...openDrafts(plan, { since: addDays(day, -5), today: day, holidays })]) {
      expect([draft.unresolved, draft.dueOn === null]).toEqual([false, false])
      says(draft.dueOn!, draft.assumedYears)
    }
    expect(event.words).toBe(withAssumedYears(holidays, table => ruleDue(part.rule, day, table)).value.words)
  })
})

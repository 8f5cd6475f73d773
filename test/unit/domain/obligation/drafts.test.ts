import { HolidaysMissing, PUBLISHED_HOLIDAYS, type DeadlineRule } from '../../../../server/domain/deadline'
import { type ObligationPlan, type EventPart, eventDraft, mayLieAhead, openDrafts } from '../../../../server/domain/obligation' // prettier-ignore
import type { TriggerKind } from '../../../../shared/facts/disclosure/triggerEvents'

/** What a plan makes of a day: obligations of periods, of standing matters and of what was recorded. */

const holidays = PUBLISHED_HOLIDAYS
const PLAN: ObligationPlan = { periodic: [], events: [], standing: false, fault: null, otherLaw: false }

const periodic = (frequency: DeadlineRule['frequency'], anchor?: DeadlineRule['anchor']): ObligationPlan => ({
  ...PLAN,
  periodic: [{ rule: { kind: 'periodic', frequency, anchor }, basis: null }],
})
const opened = (plan: ObligationPlan, since: string, today: string) =>
  openDrafts(plan, { since, today, holidays }).map(({ causeKey, dueOn }) => `${causeKey} ${dueOn}`)

const MONTHLY_10 = periodic('monthly', { dayOfMonth: 10 })

describe('duties of periods', () => {
  test('are told as they stand', () => {
    expect(openDrafts(MONTHLY_10, { since: '2026-10-10', today: '2026-10-10', holidays })[0]).toEqual({
      causeKind: 'period',
      causeKey: 'period:2026-09',
      causeLabel: '2026年9月',
      period: '2026-09',
      eventOn: null,
      eventKind: null,
      looseFrom: null,
      dueOn: '2026-10-10',
      words: '每月 10 日前公开，本期到 2026年10月10日',
      skipped: [],
      basis: null,
      unresolved: false,
    })
  })

  test('begin with the one that falls due on the day from which the item obliges', () => {
    expect(opened(MONTHLY_10, '2026-10-10', '2026-10-11')[0]).toBe('period:2026-09 2026-10-10')
    expect(opened(MONTHLY_10, '2026-10-11', '2026-10-11')[0]).toBe('period:2026-10 2026-11-10')
  })

  test('are opened 45 days ahead, not a day earlier', () => {
    expect(opened(MONTHLY_10, '2026-11-11', '2026-10-26')).toEqual([])
    expect(opened(MONTHLY_10, '2026-12-10', '2026-11-01')).toEqual(['period:2026-11 2026-12-10'])
    const halves = periodic('half-yearly', { dayOfMonth: 10, monthOfPeriod: 1 })
    expect(opened(halves, '2026-12-01', '2026-11-25')).toEqual([])
    expect(opened(halves, '2026-12-01', '2026-11-26')).toEqual(['period:2026H2 2027-01-10'])
  })

  test('of a year that is due on its first day, just when it comes into sight', () => {
    const yearly = periodic('yearly', { dayOfMonth: 1, monthOfPeriod: 1 })
    expect(opened(yearly, '2026-06-01', '2026-11-17')).toEqual(['period:2026 2027-01-01'])
    expect(opened(yearly, '2026-06-01', '2026-11-16')).toEqual([])
  })

  test('never before what is told of has begun', () => {
    const late = periodic('monthly', { dayOfMonth: 25 })
    expect(opened(late, '2026-10-01', '2026-09-30')).toEqual([])
    expect(opened(late, '2026-10-01', '2026-10-01')).toEqual(['period:2026-10 2026-10-25'])
  })

  test('on a day of the first half tell of the period before, from the middle on of their own', () => {
    const on = (dayOfMonth: number) => opened(periodic('monthly', { dayOfMonth }), '2026-05-01', '2026-05-31')[0] // prettier-ignore
    expect(on(1)).toBe('period:2026-04 2026-05-01')
    expect(on(15)).toBe('period:2026-04 2026-05-15')
    expect(on(16)).toBe('period:2026-05 2026-05-16')
    expect(on(31)).toBe('period:2026-05 2026-05-31')
  })

  test('counted from a period’s end tell of that one; the one before the beginning is looked at too', () => {
    const after = periodic('quarterly', { afterPeriodEnd: { n: 15, unit: 'calendar-day' } })
    expect(opened(after, '2026-10-01', '2026-10-10')).toEqual(['period:2026Q3 2026-10-15'])
  })

  test('without a day: at least once in each, whatever it tells of', () => {
    const [draft] = openDrafts(periodic('quarterly'), { since: '2026-09-01', today: '2026-09-01', holidays })
    expect(draft).toMatchObject({ period: '2026Q2', looseFrom: '2026-07-01', dueOn: '2026-09-30' })
  })

  test('without a frequency are monthly', () => {
    const plan = periodic(undefined, { dayOfMonth: 10 })
    expect(opened(plan, '2026-10-01', '2026-10-20')).toEqual([
      'period:2026-09 2026-10-10',
      'period:2026-10 2026-11-10',
    ])
  })

  test('of two rules for one period make one duty', () => {
    const twice = { ...PLAN, periodic: [...MONTHLY_10.periodic, ...periodic('monthly', { dayOfMonth: 5 }).periodic] } // prettier-ignore
    expect(opened(twice, '2026-10-01', '2026-10-01')).toEqual([
      'period:2026-09 2026-10-05',
      'period:2026-10 2026-11-05',
    ])
  })

  test('past the holiday tables are computed by weekends, and say so', () => {
    const last = Math.max(...holidays.keys())
    const after = periodic('quarterly', { afterPeriodEnd: { n: 10, unit: 'working-day' } })
    const drafts = openDrafts(after, { since: `${last}-11-01`, today: `${last}-12-31`, holidays })
    expect(drafts).toMatchObject([
      { period: `${last}Q4`, dueOn: '2027-01-14', unresolved: false, assumedYears: [last + 1] },
    ])
  })
})

describe('what obliges always', () => {
  const time = { since: '2026-09-21', today: '2026-11-26', holidays }

  test('a standing matter counts from the day on which the catalogue came into force', () => {
    expect(openDrafts({ ...PLAN, standing: true }, time)).toEqual([
      {
        causeKind: 'standing',
        causeKey: 'standing',
        causeLabel: '长期公开',
        period: null,
        eventOn: '2026-09-21',
        eventKind: null,
        looseFrom: null,
        dueOn: '2026-09-29',
        words: expect.stringMatching(/^2026年9月21日（目录生效）的次日起数 5 个工作日/),
        skipped: expect.arrayContaining(['2026-09-25']),
        basis: { text: '本地设定，不是法律规定', setting: true },
        unresolved: false,
      },
    ])
  })

  test('what was not understood is an obligation without a date, behind all others', () => {
    const drafts = openDrafts({ ...PLAN, standing: true, fault: '没有读懂' }, time)
    expect(drafts.map(({ causeKey }) => causeKey)).toEqual(['standing', 'unresolved'])
    expect(drafts[1]).toEqual({
      causeKind: 'unresolved',
      causeKey: 'unresolved',
      causeLabel: '时限没有读懂',
      period: null,
      eventOn: null,
      eventKind: null,
      looseFrom: null,
      dueOn: null,
      words: '没有读懂',
      skipped: [],
      basis: null,
      unresolved: true,
    })
  })

  test('nothing obliges where nothing is planned', () => expect(openDrafts(PLAN, time)).toEqual([]))
})

describe('the obligation that something recorded starts', () => {
  const part = (rule: Partial<DeadlineRule>, more: Partial<EventPart> = {}): EventPart => ({
    causeKind: 'event',
    kinds: ['paid', 'approved'],
    rule: { kind: 'after-event', n: 3, unit: 'calendar-day', ...rule },
    basis: null,
    ...more,
  })
  const draft = (parts: EventPart[], more: Partial<{ kind: TriggerKind; on: string; amountFen: number }> = {}, plan = PLAN) => eventDraft({ ...plan, events: parts }, { kind: 'paid', on: '2026-03-02', amountFen: null, ...more }, holidays) // prettier-ignore

  test('is told as it stands', () => {
    const basis = { text: '本地设定', setting: true }
    expect(draft([part({}, { causeKind: 'notice', basis })])).toEqual({
      causeKind: 'notice',
      causeKey: 'event:paid:2026-03-02',
      causeLabel: '2026年3月2日 钱发放了',
      period: null,
      eventOn: '2026-03-02',
      eventKind: 'paid',
      looseFrom: null,
      dueOn: '2026-03-05',
      words: '2026年3月2日的次日起数 3 日，到 2026年3月5日',
      skipped: [],
      basis,
      unresolved: false,
    })
  })

  test('is none where no part waits for such a thing', () => {
    expect(draft([])).toBeNull()
    expect(draft([part({})], { kind: 'formed' })).toBeNull()
    expect(draft([part({})], { kind: 'approved' })?.causeKey).toBe('event:approved:2026-03-02')
  })

  test('of several limits is the first due, in whatever order they stand, one without a date last', () => {
    const [short, long, none] = [part({ n: 1 }), part({ n: 20 }), part({ kind: 'immediate' })]
    for (const parts of [
      [short, long, none],
      [none, long, short],
      [long, none, short],
      [none, short],
    ]) {
      expect(draft(parts)?.dueOn).toBe('2026-03-03')
    }
    expect(draft([none])).toMatchObject({ dueOn: null, unresolved: true })
  })

  test('of two due alike is the one that stands first', () => {
    const [a, b] = [part({}, { basis: { text: 'a', setting: false } }), part({}, { basis: { text: 'b', setting: false } })] // prettier-ignore
    expect(draft([a, b])?.basis?.text).toBe('a')
    expect(draft([b, a])?.basis?.text).toBe('b')
  })

  test.each([
    ['5万元以上', null, false],
    ['5万元以上', 4_999_999, false],
    ['5万元以上', 5_000_000, true],
    ['5万元以下', null, false],
    ['5万元以下', 0, true],
    ['5万元以下', 5_000_001, false],
    ['重大事项', null, true],
    ['重大事项', 1, true],
  ])('a branch for %s with %s fen: %s', (condition, amountFen, holds) => {
    expect(draft([part({ condition })], amountFen === null ? {} : { amountFen }) !== null).toBe(holds)
  })

  test('before something without a number: on the day before at the latest; with one, on its own day', () => {
    const before = { kind: 'before-event', eventText: '换届选举' } as const
    expect(draft([part({ ...before, n: undefined, unit: undefined })])).toMatchObject({
      dueOn: '2026-03-01',
      words: '须在 2026年3月2日（换届选举）之前公开，没有写明提前几天，最迟前一天 2026年3月1日',
    })
    expect(draft([part({ ...before, n: 5 })])).toMatchObject({
      dueOn: '2026-02-25',
      words: '2026年3月2日（换届选举）往前数 5 日，最迟 2026年2月25日',
    })
  })

  test('says so where another law may set less', () => {
    expect(draft([part({})], {}, { ...PLAN, otherLaw: true })?.words).toBe(
      '2026年3月2日的次日起数 3 日，到 2026年3月5日；法律、法规另有规定的，从其规定',
    )
  })

  test('a fault other than a missing holiday table is not swallowed', () => {
    expect(() => draft([part({})], { on: '昨天' })).toThrow(RangeError)
    expect(() => draft([part({})], { on: '昨天' })).not.toThrow(HolidaysMissing)
  })
})

test('a meeting and an election may lie ahead, nothing else', () => {
  const kinds = ['formed', 'changed', 'paid', 'occurred', 'started', 'meeting', 'election'] as const
  expect(kinds.filter(mayLieAhead)).toEqual(['meeting', 'election'])
})

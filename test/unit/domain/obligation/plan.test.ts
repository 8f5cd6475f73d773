import { PUBLISHED_HOLIDAYS } from '../../../../server/domain/deadline'
import { eventDraft, openDrafts, planOf, triggersOf } from '../../../../server/domain/obligation'
import type { VillageCondition } from '../../../../shared/facts/disclosure/obligationRules'

const time = { since: '2026-08-01', today: '2026-11-26', holidays: PUBLISHED_HOLIDAYS }

const village = (deadline: string | null, ...conditions: VillageCondition[]) =>
  planOf({ deadline, government: false, conditions })
const street = (deadline: string | null) => planOf({ deadline, government: true, conditions: [] })

const opened = (deadline: string | null, ...conditions: VillageCondition[]) =>
  openDrafts(village(deadline, ...conditions), time).map(({ causeKey, dueOn }) => `${causeKey} ${dueOn}`)

const event = (
  deadline: string,
  kind: Parameters<typeof eventDraft>[1]['kind'],
  amountFen: number | null = null,
) => eventDraft(village(deadline), { kind, on: '2026-09-25', amountFen }, PUBLISHED_HOLIDAYS)

const QUARTERLY_OR_MONTHLY = '每季度的首个月20日(集体财务往来较多的,财务收支情况应每月公布一次)'

test('a fixed early day asks for the period before; a length after the end for the period itself', () => {
  expect(opened('每季度的首个月20日')).toEqual(['period:2026Q3 2026-10-20'])
  expect(opened('季后十五日内')).toEqual(['period:2026Q3 2026-10-15'])
  expect(opened('每月10日前')).toEqual(['period:2026-07 2026-08-10', 'period:2026-08 2026-09-10', 'period:2026-09 2026-10-10', 'period:2026-10 2026-11-10', 'period:2026-11 2026-12-10']) // prettier-ignore
})

test('a village with many transactions goes by the stricter branch, another does not', () => {
  expect(opened(QUARTERLY_OR_MONTHLY)).toEqual(['period:2026Q3 2026-10-20'])
  expect(opened(QUARTERLY_OR_MONTHLY, 'many-transactions')).toContain('period:2026-10 2026-11-30')
  expect(opened(QUARTERLY_OR_MONTHLY, 'many-transactions')).not.toContain('period:2026Q3 2026-10-20')
})

test('without any limit the law’s own holds: a village once a quarter, a government body 20 working days', () => {
  expect(village(null).periodic[0]).toMatchObject({
    basis: { setting: false },
    rule: { frequency: 'quarterly' },
  })
  expect(street('  ').events[0]).toMatchObject({ rule: { n: 20, unit: 'working-day' } })
})

test('what is not understood is never guessed for a village, and said for a street', () => {
  expect(openDrafts(village('天书奇谭'), time)).toMatchObject([
    { causeKind: 'unresolved', dueOn: null, unresolved: true, words: '目录的时限“天书奇谭”没有读懂' },
  ])
  expect(openDrafts(village('同上'), time)).toMatchObject([{ causeKind: 'unresolved' }])
  expect(openDrafts(street('天书奇谭'), time)).toEqual([])
  expect(street('天书奇谭').events[0]!.basis!.text).toContain('没有读懂；按政府信息公开条例第二十六条')
})

test('a local setting is said to be one, never law', () => {
  expect(event('及时公开', 'paid')).toMatchObject({ dueOn: '2026-10-09', basis: { setting: true } })
  expect(event('随时公布', 'paid')).toMatchObject({ dueOn: '2026-09-28', basis: { setting: true } })
})

test('of two branches the stricter that the event names', () => {
  const text = '信息形成20个工作日内公开;其中行政许可、行政处罚事项应自作出行政决定之日起7个工作日内公示'
  expect(event(text, 'formed')!.dueOn).toBe('2026-10-29')
  expect(event(text, 'decided')!.dueOn).toBe('2026-10-12')
})

test('a branch by an amount holds for amounts in its range alone', () => {
  const text = '投入资金5万元以上随时公布'
  expect(event(text, 'occurred', 5_000_000)).toMatchObject({ eventKind: 'occurred' })
  expect(event(text, 'occurred', 4_999_999)).toBeNull()
  expect(event(text, 'occurred')).toBeNull()
})

test('before a meeting, stages, and what waits for nothing', () => {
  expect(event('会议召开十日前', 'meeting')!.dueOn).toBe('2026-09-15')
  expect(event('换届选举前', 'election')!.dueOn).toBe('2026-09-24')
  expect(event('按进展情况及时公开', 'progressed')).toMatchObject({ causeKind: 'milestone' })
  expect(triggersOf(village('每月10日前'))).toEqual([])
  expect(event('每月10日前', 'paid')).toBeNull()
})

const SETTING = { text: '本地设定，不是法律规定', setting: true }
const LAW = { text: '政府信息公开条例第二十六条', setting: false }
const ANY = ['formed', 'changed', 'allocated', 'paid', 'approved', 'decided', 'received', 'month-closed', 'occurred'] // prettier-ignore
const MANY = QUARTERLY_OR_MONTHLY

describe('a part that counts from an event', () => {
  test('keeps the length that the catalogue names, with no source of ours beside it', () => {
    expect(village('信息变更后3日内').events).toEqual([
      {
        causeKind: 'event',
        kinds: ['changed'],
        rule: { kind: 'after-event', n: 3, unit: 'calendar-day', events: ['changed'] },
        basis: null,
      },
    ])
  })

  test('any event is meant where none is named, or one that has no button of its own', () => {
    for (const text of ['20个工作日内', '资金拨付后10个工作日内', '及时公开']) {
      expect(triggersOf(village(text))).toEqual(ANY)
    }
  })

  test.each([
    ['信息形成之日起20个工作日内', ['formed', 'allocated', 'paid', 'approved', 'decided', 'received', 'month-closed']], // prettier-ignore
    ['信息变更后3日内', ['changed']],
    ['会议召开十日前', ['meeting']],
    ['重大事项随时公布', ['occurred']],
    ['按进展情况及时公开', ['started', 'progressed', 'completed']],
    ['每月10日前公布；如有变更，3日内更新', ['changed']],
    ['按进展情况及时公开；信息变更后3日内', ['changed', 'started', 'progressed', 'completed']],
  ])('%s waits for %j, in the order of the buttons', (text, kinds) => {
    expect(triggersOf(village(text))).toEqual(kinds)
  })

  test('words without a number get the days meant for them, and the setting is named', () => {
    const immediate = village('变更后及时更新').events
    expect(immediate).toEqual([
      {
        causeKind: 'event',
        kinds: ['changed'],
        rule: { kind: 'after-event', n: 5, unit: 'working-day', events: ['changed'] },
        basis: SETTING,
      },
    ])
    expect(village('按进展情况及时公开').events).toEqual([
      {
        causeKind: 'milestone',
        kinds: ['started', 'progressed', 'completed'],
        rule: { kind: 'after-event', n: 5, unit: 'working-day' },
        basis: SETTING,
      },
    ])
  })

  test('a posting period says nothing of when: 及时 for a village, the law’s days for a government body', () => {
    const [mine, its] = [village('公示7个工作日').events, street('公示7个工作日').events]
    expect(mine).toMatchObject([{ causeKind: 'notice', kinds: village('20个工作日内').events[0]!.kinds, rule: { kind: 'after-event', n: 5, unit: 'working-day' }, basis: SETTING }]) // prettier-ignore
    expect(its).toMatchObject([{ causeKind: 'notice', rule: { n: 20, unit: 'working-day' }, basis: LAW }])
  })
})

describe('a village’s conditions', () => {
  test('choose among the periodic parts alone; all else of the text holds on', () => {
    const text = `${MANY}；长期公开`
    expect(village(text, 'many-transactions').standing).toBe(true)
    expect(village(text).standing).toBe(true)
    expect(village('每季度公布一次', 'many-transactions').periodic).toEqual([
      { rule: { kind: 'periodic', frequency: 'quarterly' }, basis: null },
    ])
  })

  test('a branch that is not the village’s says nothing to it', () => {
    expect(village(MANY).periodic.map(({ rule }) => rule.frequency)).toEqual(['quarterly'])
    expect(village(MANY, 'many-transactions').periodic.map(({ rule }) => rule.frequency)).toEqual(['monthly'])
  })
})

describe('what is not understood', () => {
  test.each([
    ['同上', '目录的时限写的是“同上”，要先确定和哪一行相同'],
    [' 天书奇谭 ', '目录的时限“天书奇谭”没有读懂'],
    ['信息形成20个工作日内公开;看情况', '目录的时限“信息形成20个工作日内公开;看情况”有一部分没有读懂'],
    ['法律另有规定的除外', '目录的时限“法律另有规定的除外”要看其他法律、法规，不能推算'],
  ])('%s: %s', (text, fault) => {
    expect(village(text)).toMatchObject({ fault })
  })

  test.each(['每月10日前', '长期公开', '及时公开', '信息形成20个工作日内公开(法律法规另有规定的除外)'])(
    '%s is understood',
    text => expect(village(text).fault).toBeNull(),
  )

  test('of a government body is filled in by the law, with the reason in front of it, only where nothing else starts a clock', () => {
    expect(street('天书奇谭')).toEqual({
      periodic: [],
      events: [
        {
          causeKind: 'event',
          kinds: village('20个工作日内').events[0]!.kinds,
          rule: { kind: 'after-event', n: 20, unit: 'working-day', events: ['formed-or-changed'] },
          basis: { text: `目录的时限“天书奇谭”没有读懂；按${LAW.text}`, setting: false },
        },
      ],
      standing: false,
      fault: null,
      otherLaw: false,
    })
    expect(street(null).events.map(({ basis }) => basis)).toEqual([LAW])
    expect(street('每月10日前').events).toEqual([])
    const partly = street('信息形成20个工作日内公开;看情况')
    expect(partly.events.map(({ basis }) => basis)).toEqual([null])
    expect(partly.fault).toContain('有一部分没有读懂')
  })
})

test('another law is said wherever the text names one, a standing matter wherever it is one', () => {
  expect(village('信息形成20个工作日内公开(法律法规另有规定的除外)')).toMatchObject({
    otherLaw: true,
    standing: false,
  })
  expect(village('长期公开，动态更新')).toMatchObject({ otherLaw: false, standing: true })
  expect(village('每月10日前')).toMatchObject({ otherLaw: false, standing: false, events: [] })
  expect(village('')).toMatchObject({ events: [], standing: false, fault: null, otherLaw: false })
})

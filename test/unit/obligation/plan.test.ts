import { PUBLISHED_HOLIDAYS } from '../../../shared/domain/deadline'
import { eventDraft, openDrafts, planOf, triggersOf } from '../../../shared/domain/obligation'
import type { VillageCondition } from '../../../shared/data/obligationRules'

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

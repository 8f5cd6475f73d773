import type {
  Obligation,
  ObligationList,
  TriggerEventList,
  RecordedTriggerEvent,
  TriggerEvent,
} from '@shared/contract/disclosure/obligation'
import { ask, errorOf, openWorld, server, story } from '../../../support/api/workDesk'
import { ITEMS, type Person, financeContent, userId } from '../../../support/api/world'
import { obligationLines, openObligations, setDeadlines } from '../../../support/obligations/openObligations'
import { pictureOf } from '../../../support/faults/storePicture'
import { brokenInObligations } from '../../../support/invariants/obligations'
import { InboxMessages } from '@server/people/messages/models/inboxMessages'

openWorld('dutyevents')

beforeEach(() =>
  setDeadlines(server, {
    finance: '信息形成之日起10个工作日内',
    subsidy: '分配结果确定后20个工作日内',
    other: '每月10日前',
  }),
)
afterEach(async () => {
  expect(brokenInObligations(await pictureOf(server.db.connection))).toEqual([])
})

const paid = { kind: 'paid', on: '2026-11-02', itemIds: [ITEMS.finance._id] }
const record = (body: object, person: Person = 'clerk') =>
  ask<RecordedTriggerEvent>(person, 'POST', '/orgs/V1/trigger-events', body)
const list = async (query = '') =>
  (await ask<ObligationList>('head', 'GET', `/orgs/V1/obligations${query}`)).body

const publish = async (period = '2026-10') => {
  const draft = await story.create('editor', { content: financeContent(period) })
  return story.publish('head', await story.agree('supervisor', await story.submit('editor', draft)))
}

test('one press starts the clock; the sum is shown in words; pressed again nothing happens twice', async () => {
  const first = await record(paid)
  expect(first.status).toBe(200)
  expect(first.body.obligations).toMatchObject([
    { dueOn: '2026-11-16', state: 'overdue', causeLabel: '2026年11月2日 钱发放了', basis: null },
  ])
  expect(first.body.obligations[0]!.words).toContain('10 个工作日')
  const again = await record(paid, 'editor')
  expect(again.body).toMatchObject({
    id: first.body.id,
    obligations: [{ id: first.body.obligations[0]!.id }],
  })
  expect((await ask<TriggerEventList>('head', 'GET', '/orgs/V1/trigger-events')).body.items).toHaveLength(1)
})

test('publishing closes it, late; a correction closes nothing more', async () => {
  await record(paid)
  await record({ ...paid, on: '2026-11-19' })
  await publish()
  expect(await obligationLines(server)).toEqual([
    '财务收支 event:paid:2026-11-02 late 2026-11-16',
    '财务收支 event:paid:2026-11-19 open 2026-12-03',
  ])
})

test('an event that is recorded after its disclosure is answered by it', async () => {
  await publish()
  expect(await obligationLines(server)).toEqual(['财务收支 notice done -'])
  await record(paid)
  expect(await obligationLines(server)).toEqual(['财务收支 event:paid:2026-11-02 late 2026-11-16'])
})

test('taken back: what is open no longer applies, with the reason; recorded again it runs again', async () => {
  const { id } = (await record(paid)).body
  const event = await ask<TriggerEvent>('editor', 'POST', `/trigger-events/${id}/retract`, {
    reason: '日期记错了',
  })
  expect(event.body.retracted).toMatchObject({ reason: '日期记错了' })
  expect((await list('?show=not-applicable')).items).toMatchObject([{ reason: '登记撤回：日期记错了' }])
  const twice = await ask('editor', 'POST', `/trigger-events/${id}/retract`, { reason: '日期记错了' })
  expect([twice.status, errorOf(twice.body).code]).toEqual([409, 'event-retracted'])
  await record(paid)
  expect(await obligationLines(server)).toEqual(['财务收支 event:paid:2026-11-02 open 2026-11-16'])
})

test('everything that is wrong is said at once', async () => {
  const { status, body } = await record({
    kind: 'paid',
    on: '2026-12-01',
    itemIds: [ITEMS.other._id, ITEMS.old._id, ITEMS.finance._id],
  })
  expect(status).toBe(422)
  expect(errorOf(body).details.map(({ code }) => code)).toEqual([
    'event-ahead',
    'no-clock',
    'item-not-obliging',
  ])
  expect(await obligationLines(server)).toEqual([])
})

test('past the known holiday tables: computed by weekends, and said so', async () => {
  const { clock } = server.services
  const now = jest.spyOn(clock, 'now').mockImplementation(() => new Date('2026-12-28T02:00:00Z'))
  try {
    const { body } = await record({ ...paid, on: '2026-12-25' })
    expect(body.obligations).toMatchObject([{ dueOn: '2027-01-08', assumedYears: [2027] }])
  } finally {
    now.mockRestore()
  }
})

test('the list says what waits for an event, counts, and turns its pages', async () => {
  await openObligations(server)
  const first = await list('?limit=2')
  expect(first.waiting.map(({ name }) => name)).toEqual([
    '村级财务 › 财务收支',
    '涉农补贴 › 耕地地力保护补贴',
  ])
  expect(first.counts).toEqual({ overdue: 2, dueSoon: 0, running: 1, unresolved: 0 })
  const second = await list(`?limit=50&cursor=${first.nextCursor}`)
  const ids = [...first.items, ...second.items].map(({ id }) => id)
  expect(new Set(ids).size).toBe(3)
  expect((await list('?show=overdue&limit=50')).items).toHaveLength(2)
  expect((await list('?month=2026-12')).items).toMatchObject([{ dueOn: '2026-12-10', state: 'running' }])
})

test('not applicable with the reason, by the head; not twice, not on what somebody has changed', async () => {
  await openObligations(server)
  const [obligation] = (await list()).items
  const mark = (version: number) =>
    ask<Obligation>('head', 'POST', `/obligations/${obligation!.id}/not-applicable`, {
      version,
      reason: '本村没有规划编制',
    })
  expect((await mark(7)).status).toBe(409)
  expect((await mark(obligation!.version)).body).toMatchObject({
    state: 'not-applicable',
    reason: '本村没有规划编制（人物head）',
    abilities: ['restore'],
  })
  expect(errorOf((await mark(obligation!.version + 1)).body).code).toBe('duty-wrong-state')
})

test('the street reminds once a day; the village finds it in its inbox', async () => {
  await openObligations(server)
  const [obligation] = (await list()).items
  const remind = () =>
    ask<Obligation>('clerk', 'POST', `/obligations/${obligation!.id}/remind`, { text: '请尽快公开规划' })
  expect((await remind()).body.reminders).toMatchObject([{ body: '东街道', text: '请尽快公开规划' }])
  expect(errorOf((await remind()).body).code).toBe('reminded-today')
  const told = await server.db
    .of(InboxMessages)
    .find({ userId: userId('head') })
    .lean()
    .exec()
  expect(told).toMatchObject([{ title: '东街道提醒公开：村庄规划', link: 'obligations/V1' }])
})

test('a village with many transactions: its monthly branch holds from then on', async () => {
  await setDeadlines(server, { other: '每季度的首个月20日(集体财务往来较多的,财务收支情况应每月公布一次)' })
  await openObligations(server)
  const { status } = await ask('head', 'PUT', '/orgs/V1/conditions', { conditions: ['many-transactions'] })
  expect(status).toBe(200)
  const lines = await obligationLines(server)
  expect(lines).toContain('村庄规划 period:2026-10 open 2026-11-30')
  // Its day had passed: no new condition undoes it.
  expect(lines).toContain('村庄规划 period:2026Q3 open 2026-10-20')
})

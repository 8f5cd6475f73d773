import type { ErrorBody } from '../../../shared/contract/common'
import type {
  NoticeObjections,
  ObjectionList,
  ObjectionPage,
} from '../../../shared/contract/participation/objection'
import { openObjections } from '../../../server/participation/objections/queries/objections'
import { SPENT, TEXT, objectionOf, objectionStory, publishedNotice } from '../../support/api/objections'
import { claimOf, decideClaimOf, relativeOf, uploadRoll } from '../../support/api/roster'
import { startTestServer, TEST_NOW, type TestServer } from '../../support/api/testServer'
import { type Person, buildWorld, clearNotices, tokenOf, userId } from '../../support/api/world'
import { AuditEntries } from '@server/platform/audit/auditEntries'
import { Jobs } from '@server/platform/jobs/jobs'
import { Objections, ObjectionEvents } from '@server/participation/objections/models/objections'

let server: TestServer
let now = new Date(TEST_NOW)
const clock = { now: () => now }

beforeAll(async () => {
  server = await startTestServer('objection', clock)
  await buildWorld(server.db)
})
beforeEach(async () => {
  now = new Date(TEST_NOW)
  server.services.textCheck = { judge: async () => 'pass' }
  await clearNotices(server.db)
})
afterAll(() => server.close())

const errorOf = (answer: { body: unknown }) => (answer.body as ErrorBody).error
const get = <Body>(person: Person, path: string) =>
  server.ask<Body>('GET', path, { token: tokenOf(server, person) })
const post = <Body>(person: Person, path: string, body: object, key?: string) =>
  server.ask<Body>('POST', path, { token: tokenOf(server, person), body, ...(key && { key }) })
const days = (count: number) => {
  now = new Date(now.getTime() + count * 86_400_000)
}
const publicOf = async (noticeId: string) =>
  (await server.ask<NoticeObjections>('GET', `/notices/${noticeId}/objections`)).body

test('asked on an amount, answered in time, settled by the villager', async () => {
  const { notice } = await publishedNotice(server)
  const story = objectionStory(server)
  const filed = await story.file('villager', notice.id)
  expect(filed.objection).toMatchObject({
    number: '2026-V1-0001',
    place: '收支明细 第 2 行·支出',
    cells: '123.45',
    kindLabel: '金额不对',
    text: TEXT,
    state: 'open',
    dueOn: '2026-11-25',
    dueWords: expect.stringContaining('最迟 2026年11月25日'),
    late: false,
    afterTime: false,
    by: '我',
    handlerName: '东一村',
  })
  expect(filed.abilities).toEqual(['withdraw'])
  expect((await publicOf(notice.id)).counts).toEqual({ open: 1, answered: 0, settled: 0 })
  expect(await openObjections(server.db, { noticeId: notice.id, at: now })).toBe(1)

  const desk = (await get<ObjectionList>('head', '/orgs/V1/objections')).body
  expect(desk.items).toMatchObject([{ id: filed.objection.id, state: 'open' }])
  const seen = (await get<ObjectionPage>('head', `/objections/${filed.objection.id}`)).body
  expect([seen.abilities, seen.objection.by]).toEqual([['answer'], '人物villager'])
  const answered = await story.answer('head', seen)
  expect(answered.history.at(-1)).toMatchObject({ label: '答复', by: '村委会 人物head' })

  const mine = (await get<ObjectionPage>('villager', `/objections/${filed.objection.id}`)).body
  expect(mine.abilities.sort()).toEqual(['escalate', 'settle', 'withdraw'])
  expect(await openObjections(server.db, { noticeId: notice.id, at: now })).toBe(1)
  const settled = await story.settle('villager', mine, true)
  expect([settled.objection.state, settled.abilities]).toEqual(['settled', []])
  expect(await openObjections(server.db, { noticeId: notice.id, at: now })).toBe(0)
  const list = await publicOf(notice.id)
  expect(list.counts).toEqual({ open: 0, answered: 0, settled: 1 })
  expect(list.items).toEqual([
    {
      number: '2026-V1-0001',
      by: '一位村民',
      place: '收支明细 第 2 行·支出',
      kindLabel: '金额不对',
      text: TEXT,
      filedOn: '2026-11-20',
      answers: [{ by: '村委会', text: '经核对，收据是两张，合起来就是这个数。', on: '2026-11-20' }],
      stateLabel: '已解决',
    },
  ])
  const audit = await server.db
    .of(AuditEntries)
    .find({ targetId: filed.objection.id, outcome: 'done' })
    .lean()
  expect(audit.map(({ action }) => action).sort()).toEqual([
    'objection.answer',
    'objection.file',
    'objection.settle',
  ])
})

test('unsatisfied: to the town, to the district, to the end', async () => {
  const { notice } = await publishedNotice(server)
  const story = objectionStory(server)
  let page = await story.file('villager', notice.id)
  page = await story.settle('villager', await story.answer('head', page), false)
  expect([page.objection.state, page.abilities]).toEqual(['unsatisfied', ['settle', 'escalate', 'withdraw']])
  page = await story.escalate('villager', page)
  expect(page.objection).toMatchObject({ state: 'town', handlerName: '东街道', dueOn: '2026-12-07' })
  expect((await get<ObjectionList>('clerk', '/orgs/ST1/objections')).body.items).toMatchObject([
    { state: 'town', handlerCode: 'ST1', orgName: '东一村' },
  ])
  expect(
    (
      await post('head', `/objections/${page.objection.id}/answer`, {
        version: page.objection.version,
        text: TEXT,
      })
    ).status,
  ).toBe(403)
  page = await story.settle('villager', await story.answer('clerk', page), false)
  page = await story.escalate('villager', page)
  expect(page.objection).toMatchObject({ state: 'county', handlerName: '试验新城' })
  page = await story.settle('villager', await story.answer('district', page), false)
  expect([page.objection.state, page.abilities]).toEqual(['closed', []])
  const { items } = await publicOf(notice.id)
  expect(items[0]!.answers.map(({ by }) => by)).toEqual(['村委会', '东街道', '试验新城'])
  expect(page.history.map(({ label }) => label)).toEqual([
    '提出异议',
    '答复',
    '村民不满意',
    '提请街道（镇）处理',
    '街道（镇）答复',
    '村民不满意街道（镇）答复',
    '提请区县处理',
    '区县答复',
    '村民不满意区县答复，办理结束',
  ])
})

test('overdue it stays open, is flagged and first on the desk, and may go up without an answer', async () => {
  const { notice } = await publishedNotice(server)
  const story = objectionStory(server)
  const first = await story.file('villager', notice.id)
  days(2)
  const second = await story.file('villager', notice.id, { target: {}, kind: 'unclear', text: undefined })
  const desk = async () =>
    (await get<ObjectionList>('supervisor', '/orgs/V1/objections')).body.items.map(({ number, late }) => [
      number,
      late,
    ])
  expect(await desk()).toEqual([
    [first.objection.number, false],
    [second.objection.number, false],
  ])
  const early = await post('villager', `/objections/${first.objection.id}/escalate`, { version: 1 })
  expect([early.status, errorOf(early).code]).toEqual([409, 'objection-wrong-state'])
  now = new Date('2026-11-25T16:00:00.000Z')
  expect(await desk()).toEqual([
    [first.objection.number, true],
    [second.objection.number, false],
  ])
  expect((await get<ObjectionList>('clerk', '/orgs/ST1/objections')).body.items[0]).toMatchObject({
    late: true,
  })
  expect((await story.escalate('villager', first)).objection.state).toBe('town')
  const jobs = await server.db.of(Jobs).find({ kind: 'answer-due' }).lean()
  expect(jobs.map(job => job.key)).toContain(`answer-due:${first.objection.id}:1`)
})

test('after the publicity period it is still taken, with a note; silence after an answer does not keep a notice open for ever', async () => {
  const { notice } = await publishedNotice(server)
  const story = objectionStory(server)
  expect((await story.file('villager', notice.id)).objection.afterTime).toBe(false)
  days(30)
  const late = await story.file('villager', notice.id, { target: {} })
  expect(late.objection.afterTime).toBe(true)
  await story.answer('head', late)
  const [row] = await server.db.of(Objections).find({ noticeId: notice.id, state: 'open' }).lean()
  await story.answer('head', (await get<ObjectionPage>('head', `/objections/${row!._id}`)).body)
  expect(await openObjections(server.db, { noticeId: notice.id, at: now })).toBe(2)
  days(20)
  expect(await openObjections(server.db, { noticeId: notice.id, at: now })).toBe(0)
})

describe('who', () => {
  test('a stranger is told to be verified; a confirmed villager and a relative of an elder may', async () => {
    const { notice } = await publishedNotice(server)
    const refused = await objectionOf(server, 'stranger', notice.id)
    expect([refused.status, errorOf(refused).code]).toEqual([403, 'not-resident'])
    await uploadRoll(server)
    const claim = (await claimOf(server, 'stranger', 'farmer')).body
    expect((await objectionOf(server, 'stranger', notice.id)).status).toBe(403)
    await decideClaimOf(server, 'head', claim.id, 'confirm', 1)
    expect((await objectionOf(server, 'stranger', notice.id)).status).toBe(201)

    const elder = (await relativeOf(server, 'other-clerk', 'elder')).body
    expect((await objectionOf(server, 'other-clerk', notice.id, { actsFor: elder.id })).status).toBe(404)
    await decideClaimOf(server, 'head', elder.id, 'confirm', 1)
    expect((await objectionOf(server, 'other-clerk', notice.id)).status).toBe(403)
    const acted = await objectionOf(server, 'other-clerk', notice.id, { actsFor: elder.id })
    expect([acted.status, acted.body.objection.forElder]).toEqual([201, '许老旺'])
    const borrowed = await objectionOf(server, 'villager', notice.id, { actsFor: elder.id })
    expect(borrowed.status).toBe(404)
  })

  test('anonymous: not even staff learns the name; otherwise staff does, the public never', async () => {
    const { notice } = await publishedNotice(server)
    await uploadRoll(server)
    const claim = (await claimOf(server, 'stranger', 'farmer')).body
    await decideClaimOf(server, 'head', claim.id, 'confirm', 1)
    const story = objectionStory(server)
    const text = '我是许田生，我家和许老旺家的名字都漏了，电话13800000011。'
    const hidden = await story.file('stranger', notice.id, { anonymous: true, kind: 'name', text })
    const asked = (await get<ObjectionPage>('head', `/objections/${hidden.objection.id}`)).body
    expect(asked.objection.by).toBe('一位村民')
    expect(asked.objection.covered).toEqual(['手机号'])
    expect(asked.objection.text).not.toContain('13800000011')
    await get<ObjectionPage>('stranger', `/objections/${hidden.objection.id}`)
    const answered = await story.answer('head', asked, '许老旺家已经补上，见更正版。')
    await post('stranger', `/objections/${hidden.objection.id}/settle`, { version: answered.objection.version, satisfied: true }) // prettier-ignore
    const log = await server.db.of(AuditEntries).find({ targetId: hidden.objection.id }).lean()
    expect(log.map(({ action }) => action)).toEqual(expect.arrayContaining(['objection.file', 'objection.read', 'objection.answer'])) // prettier-ignore
    expect(log.filter(one => one.actorId === userId('stranger') || /许田生|人物stranger/.test(one.actorName))).toEqual([]) // prettier-ignore
    const open = await story.file('stranger', notice.id, { target: {}, kind: 'unclear', text: undefined })
    const seen = (await get<ObjectionPage>('head', `/objections/${open.objection.id}`)).body
    expect(seen.objection.by).toBe('许田生')
    const page = await server.ask<NoticeObjections>('GET', `/notices/${notice.id}/objections`)
    expect(page.body.items).toHaveLength(1)
    expect(page.text).not.toMatch(/许田生|许老旺|1380000|人物/)
    const store = JSON.stringify(await server.db.of(Objections).find({}).lean())
    expect(store).not.toContain('13800000011')
  })

  test('nobody answers what they asked, nor alone for what they alone wrote; a supervisor only what came that way', async () => {
    const { notice } = await publishedNotice(server)
    const story = objectionStory(server)
    const direct = await story.file('villager', notice.id, { via: 'committee' })
    const via = await story.file('villager', notice.id, { target: {} })
    const attempt = async (person: Person, page: ObjectionPage) =>
      errorOf(await post(person, `/objections/${page.objection.id}/answer`, { version: 1, text: TEXT }))?.code
    expect(await attempt('editor', direct)).toBe('own-matter')
    expect(await attempt('supervisor', direct)).toBe('forbidden')
    expect((await story.answer('supervisor', via)).history.at(-1)!.by).toBe('村务监督委员会 人物supervisor')
    expect((await story.answer('editor-2', direct)).objection.state).toBe('answered')
  })
})

describe('a held text', () => {
  test('waits for the supervising body, unseen and uncounted; released it is due from that day', async () => {
    server.services.textCheck = { judge: async () => 'review' }
    const { notice } = await publishedNotice(server)
    const story = objectionStory(server)
    const held = await story.file('villager', notice.id)
    expect(held.objection).toMatchObject({ state: 'held', stateLabel: '正在人工审核', dueOn: '2026-11-24' })
    expect((await publicOf(notice.id)).counts).toEqual({ open: 0, answered: 0, settled: 0 })
    expect((await post('head', `/objections/${held.objection.id}/release`, { version: 1 })).status).toBe(403)
    const hats = await post('two-hats', `/objections/${held.objection.id}/release`, { version: 1 })
    expect(errorOf(hats).code).toBe('committee-member')
    days(3)
    const released = await story.step('supervisor', held, 'release')
    expect(released.objection).toMatchObject({ state: 'open', dueOn: '2026-11-30' })
  })

  test('is refused with a reason that the villager reads, and may be made again', async () => {
    server.services.textCheck = { judge: async () => 'review' }
    const { notice } = await publishedNotice(server)
    const story = objectionStory(server)
    const held = await story.file('villager', notice.id)
    await story.step('supervisor', held, 'refuse', { reason: '请去掉骂人的话再提。' })
    const mine = (await get<ObjectionPage>('villager', `/objections/${held.objection.id}`)).body
    expect(mine.objection.state).toBe('refused')
    expect(mine.history.at(-1)!.text).toBe('请去掉骂人的话再提。')
    expect((await objectionOf(server, 'villager', notice.id)).status).toBe(201)
  })

  test('without a text there is nothing to check', async () => {
    server.services.textCheck = { judge: () => Promise.reject(new Error('asked')) }
    const { notice } = await publishedNotice(server)
    const answer = await objectionOf(server, 'villager', notice.id, { text: undefined })
    expect([answer.status, answer.body.objection.state]).toEqual([201, 'open'])
  })
})

describe('what is refused', () => {
  test('places that are not in the record, older editions, empty words, a second time, a flood', async () => {
    const { notice } = await publishedNotice(server)
    const attempt = async (input: object) => {
      const answer = await objectionOf(server, 'villager', notice.id, input)
      return [answer.status, errorOf(answer)?.code]
    }
    expect(await attempt({ target: { ...SPENT, rowId: 'nobody' } })).toEqual([404, 'target-unknown'])
    expect(await attempt({ edition: 2 })).toEqual([409, 'edition-changed'])
    expect(await attempt({ kind: 'other', text: undefined })).toEqual([400, 'invalid-request'])
    expect(await attempt({ text: '短' })).toEqual([400, 'invalid-request'])
    expect(await attempt({ kind: 'bribe' })).toEqual([400, 'invalid-request'])
    expect(await attempt({ target: { blockId: { $ne: '' } } })).toEqual([400, 'invalid-request'])
    expect(await attempt({})).toEqual([201, undefined])
    expect(await attempt({})).toEqual([409, 'objection-exists'])
    const rows = [
      '2026-10-05|income|土地租金',
      'total/opening',
      'total/income',
      'total/expense',
      'total/closing',
    ]
    for (const rowId of rows) {
      expect(await attempt({ target: { blockId: 'money', rowId } })).toEqual([201, undefined])
    }
    for (const target of [{}, { blockId: 'money' }, { blockId: 'facts' }, { blockId: 'standard' }]) {
      expect(await attempt({ target })).toEqual([201, undefined])
    }
    expect(await attempt({ target: { blockId: 'summary' } })).toEqual([429, 'objection-limit'])
    const numbers = (await server.db.of(Objections).find({}).lean()).map(({ number }) => number).sort()
    expect(numbers).toEqual(
      Array.from({ length: 10 }, (_, at) => `2026-V1-${String(at + 1).padStart(4, '0')}`),
    )
  })

  test('an office that writes a personal number is told to take it out', async () => {
    const { notice } = await publishedNotice(server)
    const page = await objectionStory(server).file('villager', notice.id)
    const answer = await post('head', `/objections/${page.objection.id}/answer`, {
      version: 1,
      text: '请打会计电话13800138000核对。',
    })
    expect([answer.status, errorOf(answer).details[0]!.code]).toEqual([422, 'personal-data'])
    expect(answer.text).not.toContain('13800138000')
  })

  test('a stale version and a lost race are told what happened; one press counts once', async () => {
    const { notice } = await publishedNotice(server)
    const page = await objectionStory(server).file('villager', notice.id)
    const path = `/objections/${page.objection.id}/answer`
    const rivals: Person[] = ['head', 'editor-2', 'supervisor', 'supervisor-2']
    const answers = await Promise.all(rivals.map(person => post(person, path, { version: 1, text: TEXT })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409])
    const stale = await post('head', path, { version: 1, text: TEXT })
    expect([stale.status, errorOf(stale).message]).toEqual([409, expect.stringContaining('已经办了“答复”')])
    expect(await server.db.of(ObjectionEvents).countDocuments({ objectionId: page.objection.id })).toBe(2)

    const body = { edition: 1, kind: 'unclear', target: {} }
    const again = () => post('villager', `/notices/${notice.id}/objections`, body, 'one-press-only')
    const [first, second] = [await again(), await again()]
    expect([first.status, second.text]).toEqual([201, first.text])
    expect(await server.db.of(Objections).countDocuments({})).toBe(2)
  })

  test('numbers have no gap though many ask at once', async () => {
    const { notice } = await publishedNotice(server)
    const rows = ['total/opening', 'total/income', 'total/expense', 'total/closing']
    const answers = await Promise.all(
      rows.map(rowId => objectionOf(server, 'villager', notice.id, { target: { blockId: 'money', rowId } })),
    )
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201])
    expect(answers.map(({ body }) => body.objection.number).sort()).toEqual(
      [1, 2, 3, 4].map(at => `2026-V1-000${at}`),
    )
  })
})

test('a villager of the street’s villages objects to the street’s notice; the street answers, then the district', async () => {
  const { storyOf } = await import('../../support/api/world')
  const work = storyOf(server)
  const draft = await work.create('clerk', { orgCode: 'ST1', regards: 'V1' })
  const { notice } = await work.publish(
    'clerk',
    await work.agree('clerk-2', await work.submit('clerk', draft)),
  )
  const story = objectionStory(server)
  let page = await story.file('villager', notice.id)
  expect(page.objection).toMatchObject({ number: '2026-ST1-0001', handlerName: '东街道' })
  expect(
    (await post('head', `/objections/${page.objection.id}/answer`, { version: 1, text: TEXT })).status,
  ).toBe(403)
  page = await story.escalate('villager', await story.answer('clerk-2', page))
  expect(page.objection).toMatchObject({ state: 'county', handlerName: '试验新城' })
})

test('lists go on page by page', async () => {
  const { notice } = await publishedNotice(server)
  const story = objectionStory(server)
  for (const rowId of ['total/opening', 'total/income', 'total/closing']) {
    await story.file('villager', notice.id, { target: { blockId: 'money', rowId } })
  }
  for (const [person, path] of [
    ['villager', '/me/objections'],
    ['head', '/orgs/V1/objections'],
  ] as const) {
    const first = (await get<ObjectionList>(person, `${path}?limit=2`)).body
    const rest = (await get<ObjectionList>(person, `${path}?limit=2&cursor=${first.nextCursor}`)).body
    const numbers = [...first.items, ...rest.items].map(({ number }) => number)
    expect([new Set(numbers).size, rest.nextCursor]).toEqual([3, null])
  }
  expect((await get<ObjectionList>('head', '/orgs/V1/objections?show=rest')).body.items).toEqual([])
})

import { operationOf } from '@server/platform/jobs/storeGauges'
import type { ErrorBody } from '@shared/contract/common'
import type { Inbox, Subscriptions as SubscriptionPage, Unread } from '@shared/contract/people/message'
import type { WorkNoticePage } from '@shared/contract/disclosure/noticeWorkflow'
import { MESSAGE_RULES } from '@shared/facts/people/messageRules'
import { JOB_HANDLERS } from '@server/compose'
import type { Store } from '@server/platform/store/db'
import { notify } from '../../../../server/people/messages/commands/notify'
import { createJobRunner } from '../../../../server/platform/jobs/runner'
import { inTransaction } from '../../../../server/platform/store/transaction'
import { TEST_NOW, type TestServer, startTestServer } from '../../../support/api/testServer'
import { type Person, buildWorld, financeContent, storyOf, tokenOf, userId } from '../../../support/api/world'
import { RoleGrants } from '@server/people/accounts/models/roleGrants'
import { Subscriptions } from '@server/people/messages/models/subscriptions'
import { Jobs } from '@server/platform/jobs/jobs'
import { InboxMessages } from '@server/people/messages/models/inboxMessages'
import { OutboxDigests } from '@server/people/messages/models/outboxDigests'
import { Publications } from '@server/disclosure/publications/models/publications'
import { newId } from '@server/platform/store/collection'

/** Inbox, subscriptions and WeChat messages through the real server, the real database and a fake WeChat. */
const MINUTE = 60_000
const TEMPLATE = 'template-publication'
let now = Date.parse(TEST_NOW)
let server: TestServer
let db: Store
const clock = { now: () => new Date(now) }

beforeAll(async () => {
  server = await startTestServer('inbox', clock)
  db = server.db
  await buildWorld(db)
})
beforeEach(async () => {
  now = Date.parse(TEST_NOW)
  for (const name of [
    'inboxMessages',
    'outboxDigests',
    'subscriptions',
    'messageConsents',
    'jobs',
  ] as const) {
    await db.connection.collection(name).deleteMany({})
  }
  server.wechat.behave('ok')
})
afterAll(() => server.close())

const as = (person: Person) => ({ token: tokenOf(server, person) })
const inboxOf = async (person: Person, query = '') =>
  (await server.ask<Inbox>('GET', `/me/inbox${query}`, as(person))).body
const follow = (person: Person, items: { orgCode: string; categories: string[] }[]) =>
  server.ask<SubscriptionPage & ErrorBody>('PUT', '/me/subscriptions', { ...as(person), body: { items } })
const consent = (person: Person, templateIds = [TEMPLATE]) =>
  server.ask<SubscriptionPage & ErrorBody>('POST', '/me/consents', { ...as(person), body: { templateIds } })
const run = () => createJobRunner({ services: server.services, handlers: JOB_HANDLERS }).runDue()
const FINANCE = [{ orgCode: 'V1', categories: ['village-finance'] }]

const tell = (person: Person, n: number) =>
  inTransaction({ db, clock }, tx =>
    notify(tx, {
      userIds: [userId(person)],
      kind: 'work',
      title: `第${n}条`,
      text: '请办理',
      link: 'work/ntc_000001',
      dedupeKey: `tell-${n}`,
    }),
  )

let month = 0
async function publish(): Promise<WorkNoticePage> {
  // Every other month, so that no opening balance has to follow from another.
  month += 2
  const story = storyOf(server)
  const period = `${2010 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
  const content = financeContent(period)
  const draft = await story.create('editor', { content })
  return story.publish('head', await story.agree('supervisor', await story.submit('editor', draft)))
}

/** WeChat messages accepted since `from`. */
const sentSince = (from: number) => server.wechat.sent().slice(from)

describe('inbox', () => {
  test('newest first, in pages, each message once, with the number of unread ones', async () => {
    for (let n = 0; n < 5; n += 1) {
      await tell('editor', n)
      now += n % 2 ? MINUTE : 0
    }
    const first = await inboxOf('editor', '?limit=3')
    const second = await inboxOf('editor', `?limit=3&cursor=${first.nextCursor}`)
    const titles = [...first.items, ...second.items].map(item => item.title)
    expect(new Set(titles).size).toBe(5)
    expect(titles[0]).toBe('第4条')
    expect([first.unread, second.nextCursor]).toEqual([5, null])
    expect(first.items[0]).toMatchObject({ kind: 'work', link: 'work/ntc_000001', unread: true })
  })

  test('a person is told of the same thing once', async () => {
    await Promise.all([tell('editor', 1), tell('editor', 1).catch(() => 0)])
    await tell('editor', 1)
    expect((await inboxOf('editor')).items).toHaveLength(1)
  })

  test('read one, then all; somebody else’s cannot be touched or told from none', async () => {
    for (let n = 0; n < 3; n += 1) await tell('editor', n)
    const { items } = await inboxOf('editor')
    const path = `/me/inbox/${items[0]!.id}/read`
    const stranger = await server.ask<ErrorBody>('POST', path, { ...as('sister-editor'), body: {} })
    const nothing = await server.ask<ErrorBody>('POST', `/me/inbox/${newId('msg')}/read`, {
      ...as('editor'),
      body: {},
    })
    expect([stranger.status, stranger.body.error.message]).toEqual([404, nothing.body.error.message])
    expect((await server.ask<Unread>('POST', path, { ...as('editor'), body: {} })).body).toEqual({
      unread: 2,
    })
    expect((await inboxOf('sister-editor')).items).toEqual([])
    const all = await server.ask<Unread>('POST', '/me/inbox/read-all', { ...as('editor'), body: {} })
    expect(all.body).toEqual({ unread: 0 })
    expect((await server.ask<Unread>('GET', '/me/inbox/unread', as('editor'))).body).toEqual({ unread: 0 })
  })

  test('nobody without a login has an inbox', async () => {
    for (const path of ['/me/inbox', '/me/inbox/unread', '/me/subscriptions']) {
      expect((await server.ask('GET', path)).status).toBe(401)
    }
  })

  test('everyone who holds a role now is told, nobody whose term is over', async () => {
    const ended = { orgCode: 'V1', role: 'supervisor' as const, userId: userId('two-hats') }
    await db.of(RoleGrants).updateOne(ended, { to: new Date('2026-11-19') })
    const told = await inTransaction(server.services, tx =>
      notify(tx, {
        role: 'supervisor',
        orgCode: 'V1',
        kind: 'work',
        title: '有公示等您审核',
        text: '东一村',
        link: null,
        dedupeKey: 'role',
      }),
    )
    await db.of(RoleGrants).updateOne(ended, { to: null })
    expect(told).toBe(2)
    expect((await inboxOf('supervisor-2')).items).toHaveLength(1)
    expect((await inboxOf('two-hats')).items).toHaveLength(0)
  })

  test.each([
    '张三的低保金5000元',
    '补贴12,345.60元',
    '身份证11010519491231002X',
    '电话13800138000',
    '共计三千元',
    '￥80',
  ])('no amount and nothing personal gets into a message: %s', async words => {
    await inTransaction(server.services, tx =>
      notify(tx, {
        userIds: [userId('editor')],
        kind: 'work',
        title: words,
        text: words,
        link: null,
        dedupeKey: words,
      }),
    )
    const [item] = (await inboxOf('editor')).items
    expect([item!.title, item!.text]).toEqual(['有一条公示等您办理', '公示办理'])
  })
})

describe('subscriptions', () => {
  test('what is put is what is followed', async () => {
    const both = [{ orgCode: 'V2', categories: ['subsidy'] }, ...FINANCE]
    const put = await follow('villager', both)
    expect(put.body.items).toEqual([
      { orgCode: 'V1', orgName: '东一村', categories: ['village-finance'] },
      { orgCode: 'V2', orgName: '东二村', categories: ['subsidy'] },
    ])
    expect(put.body.templates).toEqual([{ kind: 'publication', id: TEMPLATE, left: 0, term: 'once' }])
    const kept = await db
      .of(Subscriptions)
      .findOne({ userId: userId('villager'), orgCode: 'V1' })
      .lean()
    await follow('villager', [{ orgCode: 'V1', categories: ['village-finance', 'subsidy', 'subsidy'] }])
    const rows = await db
      .of(Subscriptions)
      .find({ userId: userId('villager') })
      .lean()
    expect(rows.map(row => `${row.orgCode}/${row.category}`).sort()).toEqual([
      'V1/subsidy',
      'V1/village-finance',
    ])
    expect(rows.some(row => row._id === kept!._id)).toBe(true)
    expect((await follow('villager', [])).body.items).toEqual([])
  })

  test.each([
    ['an unknown village', [{ orgCode: 'NONE', categories: ['subsidy'] }], 404],
    ['an unknown category', [{ orgCode: 'V1', categories: ['nothing'] }], 400],
    ['no category', [{ orgCode: 'V1', categories: [] }], 400],
    ['21 villages', Array.from({ length: 21 }, () => FINANCE[0]!), 400],
  ])('%s: refused, nothing changed', async (_name, items, status) => {
    await follow('villager', FINANCE)
    expect((await follow('villager', items)).status).toBe(status)
    expect(await db.of(Subscriptions).countDocuments({ userId: userId('villager') })).toBe(1)
  })

  test('a consent counts for one message; a template that is not ours is refused', async () => {
    await consent('villager')
    expect((await consent('villager')).body.templates[0]).toMatchObject({ left: 2 })
    expect((await consent('villager', ['somebody-elses'])).status).toBe(404)
  })
})

describe('followers', () => {
  test('publishing adds one row, however many follow; each follower is told once', async () => {
    const people = Array.from(
      { length: MESSAGE_RULES.followersAtOnce * 2 + 7 },
      (_, n) => `usr_${String(n).padStart(20, '0')}`,
    )
    await db.of(Subscriptions).insertMany(
      people.map(person => ({
        _id: newId('sub'),
        userId: person,
        orgCode: 'V1',
        category: 'village-finance',
        createdAt: clock.now(),
      })),
    )
    await follow('villager', [{ orgCode: 'V1', categories: ['subsidy'] }])
    const { notice } = await publish()
    expect(await db.of(Jobs).countDocuments({ kind: 'notify-followers' })).toBe(1)
    expect(await db.of(InboxMessages).countDocuments({})).toBe(0)
    await run()
    const batches = { kind: 'notify-followers', state: 'done' } as const
    expect(await db.of(Jobs).countDocuments(batches)).toBe(3)
    const rows = await db.of(InboxMessages).find({}).lean()
    expect(new Set(rows.map(row => row.userId))).toEqual(new Set(people))
    expect(rows).toHaveLength(people.length)
    expect(rows[0]).toMatchObject({
      title: notice.content.title,
      text: '东一村 2026-11-20 公开',
      link: `notice/${notice.id}`,
    })
    expect(await run()).toBe(0)
  })

  test('with consent one WeChat message tells of all that came in a while; consent is used up', async () => {
    const before = server.wechat.sent().length
    await follow('villager', FINANCE)
    await consent('villager')
    await publish()
    await run()
    now += 10 * MINUTE
    const { notice } = await publish()
    await run()
    expect(sentSince(before)).toEqual([])
    now += 20 * MINUTE
    await run()
    expect(sentSince(before)).toHaveLength(1)
    expect(sentSince(before)[0]).toMatchObject({
      touser: 'openid-villager',
      template_id: TEMPLATE,
      page: 'packages/inbox/pages/list/index',
      data: {
        thing1: { value: `${notice.content.title}等2条` },
        thing2: { value: '东一村' },
        date3: { value: '2026年11月20日' },
      },
    })
    await publish()
    await run()
    now += 60 * MINUTE
    await run()
    expect(sentSince(before)).toHaveLength(1)
    expect((await inboxOf('villager')).items).toHaveLength(3)
  })

  test('one thing is told by its own title and opens its own page', async () => {
    const before = server.wechat.sent().length
    await follow('villager', FINANCE)
    await consent('villager')
    const { notice } = await publish()
    await run()
    now += 30 * MINUTE
    await run()
    const [message] = sentSince(before)
    expect(message!.page).toBe(`pages/notice/index?id=${notice.id}`)
    expect(message!.data.thing1).toEqual({ value: notice.content.title })
  })

  test('who has taken the consent back is not asked again, and the inbox has it all', async () => {
    await follow('villager', FINANCE)
    await consent('villager')
    await consent('villager')
    server.wechat.behave('blocked', 'message')
    await publish()
    await run()
    now += 30 * MINUTE
    await run()
    const digest = await db.of(OutboxDigests).findOne({ userId: userId('villager') }).lean() // prettier-ignore
    expect(digest).toMatchObject({ state: 'dropped', reason: 'refused' })
    expect((await follow('villager', FINANCE)).body.templates[0]).toMatchObject({ left: 0 })
    expect((await inboxOf('villager')).unread).toBe(1)
  })

  test('a ban by WeChat rests the kind, alarms, keeps the consent, and ends when a message gets through', async () => {
    const banned = async () => (await operationOf(db, clock.now())).bannedMessages
    await follow('villager', FINANCE)
    await consent('villager')
    server.wechat.behave('banned', 'message')
    const calls = server.wechat.calls('message')
    await publish()
    await run()
    now += 30 * MINUTE
    await run()
    expect(await banned()).toBe(1)
    await publish()
    now += 60 * MINUTE
    await run()
    expect(server.wechat.calls('message') - calls).toBe(1)
    expect((await follow('villager', FINANCE)).body.templates[0]).toMatchObject({ left: 1 })
    const before = server.wechat.sent().length
    server.wechat.behave('ok', 'message')
    now += 6 * 60 * MINUTE
    await run()
    expect(sentSince(before)).toHaveLength(1)
    expect(sentSince(before)[0]!.data.thing1!.value).toMatch(/等2条$/)
    expect(await banned()).toBe(0)
  })

  test('a long-term template is asked for once and sends any number', async () => {
    const template = server.services.config.wechat.templates.publication!
    template.term = 'long'
    try {
      const before = server.wechat.sent().length
      await follow('villager', FINANCE)
      await consent('villager')
      expect((await consent('villager')).body.templates[0]).toMatchObject({ left: 1, term: 'long' })
      for (let at = 0; at < 2; at += 1) {
        await publish()
        await run()
        now += 30 * MINUTE
        await run()
      }
      expect(sentSince(before)).toHaveLength(2)
      expect((await follow('villager', FINANCE)).body.templates[0]).toMatchObject({ left: 1 })
    } finally {
      template.term = 'once'
    }
  })

  test('what comes while a message is being sent is told by the next one', async () => {
    const before = server.wechat.sent().length
    await follow('villager', FINANCE)
    await consent('villager')
    await consent('villager')
    await publish()
    await run()
    now += 30 * MINUTE
    const { wechat } = server.services
    const late = await publish()
    const slow = {
      ...server.services,
      wechat: {
        ...wechat,
        sendSubscribeMessage: async (message: Parameters<typeof wechat.sendSubscribeMessage>[0]) => {
          const { 'notify-followers': handler } = JOB_HANDLERS
          await createJobRunner({
            services: server.services,
            handlers: { 'notify-followers': handler! },
          }).runDue()
          return wechat.sendSubscribeMessage(message)
        },
      },
    }
    const { 'send-message': send } = JOB_HANDLERS
    await createJobRunner({ services: slow, handlers: { 'send-message': send! } }).runDue()
    now += 30 * MINUTE
    await run()
    expect(sentSince(before)).toHaveLength(2)
    expect(sentSince(before)[1]!.data.thing1).toEqual({ value: late.notice.content.title })
  })

  test('a notice that is no longer the newest edition is told to nobody', async () => {
    await follow('villager', FINANCE)
    const { notice } = await publish()
    await db.of(Publications).updateMany({ noticeId: notice.id }, { live: false })
    await run()
    expect((await inboxOf('villager')).items).toEqual([])
  })
})

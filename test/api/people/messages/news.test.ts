import type { Inbox } from '../../../../shared/contract/people/message'
import type { ObjectionPage } from '../../../../shared/contract/participation/objection'
import { JOB_HANDLERS } from '@server/compose'
import { createJobRunner } from '../../../../server/platform/jobs/runner'
import { objectionStory, publishedNotice } from '../../../support/api/objections'
import { TEST_NOW, type TestServer, startTestServer } from '../../../support/api/testServer'
import { type Person, buildWorld, clearNotices, storyOf, tokenOf } from '../../../support/api/world'
import { InboxMessages } from '@server/people/messages/models/inboxMessages'

/** Who hears in the inbox that something waits for them, or has come back to them. */
const DAY = 86_400_000
let now = Date.parse(TEST_NOW)
let server: TestServer

beforeAll(async () => {
  server = await startTestServer('news', { now: () => new Date(now) })
  await buildWorld(server.db)
})
beforeEach(async () => {
  now = Date.parse(TEST_NOW)
  server.services.textCheck = { judge: async () => 'pass' }
  await clearNotices(server.db)
  await server.db.of(InboxMessages).collection.deleteMany({})
})
afterAll(() => server.close())

const run = () => createJobRunner({ services: server.services, handlers: JOB_HANDLERS }).runDue()
const inboxOf = async (person: Person) =>
  (await server.ask<Inbox>('GET', '/me/inbox', { token: tokenOf(server, person) })).body.items.map(
    ({ kind, title, text, link }) => ({ kind, title, text, link }),
  )

describe('a notice', () => {
  test('submitted: the supervisors hear of it once, nobody else', async () => {
    const story = storyOf(server)
    const { notice } = await story.submit('editor', await story.create('editor'))
    await run()
    await run()
    const told = {
      kind: 'work',
      title: notice.content.title,
      text: '待监督审核：等您审核',
      link: `work/${notice.id}`,
    }
    for (const person of ['supervisor', 'supervisor-2'] as const) {
      expect(await inboxOf(person)).toEqual([told])
    }
    for (const person of ['editor', 'head', 'villager', 'sister-supervisor'] as const) {
      expect(await inboxOf(person)).toEqual([])
    }
  })

  test('what somebody has acted on since is told to nobody', async () => {
    const story = storyOf(server)
    await story.agree('supervisor', await story.submit('editor', await story.create('editor')))
    await run()
    expect(await inboxOf('supervisor-2')).toEqual([])
    expect(await inboxOf('head')).toMatchObject([{ text: '监督已同意：监督已经同意，可以办下一步' }])
  })

  test('refused: whoever handed it in hears of it', async () => {
    const story = storyOf(server)
    const submitted = await story.submit('editor', await story.create('editor'))
    await story.object('supervisor', submitted, '请补上收据号。')
    await run()
    expect(await inboxOf('editor')).toMatchObject([{ text: expect.stringContaining('请看原因') }])
    expect(await inboxOf('editor-2')).toEqual([])
  })

  test('over, or ordered to be corrected: the committee hears of it', async () => {
    const story = storyOf(server)
    const ended = await story.end(await publishedNotice(server))
    await run()
    expect(await inboxOf('head')).toMatchObject([{ text: '公示期满：公示期满，等您确认' }])
    await story.step('clerk', ended, 'order', { reason: '没有写明依据，限期更正。' })
    await run()
    // Both messages bear the same moment, so their order is not given.
    expect((await inboxOf('head')).map(message => message.text)).toContainEqual(
      expect.stringContaining('责令更正'),
    )
    expect(await inboxOf('editor')).toMatchObject([{ text: expect.stringContaining('请看理由和期限') }])
  })
})

describe('an objection', () => {
  test('filed: who may answer hears of it; answered: the objector', async () => {
    const { notice } = await publishedNotice(server)
    await run()
    await server.db.of(InboxMessages).collection.deleteMany({})
    const story = objectionStory(server)
    const filed = await story.file('villager', notice.id)
    await run()
    for (const person of ['head', 'supervisor'] as const) {
      expect(await inboxOf(person)).toMatchObject([
        {
          kind: 'work',
          title: '异议 2026-V1-0001',
          text: expect.stringMatching(/^等答复，等您办。.*最迟 2026年11月25日/),
          link: `objection-answer/${filed.objection.id}`,
        },
      ])
    }
    expect(await inboxOf('villager')).toEqual([])

    await story.answer('head', filed)
    await run()
    await run()
    expect(await inboxOf('villager')).toEqual([
      {
        kind: 'objection',
        title: '异议 2026-V1-0001',
        text: '有了答复，请看看解决了没有',
        link: `objection/${filed.objection.id}`,
      },
    ])
  })

  test('not answered in time: the objector hears what can be done, the others that they are late', async () => {
    const { notice } = await publishedNotice(server)
    const story = objectionStory(server)
    const filed = await story.file('villager', notice.id)
    await run()
    expect(await inboxOf('villager')).toEqual([])
    now += 7 * DAY
    await run()
    await run()
    expect(await inboxOf('villager')).toMatchObject([
      { kind: 'objection', text: expect.stringContaining('可以提请上级处理') },
    ])
    expect((await inboxOf('head')).map(({ text }) => text)).toContain('等答复，已经过期，请尽快办')

    await story.escalate('villager', await current(filed.objection.id))
    await run()
    expect((await inboxOf('clerk'))[0]).toMatchObject({
      kind: 'work',
      text: expect.stringContaining('街道（镇）处理中，等您办'),
    })
  })

  test('answered in time: nobody is told that it is late', async () => {
    const { notice } = await publishedNotice(server)
    const story = objectionStory(server)
    await story.answer('head', await story.file('villager', notice.id))
    now += 7 * DAY
    await run()
    expect((await inboxOf('villager')).map(({ text }) => text)).toEqual(['有了答复，请看看解决了没有'])
  })
})

const current = async (id: string) =>
  (
    await server.ask<ObjectionPage>('GET', `/objections/${id}`, {
      token: tokenOf(server, 'villager'),
    })
  ).body

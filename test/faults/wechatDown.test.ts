import { MESSAGE_RULES } from '@shared/facts/people/messageRules'
import { IN_FORCE } from '@shared/facts/people/policies/inForce'
import { JOB_HANDLERS } from '@server/compose'
import type { Store } from '@server/platform/store/db'
import { FAKE_MODES, type FakeEndpoint, type FakeMode, freshCode } from '../../server/demo/fakeWechat'
import { notify } from '../../server/people/messages/commands/notify'
import { createJobRunner } from '../../server/platform/jobs/runner'
import { inTransaction } from '../../server/platform/store/transaction'
import { TEST_NOW, type TestServer, startTestServer } from '../support/api/testServer'
import { buildWorld, userId } from '../support/api/world'
import { reportFigure } from '../support/figures'
import { MessageConsents } from '@server/people/messages/models/subscriptions'
import { OutboxDigests } from '@server/people/messages/models/outboxDigests'
import { InboxMessages } from '@server/people/messages/models/inboxMessages'
import { Jobs } from '@server/platform/jobs/jobs'
import { newId } from '@server/platform/store/collection'

/**
 * R14: WeChat down, slow, lying, refusing, limited, at each of its doors. Nobody gets in, no text passes, no message is lost, the inbox
 * is right throughout; and when WeChat is back the queue drains by itself.
 */
const MINUTE = 60_000
const FAILURES = FAKE_MODES.filter(mode => mode !== 'ok')
/** What WeChat says to a message for good: it is dropped, not tried again. */
const FINAL: readonly FakeMode[] = ['blocked']
const PERSON = 'villager'
let now = Date.parse(TEST_NOW)
const clock = { now: () => new Date(now) }
let server: TestServer
let db: Store
const sum = { logins: 0, texts: 0, messages: 0, open: 0, lost: 0, wrong: 0 }

beforeAll(async () => {
  server = await startTestServer('wechatdown', clock, { RATE_LOGIN: '0' })
  db = server.db
  await buildWorld(db)
})
beforeEach(async () => {
  server.wechat.behave('ok')
  server.wechat.revokeToken()
  now += 3 * 3_600_000
  for (const name of ['inboxMessages', 'outboxDigests', 'messageConsents', 'jobs'] as const) {
    await db.connection.collection(name).deleteMany({})
  }
})
afterAll(async () => {
  await server.close()
  const { logins, texts, messages, open, lost, wrong } = sum
  reportFigure(
    `R14 WeChat failing in ${FAILURES.length} ways: ${logins} logins, ${texts} text checks, ${messages} messages: ` +
      `failed open ${open} / lost ${lost} / inbox wrong ${wrong}`,
  )
})

const runner = () => createJobRunner({ services: server.services, handlers: JOB_HANDLERS })
const judge = (text: string) =>
  server.services.textCheck.judge({ openid: 'openid-villager', text, scene: 'comment' })

/** Notifies the person `count` times, each some time after the other so that each is a message of its own. */
async function tell(count: number): Promise<void> {
  await db
    .of(MessageConsents)
    .create([
      { _id: newId('con'), userId: userId(PERSON), kind: 'publication', left: count, changedAt: clock.now() },
    ])
  for (let n = 0; n < count; n += 1) {
    await inTransaction({ db, clock }, tx =>
      notify(tx, {
        userIds: [userId(PERSON)],
        kind: 'publication',
        title: `第${n + 1}期公示`,
        text: '东一村公开',
        place: '东一村',
        link: null,
        dedupeKey: `r14-${n}`,
      }),
    )
  }
}

/** Distinguished here: SecantusDB's Python engine finds nothing by `state` alone when a partial index on it exists. */
async function waitingDigests(): Promise<number> {
  const rows = await db
    .of(OutboxDigests)
    .find({ userId: userId(PERSON) })
    .lean()
  return rows.filter(row => row.state === 'waiting').length
}

const inboxSize = () => db.of(InboxMessages).countDocuments({ userId: userId(PERSON), unread: true })

test.each(FAILURES)('login, WeChat %s: nobody gets in', async mode => {
  server.wechat.behave(mode, 'login')
  const code = freshCode(PERSON, clock)
  const answer = await server.ask('POST', '/auth/wechat', { body: { code, agreed: IN_FORCE.use } })
  sum.logins += 1
  if (answer.status < 400) sum.open += 1
  expect([401, 403, 429, 503]).toContain(answer.status)
  expect(answer.text).not.toContain('Token')
})

const DOORS: readonly FakeEndpoint[] = ['text', 'token']
test.each(DOORS.flatMap(door => FAILURES.map(mode => [door, mode] as const)))(
  'text check, %s %s: a person has to look',
  async (door, mode) => {
    server.wechat.behave(mode, door)
    for (const text of ['大家好', '村'.repeat(2_600)]) {
      const judgement = await judge(text)
      sum.texts += 1
      if (judgement === 'pass') sum.open += 1
      expect(judgement).toBe('review')
    }
    server.wechat.behave('ok')
    expect(await judge('大家好')).toBe('pass')
  },
)

/** Time after which a message is tried again, in ms: a banned kind rests for hours. */
const restOf = (mode: FakeMode): number => (mode === 'banned' ? MESSAGE_RULES.banMs + MINUTE : 61 * MINUTE)

const MESSAGE_DOORS: readonly FakeEndpoint[] = ['message', 'token']
test.each(MESSAGE_DOORS.flatMap(door => FAILURES.map(mode => [door, mode] as const)))(
  'message, %s %s: nothing is lost, and the queue drains by itself',
  async (door, mode) => {
    await tell(2)
    const before = server.wechat.sent().length
    server.wechat.behave(mode, door)
    for (let look = 0; look < 4; look += 1) {
      now += 31 * MINUTE
      await runner().runDue()
      if ((await inboxSize()) !== 2) sum.wrong += 1
    }
    const final = door === 'message' && FINAL.includes(mode)
    expect(await waitingDigests()).toBe(final ? 0 : 1)
    expect(await db.of(Jobs).countDocuments({ state: 'failed' })).toBe(0)

    server.wechat.behave('ok')
    const stop = runner().start(50)
    const end = Date.now() + 60_000
    now += restOf(mode)
    while (Date.now() < end && (await waitingDigests()) > 0) {
      await new Promise(resolve => setTimeout(resolve, 20))
    }
    await stop()
    sum.messages += 1
    const state = (
      await db
        .of(OutboxDigests)
        .findOne({ userId: userId(PERSON) })
        .lean()
    )?.state
    if (state !== (final ? 'dropped' : 'sent')) sum.lost += 1
    expect(state).toBe(final ? 'dropped' : 'sent')
    if (!final) expect(server.wechat.sent().length).toBeGreaterThan(before)
    expect(await inboxSize()).toBe(2)
  },
)

test('no log line holds a token, an openid or a title', () => {
  const log = server.logged.join('\n')
  for (const secret of ['fake-', 'openid-villager', '期公示', server.services.config.wechat.secret]) {
    expect(log).not.toContain(secret)
  }
})

test('figures', () => {
  expect(sum).toMatchObject({ open: 0, lost: 0, wrong: 0 })
  expect(sum.logins + sum.texts + sum.messages).toBeGreaterThanOrEqual(70)
})

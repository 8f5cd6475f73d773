import { API } from '@server/compose'
import { createMovedFiles } from '@server/platform/pages/movedFiles'
import { storeUnavailable } from '@server/platform/store/availability'
import { FeedVersions } from '@server/platform/pages/pageVersions'
import { type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { trusted } from 'mongoose'
import type { Feed, NoticePage } from '../../../shared/contract/reading/site'
import type { WorkNoticePage } from '../../../shared/contract/disclosure/noticeWorkflow'
import { createHandler } from '../../../server/http/app'
import type { Services } from '../../../server/platform/services'
import { inTransaction } from '../../../server/platform/store/transaction'
import { type TestServer, startTestServer } from '../../support/api/testServer'
import { buildWorld, clearNotices, financeContent, storyOf } from '../../support/api/world'
import { Publications } from '@server/disclosure/publications/models/publications'

/** Two servers on one store, each with pages of its own. */
let server: TestServer
let elsewhere: string
let page: WorkNoticePage
const others: Server[] = []

const FEED = '/orgs/V1/notices'
const TITLE = financeContent('2026-10').title

beforeAll(async () => {
  server = await startTestServer('kept', undefined, { PAGES_MB: '8' })
  await buildWorld(server.db)
  elsewhere = await anotherServer(server.services)
})
beforeEach(async () => {
  await clearNotices(server.db)
  page = await published('2026-10')
})
afterAll(async () => {
  for (const other of others) {
    other.closeAllConnections()
    other.close()
  }
  await server.close()
})

/** Address of one more server, with pages of its own. */
async function anotherServer(services: Services): Promise<string> {
  const other = createServer(createHandler(services, API))
  others.push(other)
  await new Promise<void>(resolve => other.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(other.address() as AddressInfo).port}/api/v1`
}

async function published(period: string): Promise<WorkNoticePage> {
  const story = storyOf(server)
  const draft = await story.create('editor', { content: financeContent(period) })
  return story.publish('head', await story.agree('supervisor', await story.submit('editor', draft)))
}

function deferred() {
  let end = () => undefined as void
  const ended = new Promise<void>(resolve => (end = resolve))
  return { ended, end: () => end() }
}

const withdraw = () =>
  storyOf(server).step('head', page, 'withdraw', {
    reason: '误公开了不该公开的内容',
    measures: '已经撤下并告知当事人',
    leaked: ['id'],
    persons: 1,
  })

/** What the second server says, as its reader gets it. */
async function there<Body>(path: string, headers: Record<string, string> = {}) {
  const answer = await fetch(elsewhere + path, { headers })
  const text = await answer.text()
  return { status: answer.status, headers: answer.headers, body: (text ? JSON.parse(text) : null) as Body }
}

const idsThere = async () => (await there<Feed>(FEED)).body.items.map(({ id }) => id)

test('what one server withdraws, the other shows no longer, at the very next request', async () => {
  const address = `/notices/${page.notice.id}`
  expect(await idsThere()).toEqual([page.notice.id])
  expect(await idsThere()).toEqual([page.notice.id])
  const before = await there<NoticePage>(address)
  expect(before.body.withdrawn).toBeNull()
  const etag = before.headers.get('etag')!
  expect((await there(address, { 'If-None-Match': etag })).status).toBe(304)
  await withdraw()
  expect(await idsThere()).toEqual([])
  const after = await there<NoticePage>(address, { 'If-None-Match': etag })
  expect([after.status, after.body.withdrawn?.reason]).toEqual([200, '误公开了不该公开的内容'])
})

test('a publication shows at once, and 64 readers of the new page ask the store once', async () => {
  await Promise.all([server.ask('GET', FEED), there(FEED)])
  const second = await published('2026-09')
  const find = jest.spyOn(server.db.of(Publications), 'find')
  const seen = await Promise.all(Array.from({ length: 64 }, () => server.ask<Feed>('GET', FEED)))
  expect(find).toHaveBeenCalledTimes(1)
  find.mockRestore()
  for (const { body } of seen) expect(body.items.map(({ id }) => id)).toContain(second.notice.id)
})

test('304 comes from the counter alone: no page is read, on a server that has never made it either', async () => {
  const { headers } = await server.ask('GET', FEED)
  const find = jest.spyOn(server.db.of(Publications), 'find')
  for (let n = 0; n < 3; n += 1) {
    const again = await there(FEED, { 'If-None-Match': headers.get('etag')! })
    expect([again.status, again.body]).toEqual([304, null])
    expect(again.headers.get('etag')).toBe(headers.get('etag'))
  }
  expect(find).not.toHaveBeenCalled()
  find.mockRestore()
})

test('an order of the town on the page shows too, though the feed has not moved', async () => {
  const address = `/notices/${page.notice.id}`
  expect((await there<NoticePage>(address)).body.order).toBeNull()
  await storyOf(server).step('clerk', page, 'order', { reason: '请补上收据编号', correctBy: '2026-12-01' })
  expect((await there<NoticePage>(address)).body.order?.reason).toBe('请补上收据编号')
})

test('bytes are ready plain, as gzip and as Brotli, and proxies are told what they depend on', async () => {
  await published('2026-09')
  await published('2026-08')
  const raw = async (encoding: string) => {
    const answer = await fetch(server.url + `/api/v1${FEED}`, { headers: { 'Accept-Encoding': encoding } })
    return { answer, text: await answer.text() }
  }
  const plain = await raw('identity')
  for (const [accepted, named] of [
    ['gzip', 'gzip'],
    ['gzip, br', 'br'],
    ['br;q=0, gzip', 'gzip'],
  ] as const) {
    const { answer, text } = await raw(accepted)
    expect([accepted, answer.headers.get('content-encoding'), text]).toEqual([accepted, named, plain.text])
    expect(answer.headers.get('vary')).toBe('Accept-Encoding')
    expect(answer.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
    expect(answer.headers.get('etag')).toBe(plain.answer.headers.get('etag'))
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'self'")
  }
})

describe('while the store is away, what was changed since is not served from memory', () => {
  const away = { now: false }
  let alone: string

  beforeAll(async () => {
    const { store } = server.services
    const watched: typeof store = {
      ...store,
      isAway: () => away.now || store.isAway(),
      orAway: work => (away.now ? Promise.reject(storeUnavailable()) : store.orAway(work)),
    }
    alone = await anotherServer({ ...server.services, store: watched })
  })
  afterEach(() => {
    away.now = false
  })

  const shown = async (path: string) => {
    const answer = await fetch(alone + path)
    return { status: answer.status, text: await answer.text() }
  }
  const PLACES = () => [`/notices/${page.notice.id}`, FEED, '/home?org=V1']

  test('a withdrawn notice', async () => {
    const before = await Promise.all(PLACES().map(shown))
    expect(before.every(({ text }) => text.includes(TITLE))).toBe(true)
    await withdraw()
    away.now = true
    const after = await Promise.all(PLACES().map(shown))
    expect(after.filter(({ text }) => text.includes(TITLE))).toEqual([])
  })

  test('but a page that nobody has changed is, with its time', async () => {
    await sleep(100)
    await shown(FEED)
    away.now = true
    const { status, text } = await shown(FEED)
    expect([status, text.includes('keptSince'), text.includes(TITLE)]).toEqual([200, true, true])
  })

  test('nor what another process has changed, once a second has passed', async () => {
    await shown(FEED)
    const rows = server.db.connection.collection<{ _id: string }>(FeedVersions.name)
    await rows.updateOne({ _id: 'V1' }, { $set: { stamp: 'from-elsewhere' } })
    await sleep(2_500)
    away.now = true
    expect((await shown(FEED)).text).not.toContain(TITLE)
  })

  test('nor what another process of this machine has changed, at once', async () => {
    await sleep(100)
    await shown(FEED)
    away.now = true
    expect((await shown(FEED)).text).toContain(TITLE)
    createMovedFiles(server.services.config.dataDir).note(['V1'])
    expect((await shown(FEED)).text).not.toContain(TITLE)
  })
})

test('at the door too everybody has an id, a log line and a limit', async () => {
  const { services } = server
  const perMinute = { ...services.config.perMinute, read: 3 }
  const strict = await anotherServer({ ...services, config: { ...services.config, perMinute } })
  const answers: Response[] = []
  for (let n = 0; n < 5; n += 1) answers.push(await fetch(strict + FEED))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429, 429])
  expect(Number(answers[4]!.headers.get('retry-after'))).toBeGreaterThan(0)
  const [made, kept] = answers.map(({ headers }) =>
    [...headers.keys()].filter(name => name !== 'etag').sort(),
  )
  expect(kept).toEqual(made)
  const now = services.clock.now().getTime()
  for (const { headers } of answers) {
    expect(Math.abs(now - Date.parse(headers.get('date')!))).toBeLessThan(10_000)
  }
  const ids = answers.map(({ headers }) => headers.get('x-request-id')!)
  expect(new Set(ids).size).toBe(5)
  const { headers } = await there(FEED, { 'If-None-Match': (await there(FEED)).headers.get('etag')! })
  const own = [...headers.keys()].filter(name => !/^(connection|date|keep-alive)$/.test(name)).sort()
  expect(own).toEqual(['cache-control', 'etag', 'vary', 'x-request-id'])
  for (const [nth, id] of ids.entries()) {
    const lines = server.logged.filter(line => line.includes(id)).map(line => JSON.parse(line) as object)
    const { status } = answers[nth]!
    // A route's answers and refusals are logged by its pattern, what is answered at the door by its address.
    const isByRoute = nth === 0 || status === 429
    const path = `/api/v1${isByRoute ? FEED.replace('V1', ':code') : FEED}`
    expect(lines).toEqual([expect.objectContaining({ msg: 'request', method: 'GET', path, status })])
  }
})

test('a transaction that ends lets go of no other that still runs', async () => {
  const feedVersions = server.db.of(FeedVersions)
  const row = (_id: string) => ({ _id, version: 1, changedAt: new Date(), stamp: null })
  const short = deferred()
  const long = inTransaction(server.services, async () => {
    await feedVersions.create(row('LONG-1'))
    await short.ended
    await feedVersions.create(row('LONG-2'))
    expect(await feedVersions.countDocuments({ _id: 'LONG-1' })).toBe(1)
    throw new Error('broken off')
  })
  await inTransaction(server.services, () => feedVersions.create(row('SHORT'))).finally(short.end)
  await expect(long).rejects.toThrow('broken off')
  const left = await feedVersions.find({ _id: trusted({ $in: ['LONG-1', 'LONG-2', 'SHORT'] }) }).lean()
  expect(left.map(({ _id }) => _id)).toEqual(['SHORT'])
})

test('a mistaken request is refused as ever', async () => {
  expect((await server.ask('GET', `${FEED}?limit=0`)).status).toBe(400)
  expect((await server.ask('GET', `${FEED}?x=1`)).status).toBe(400)
  expect((await server.ask('GET', '/orgs/NOWHERE/notices')).status).toBe(404)
  expect((await server.ask('GET', '/notices/ntc_00000000')).status).toBe(404)
})

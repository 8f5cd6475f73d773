import { setTimeout as sleep } from 'node:timers/promises'
import { shortCode } from '@shared/presentation/shortCode'
import type { ErrorBody } from '../../shared/contract/common'
import type { NoticePage } from '../../shared/contract/reading/site'
import type { WorkNoticePage } from '../../shared/contract/disclosure/noticeWorkflow'
import { type TestServer, startTestServer } from '../support/api/testServer'
import { buildWorld, financeContent, storyOf, tokenOf } from '../support/api/world'
import { openDatabase } from '../support/engine/database'
import { quietLog, startTestEngine } from '../support/engine/engine'
import { LONG, SAMPLED, reportFigure } from '../support/figures'
import type { Database } from '@server/platform/store/database'
import { Notices } from '@server/disclosure/notices/models/notices'

/** The database hangs, then dies: readers see what they saw, marked with its time; no answer claims that something was kept. */
const external = process.env.MONGODB_URI !== undefined
const onOwnEngine = external ? test.skip : test
const READERS_MS = 6_000

let database: Database
let server: TestServer
let page: WorkNoticePage

beforeAll(async () => {
  if (external) return
  database = await startTestEngine('away', { ...quietLog, warn: () => undefined })
  const opened = await openDatabase({ ...database, kind: 'external' }, 'away')
  server = await startTestServer(
    'away',
    undefined,
    { PAGES_MB: '8' },
    { ...opened, close: () => opened.mongoose.disconnect() },
  )
  await buildWorld(server.db)
  const story = storyOf(server)
  const draft = await story.create('editor')
  page = await story.publish('head', await story.agree('supervisor', await story.submit('editor', draft)))
})
afterAll(async () => {
  await server?.close()
  await database?.stop()
})

const write = (key: string) =>
  server.ask<ErrorBody>('POST', '/notices', {
    token: tokenOf(server, 'editor'),
    key,
    body: { orgCode: 'V1', itemId: page.notice.itemId, regards: null, content: financeContent('2026-09') },
  })

async function timed<T>(work: () => Promise<T>): Promise<{ answer: T; ms: number }> {
  const start = performance.now()
  return { answer: await work(), ms: performance.now() - start }
}

async function recovered(): Promise<number> {
  const start = performance.now()
  while (performance.now() - start < 60_000) {
    if ((await server.ask('GET', '/orgs/V1')).status === 200) return performance.now() - start
    await sleep(100)
  }
  throw new Error('the server did not find its store again within a minute')
}

onOwnEngine(
  'pages stay readable and are marked, writes are refused plainly, and it mends by itself',
  async () => {
    const address = `/notices/${page.notice.id}`
    const before = await server.ask<NoticePage>('GET', address)
    const plain = `${server.url}/n/${shortCode(page.notice.id)}`
    const html = await (await fetch(plain)).text()
    const { pid } = database.engine()!
    process.kill(pid, 'SIGSTOP')
    const written = timed(() => write('key-while-away-1'))
    const read = await timed(() => server.ask<NoticePage & { keptSince: string }>('GET', address))
    expect(read.answer.status).toBe(200)
    const { keptSince, ...shown } = read.answer.body
    expect(shown).toEqual(before.body)
    expect(Date.parse(keptSince)).not.toBeNaN()
    expect(read.answer.headers.get('cache-control')).toBe('no-store')
    const stale = await fetch(plain)
    const text = await stale.text()
    expect([stale.status, stale.headers.get('cache-control')]).toEqual([200, 'no-store'])
    expect(text).toContain('<p class="old" role="status">截至')
    expect(text.replace(/<p class="old".*?<\/p>/, '')).toBe(html)
    const refused = await written
    expect([refused.answer.status, refused.answer.body.error.code]).toEqual([503, 'store-away'])
    expect(refused.answer.headers.get('retry-after')).toBe('5')
    expect(Math.max(read.ms, refused.ms)).toBeLessThan(READERS_MS)
    const quick = await Promise.all([
      timed(() => server.ask('GET', address)),
      timed(() => write('key-while-away-2')),
    ])
    expect(quick.map(({ answer }) => answer.status)).toEqual([200, 503])
    expect((await server.ask('GET', `${server.url}/readyz`)).status).toBe(503)

    process.kill(pid, 'SIGKILL')
    const ms = await recovered()
    const after = await server.ask<NoticePage>('GET', address)
    expect(after.body).toEqual(before.body)
    const again = await write('key-while-away-1')
    expect([200, 201]).toContain(again.status)
    expect(await server.db.of(Notices).countDocuments()).toBe(2)
    reportFigure(
      `R12 数据库停住又被杀：页面照样可读并标明“截至”，首个读者等 ${(read.ms / 1000).toFixed(1)} 秒，其后 ${quick[0]!.ms.toFixed(0)} 毫秒；` +
        `写入答 503，丢失 0；数据库重起后 ${(ms / 1000).toFixed(1)} 秒自行恢复`,
    )
  },
  180_000,
)

const FLAPS = LONG ? 60 : 2
const STOPPED_MS = 700
const WRITERS = 4
const PAUSE_MS = 150
/** More at once than the pool has connections. */
const BURST = 80
const LONGEST_ANSWER_MS = 15_000

/** A month of its own for every write: an item has one notice a period. */
const monthOf = (nth: number): string =>
  `${1990 + Math.floor(nth / 12)}-${String((nth % 12) + 1).padStart(2, '0')}`

const writeNth = (nth: number) =>
  server.ask<WorkNoticePage>('POST', '/notices', {
    token: tokenOf(server, 'editor'),
    key: `key-flapping-${nth}`,
    body: { orgCode: 'V1', itemId: page.notice.itemId, regards: null, content: financeContent(monthOf(nth)) },
  })

onOwnEngine(
  'a database that comes and goes, and more requests than it has connections: each is answered in time, nothing is lost or doubled',
  async () => {
    const { pid } = database.engine()!
    const before = await server.db.of(Notices).countDocuments()
    const statuses = new Map<number, number>()
    const acknowledged: string[] = []
    let [nth, longest, over] = [0, 0, false]
    const judge = async (work: () => Promise<{ status: number; body: unknown }>) => {
      const { answer, ms } = await timed(work)
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
      longest = Math.max(longest, ms)
      if (answer.status === 201) acknowledged.push((answer.body as WorkNoticePage).notice.id)
    }
    const writer = async () => {
      while (!over) {
        nth += 1
        const mine = nth
        await judge(() => writeNth(mine))
        await sleep(PAUSE_MS)
      }
    }
    const writers = Array.from({ length: WRITERS }, writer)
    for (let flap = 0; flap < FLAPS; flap += 1) {
      await sleep(STOPPED_MS)
      process.kill(pid, 'SIGSTOP')
      const burst = flap === 0 ? BURST : 0
      const many = Promise.all(
        Array.from({ length: burst }, (_, at) =>
          judge(() => server.ask('GET', `/orgs/V1/notices?limit=${1 + (at % 50)}`)),
        ),
      )
      await sleep(burst > 0 ? 5 * STOPPED_MS : STOPPED_MS)
      process.kill(pid, 'SIGCONT')
      await many
    }
    over = true
    await Promise.all(writers)
    await recovered()
    const kept = new Set((await server.db.of(Notices).find({}, { _id: 1 }).lean()).map(({ _id }) => _id))
    expect(acknowledged.filter(id => !kept.has(id))).toEqual([])
    for (let again = 1; again <= nth; again += 1) expect([200, 201]).toContain((await writeNth(again)).status)
    expect(await server.db.of(Notices).countDocuments()).toBe(before + nth)
    expect([...statuses.keys()].filter(status => ![200, 201, 503].includes(status))).toEqual([])
    expect(longest).toBeLessThan(LONGEST_ANSWER_MS)
    reportFigure(
      `R12 数据库断断续续 ${FLAPS} 次${SAMPLED}、同时 ${BURST} 个请求挤连接池：答 ${[...statuses].map(([status, n]) => `${status}×${n}`).join('、')}，` +
        `最久 ${(longest / 1000).toFixed(1)} 秒；确认过的 ${acknowledged.length} 次写入丢失 0，重发 ${nth} 次没有一次办两遍`,
    )
  },
  LONG ? 900_000 : 180_000,
)

import { connect } from 'node:http2'
import { request } from 'node:https'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ErrorBody } from '@shared/contract/common'
import { errorText } from '@shared/texts/errors'
import type { WorkNoticePage } from '@shared/contract/disclosure/noticeWorkflow'
import type { Database } from '@server/platform/store/database'
import { opened as openedCase } from '../authz/rows/cases'
import { type TestServer, startTestServer } from '../support/api/testServer'
import { ITEMS, buildWorld, financeContent, storyOf } from '../support/api/world'
import { openDatabase } from '../support/engine/database'
import { quietLog, startTestEngine } from '../support/engine/engine'
import { type RealProxy, hasIpv6, startRealProxy, whyNoProxy } from '../support/faults/realProxy'
import { p99, readLoad } from '../support/faults/readLoad'
import { reportFigure } from '../support/figures'
import { photo } from '../support/files/pictures'
import { LEAK } from '../support/removals/acts'
import { eraseByLaw } from '../support/removals/eraseByLaw'
import { PRODUCTION_SETTINGS } from '../support/server/productionSettings'
import { type RunningServer, startBuiltServerOn } from '../support/server/runningServer'
import { type Known, PUBLIC_READS, addressesOf, look } from '../support/surfaces/walk'

/**
 * The distribution's nginx with the repository's own configuration in front of two servers in production: what was withdrawn or
 * erased is on no surface, nor while the store or the servers are away; what one visitor does takes nothing from another.
 */
jest.setTimeout(240_000)

const SKIPPED = process.env.MONGODB_URI === undefined ? whyNoProxy() : '数据库不是自己起的（MONGODB_URI）'
const behindProxy = SKIPPED === null ? test : test.skip
/** One second in the cache by nginx's clock of whole seconds, so less than two, and a little. */
const CACHED_MS = 2_200
const LOAD_MS = 1_500
const WITHDRAWN = '清塘补偿款'
const ERASED = '修渠误工费'
const PLAIN = ['/', '/v/V1', '/v/V1/village-finance', '/v/V1/village-finance/2026', '/v/V1/all', '/v/V1/removals', '/v/ST1/removals', '/v/V1/feed.xml', '/sitemap.xml', '/sitemap/ST1.xml'] // prettier-ignore

let database: Database
let store: TestServer
let servers: RunningServer[]
let proxy: RealProxy
let known: Known
const pages: Record<string, WorkNoticePage> = {}

async function publish(period: string, word: string): Promise<WorkNoticePage> {
  const story = storyOf(store)
  const file = await story.attach('editor', { name: `${word}明细.csv`, text: `${word},金额\n一,100\n` })
  const picture = await story.attach('editor', { name: '现场.jpg', text: new Uint8Array(await photo()), fields: { reason: '道路施工现场，没有人像' } }) // prettier-ignore
  const money = financeContent(period)
  const attachments = { type: 'attachments' as const, label: `${word}附件`, files: [file, picture] }
  const content = { ...money, title: `${word}公示`, blocks: [...money.blocks, attachments] }
  const draft = await story.create('editor', { content })
  known = { ...known, sha256: file.sha256, pictureSha256: picture.sha256 }
  return story.publish('head', await story.agree('supervisor', await story.submit('editor', draft)))
}

beforeAll(async () => {
  if (SKIPPED !== null) return reportFigure(`真正的 nginx：跳过，${SKIPPED}`)
  database = await startTestEngine('proxy', { ...quietLog, warn: () => undefined })
  const open = await openDatabase({ ...database, kind: 'external' }, 'proxy')
  store = await startTestServer('proxy', undefined, {}, { ...open, close: () => open.mongoose.disconnect() })
  await buildWorld(store.db)
  for (const [name, period, word] of [
    ['withdrawn', '2026-02', WITHDRAWN],
    ['erased', '2026-05', ERASED],
    ['kept', '2026-08', '村内道路'],
  ] as const) {
    pages[name] = await publish(period, word)
  }
  const matter = await openedCase(storyOf(store))
  known = {
    ...known,
    orgCode: 'V1',
    noticeIds: Object.values(pages).map(({ notice }) => notice.id),
    itemId: ITEMS.finance._id,
    catalogueId: ITEMS.finance.catalogueId,
    itemKey: ITEMS.finance.key,
    powerCode: matter.item.code,
    caseId: matter.id,
    queries: [WITHDRAWN, ERASED, '财务收支'],
  }
  servers = []
  for (let nth = 0; nth < 2; nth += 1) {
    servers.push(
      await startBuiltServerOn(
        { database: { ...database, kind: 'external' }, name: store.database.connection.name },
        { ...PRODUCTION_SETTINGS, NODE_ENV: 'production', CLOCK: '', TRUST_PROXY: '1', JOBS_EVERY: '0' },
      ),
    )
  }
  proxy = await startRealProxy(servers.map(({ url }) => Number(new URL(url).port)))
})
afterAll(async () => {
  await proxy?.stop()
  for (const server of servers ?? []) await server.stop()
  await store?.close()
  await database?.stop()
})

const address = (name: string): string => `/api/v1/notices/${pages[name]!.notice.id}`
const ask = (path: string, headers: Record<string, string> = {}, init: RequestInit = {}) =>
  fetch(`${proxy.url}${path}`, { ...init, headers: { 'X-Test-Visitor': '192.0.2.1', ...headers } })

/** Every address that anybody can read, with the words of its answer. */
async function walk(): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const one of PUBLIC_READS.flatMap(route => addressesOf(route, known))) {
    const { status, words } = await look({ ...store, url: proxy.url }, one)
    found.set(one, `${status} ${words}`)
  }
  const searches = known.queries.map(word => `/v/V1/search?q=${encodeURIComponent(word)}`)
  for (const path of [...PLAIN, ...searches, ...known.noticeIds.map(id => `/n/${id}`)]) {
    const answer = await ask(path)
    found.set(path, `${answer.status} ${await answer.text()}`)
  }
  return found
}

/** Addresses whose answer has a removed word that the reader has not just searched for. */
function addressesWith(found: Map<string, string>, words = [WITHDRAWN, ERASED]): string[] {
  const asked = (path: string) => (path.includes('q=') ? decodeURIComponent(path.split('q=')[1]!) : '')
  return [...found].filter(([path, text]) => words.some(word => word !== asked(path) && text.includes(word))).map(([path]) => path) // prettier-ignore
}

behindProxy(
  'a page comes compressed or plain as asked, once a second from the servers, and is not sent twice',
  async () => {
    const seen: [string | null, string | null][] = []
    for (const accepted of [
      'br, gzip',
      'gzip',
      'gzip;q=0, br;q=0',
      'identity',
      'gzip, deflate, br;q=1.0',
      'GZIP;q=0.5',
    ]) {
      const answer = await ask(address('kept'), { 'Accept-Encoding': accepted })
      expect(await answer.json()).toMatchObject({ notice: { id: pages['kept']!.notice.id } })
      seen.push([accepted, answer.headers.get('content-encoding')])
    }
    expect(seen.map(([, encoding]) => encoding)).toEqual(['br', 'gzip', null, null, 'br', 'gzip'])
    const { headers } = await ask(address('kept'))
    const etag = headers.get('etag')!
    expect(headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
    const again = await ask(address('kept'), { 'If-None-Match': etag })
    expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, etag, ''])
    await sleep(CACHED_MS)
    expect((await ask(address('kept'), { 'If-None-Match': etag })).status).toBe(304)
    const head = await ask(address('kept'), {}, { method: 'HEAD' })
    expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, etag, ''])
    const before = proxy.accessLog().length
    const load = readLoad(`${proxy.url}${address('kept')}`, 8)
    await sleep(LOAD_MS)
    const { answers, failed } = await load.end()
    await sleep(200)
    const states = proxy.accessLog().slice(before).trim().split('\n').map(line => (JSON.parse(line) as { status: number; cache: string })) // prettier-ignore
    const asked = states.filter(({ status, cache }) => status === 200 && cache !== 'HIT').length
    expect([failed.filter(one => !one.startsWith('429')), asked / answers < 0.1]).toEqual([[], true])
  },
)

behindProxy('headers of the site come once, and its own refusals look like the servers’', async () => {
  const rows = await new Promise<string[]>((resolve, reject) =>
    request(
      { host: 'localhost', port: proxy.tlsPort, path: address('kept'), ca: proxy.certificate },
      answer => void resolve(answer.resume().rawHeaders),
    ).once('error', reject).end(),
  ) // prettier-ignore
  const lower = rows.filter((_one, nth) => nth % 2 === 0).map(name => name.toLowerCase())
  for (const name of ['strict-transport-security', 'content-security-policy', 'x-content-type-options', 'x-request-id', 'etag', 'cache-control']) {
    expect([name, lower.filter(one => one === name).length]).toEqual([name, 1])
  } // prettier-ignore
  expect(rows.join('\n')).not.toMatch(/stale-if-error|nginx\/\d/)
  const session = connect(`https://localhost:${proxy.tlsPort}`, { ca: proxy.certificate })
  const status = await new Promise(resolve => session.request({ ':path': '/healthz' }).once('response', head => resolve(head[':status'])).end()) // prettier-ignore
  session.close()
  expect(status).toBe(200)
  const led = await fetch(`http://127.0.0.1:${proxy.redirectPort}/n/abc?x=1`, { redirect: 'manual' })
  expect([led.status, led.headers.get('location')]).toEqual([301, 'https://127.0.0.1/n/abc?x=1'])
  for (const path of ['/metrics', '/metrics/', '//metrics', '/%6detrics', '/METRICS', '/./metrics', '/x/../metrics', '/metrics?x=1']) {
    const answer = await ask(path)
    expect([path, answer.status, (await answer.text()).includes('mingbai_')]).toEqual([path, 404, false])
  } // prettier-ignore
})

behindProxy('bodies: too large, compressed, without length, and one that a server never saw', async () => {
  const post = (body: RequestInit['body'], headers: Record<string, string> = {}) =>
    ask('/api/v1/auth/refresh', { 'Content-Type': 'application/json', ...headers }, { method: 'POST', body, duplex: 'half' } as RequestInit) // prettier-ignore
  const large = await post('x'.repeat(22 * 1024 * 1024)).catch((error: unknown) => error as Error)
  if (!(large instanceof Error)) {
    expect(large.status).toBe(413)
    expect(((await large.json()) as ErrorBody).error).toMatchObject({ code: 'body-too-large', message: errorText('body-too-large') }) // prettier-ignore
  }
  const packed = await post(new Uint8Array([31, 139, 8, 0]), { 'Content-Encoding': 'gzip' })
  expect(packed.status).toBe(415)
  const pieces = new ReadableStream({
    start: queue => {
      queue.enqueue(new TextEncoder().encode('{"refreshToken":'))
      queue.enqueue(new TextEncoder().encode('"unknown-token-of-nobody-at-all"}'))
      queue.close()
    },
  })
  expect((await post(pieces)).status).toBe(401)
  const wide = await post(`{"refreshToken":"${'x'.repeat(17_000)}"}`)
  expect([wide.status, ((await wide.json()) as ErrorBody).error.code]).toEqual([413, 'body-too-large'])
})

behindProxy(
  'one visitor’s flood is refused and nobody else’s reading, by address and by /64 of IPv6',
  async () => {
    const flood = async (from: (nth: number) => string, spoofed = (nth: number) => String(nth)) => {
      const answers = await Promise.all(Array.from({ length: 900 }, (_none, nth) => ask('/healthz', { 'X-Test-Visitor': from(nth), 'X-Forwarded-For': spoofed(nth) }))) // prettier-ignore
      const refused = answers.filter(({ status }) => status === 429)
      const body = refused[0] ? ((await refused[0].json()) as ErrorBody) : null
      await Promise.all(answers.map(async answer => (answer.bodyUsed ? null : answer.body?.cancel())))
      return { refused: refused.length, body, wait: refused[0]?.headers.get('retry-after') }
    }
    const { refused, body, wait } = await flood(() => '198.51.100.7', nth => `203.0.113.${nth % 250}`) // prettier-ignore
    expect(refused).toBeGreaterThan(50)
    expect([body?.error.code, body?.error.message, wait]).toEqual(['rate-limited', errorText('rate-limited'), '5']) // prettier-ignore
    expect((await ask('/healthz', { 'X-Test-Visitor': '198.51.100.8' })).status).toBe(200)
    expect((await flood(nth => `2001:db8:7:7::${nth.toString(16)}`)).refused).toBeGreaterThan(50)
    expect((await ask('/healthz', { 'X-Test-Visitor': '2001:db8:7:8::1' })).status).toBe(200)
    expect((await flood(nth => `2001:db8:8:${nth.toString(16)}::1`)).refused).toBe(0)
    if (!hasIpv6()) return reportFigure('真正的 nginx：这台机器没有 IPv6，没有从 ::1 打开')
    const status = await new Promise((resolve, reject) =>
    request(
      { host: '::1', servername: 'localhost', port: proxy.tlsPort, path: address('kept'), ca: proxy.certificate },
      answer => void resolve(answer.resume().statusCode),
    ).once('error', reject).end(),
  ) // prettier-ignore
    expect(status).toBe(200)
  },
)

behindProxy('readers of what is never kept do not wait for each other', async () => {
  const times = async (path: string) =>
    Promise.all(
      Array.from({ length: 40 }, async () => {
        const started = performance.now()
        await (await ask(path)).arrayBuffer()
        return performance.now() - started
      }),
    )
  await times(`/api/v1/files/${known.sha256}`)
  for (const path of [`/api/v1/files/${known.sha256}`, '/readyz', '/api/v1/notices/none']) {
    expect([path, p99(await times(path)) < 1_500]).toEqual([path, true])
  }
})

behindProxy(
  'withdrawn and erased words are on no surface two seconds later, nor while the store is away, nor both servers',
  async () => {
    const before = addressesWith(await walk())
    expect(before.length).toBeGreaterThan(20)
    const old = (await ask(address('withdrawn'))).headers.get('etag')!
    await storyOf(store).step('editor', pages['withdrawn']!, 'withdraw', LEAK)
    expect((await eraseByLaw(store, pages['erased']!.notice.id)).state).toBe('erased')
    await sleep(CACHED_MS)
    expect((await ask(address('withdrawn'), { 'If-None-Match': old })).status).not.toBe(304)
    const after = await walk()
    expect(addressesWith(after)).toEqual([])

    const { pid } = database.engine()!
    process.kill(pid, 'SIGSTOP')
    const kept: number[] = []
    try {
      await sleep(CACHED_MS)
      const away = await walk()
      expect(addressesWith(away)).toEqual([])
      // Many who ask for what cannot be read now do not take the other pages away.
      for (let round = 0; round < 30; round += 1) {
        await Promise.all(
          Array.from({ length: 4 }, (_none, nth) => ask(`/api/v1/notices/ntc_none${round}x${nth}`)),
        )
        kept.push((await ask(address('kept'))).status)
      }
    } finally {
      process.kill(pid, 'SIGCONT')
    }
    expect(kept.filter(status => status !== 200)).toEqual([])
    for (const end = Date.now() + 60_000; (await ask('/readyz')).status !== 200 && Date.now() < end;) {
      await sleep(200)
    }
    expect(addressesWith(await walk())).toEqual([])
    for (const server of servers) await server.stop()
    const gone = await walk()
    expect(addressesWith(gone)).toEqual([])
    await sleep(CACHED_MS)
    const none = await ask(address('kept'))
    expect([none.status, ((await none.json()) as ErrorBody).error.code]).toEqual([503, 'site-away'])
    reportFigure(`真正的 nginx（${proxy.version}）：撤回、依法删除前 ${before.length} 个地址上有那些字；两秒后、库不在时、两个服务端都不在时，${after.size} 个地址上 0 个`) // prettier-ignore
  },
)

behindProxy('the logs say what was opened, not by whom, nor what was searched for', async () => {
  const log = `${proxy.accessLog()}\n${proxy.errorLog()}`
  expect(log).toContain('"path":"/api/v1/search"')
  expect(log).not.toContain(encodeURIComponent(WITHDRAWN))
  expect(proxy.accessLog()).not.toMatch(/192\.0\.2\.1|127\.0\.0\.1|2001:db8/)
})

import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { buildWorld, storyOf } from '../support/api/world'
import { type TestServer, startTestServer } from '../support/api/testServer'
import { type Balancer, startBalancer } from '../support/faults/balancer'
import { hostile } from '../support/faults/hostile'
import { p99, readLoad } from '../support/faults/readLoad'
import { LONG, reportFigure } from '../support/figures'
import { type RunningServer, startBuiltServerOn } from '../support/server/runningServer'

/**
 * Two built servers on one store behind a balancer that does what nginx does: they are restarted one after another under load,
 * then attacked. Readers must not notice the first, and hardly the second.
 */
const READERS = 8
const ROUNDS = LONG ? 10 : 1
const QUIET_MS = LONG ? 20_000 : 2_500
const HOSTILE_MS = LONG ? 60_000 : 6_000
const MOST_MEGABYTES = 512
/** The readers' p99 ÷ that of a quiet time; told, and no fault of a busy machine. */
const MOST_RATIO = 2

let store: TestServer
let servers: RunningServer[]
let balancer: Balancer
let address: string

beforeAll(async () => {
  store = await startTestServer('rolling')
  await buildWorld(store.models)
  const story = storyOf(store)
  const draft = await story.create('editor')
  const page = await story.publish(
    'head',
    await story.agree('supervisor', await story.submit('editor', draft)),
  )
  servers = []
  for (let nth = 0; nth < 2; nth += 1) {
    servers.push(
      await startBuiltServerOn(store.database, { PAGES_MB: '16', DRAIN_SECONDS: '1', JOBS_EVERY: '0' }),
    )
  }
  balancer = await startBalancer(servers.map(server => Number(new URL(server.url).port)))
  address = `${balancer.url}/api/v1/notices/${page.notice.id}`
}, 180_000)
afterAll(async () => {
  await balancer?.close()
  for (const server of servers ?? []) await server.stop()
  await store?.close()
})

test('R13: both servers restarted one after another under load: no request fails', async () => {
  const load = readLoad(address, READERS)
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const server of servers) {
      await sleep(300)
      await server.restart()
    }
  }
  await sleep(300)
  const { answers, failed } = await load.end()
  reportFigure(
    `R13 滚动重启：2 个服务端一个接一个重启 ${ROUNDS} 轮（SIGTERM），其间 ${answers} 次请求，失败 ${failed.length} 次；换到另一台 ${balancer.moved()} 次`,
  )
  expect(failed.slice(0, 5)).toEqual([])
  expect(answers).toBeGreaterThan(100)
}, 600_000)

test('R12: under hostile load others read on, the server stays small, and what is slow or too big is cut off', async () => {
  const [server] = servers as [RunningServer, RunningServer]
  const port = Number(new URL(server.url).port)
  const own = `${server.url}${new URL(address).pathname}`
  const calm = readLoad(own, READERS)
  await sleep(QUIET_MS)
  const before = await calm.end()
  const attack = hostile(server.url)
  const load = readLoad(own, READERS)
  let megabytes = 0
  for (const end = Date.now() + HOSTILE_MS; Date.now() < end; await sleep(250)) {
    megabytes = Math.max(megabytes, server.residentMegabytes())
  }
  const during = await load.end()
  const told = await attack.end()
  const ratio = p99(during.times) / p99(before.times)
  const missed = ratio >= MOST_RATIO || megabytes >= MOST_MEGABYTES
  reportFigure(
    `${missed ? '未达标 ' : ''}R12 敌意负载（${told.connections} 个慢吞吞或空着的连接，${told.requests} 个过大、过深或炸弹的请求）：其他读者 ${during.answers} 次，失败 ${during.failed.length}；` +
      `p99 是平静时的 ${ratio.toFixed(1)} 倍，内存最多 ${megabytes.toFixed(0)} MB；敌意请求答 ${[...told.statuses].map(([status, n]) => `${status}×${n}`).join('、')}`,
  )
  expect(during.failed.slice(0, 5)).toEqual([])
  expect(megabytes).toBeLessThan(MOST_MEGABYTES)
  expect([...told.statuses.keys()].filter(status => status < 400 || status >= 500)).toEqual([])
  const alive = await new Promise<boolean>(resolve => {
    const socket = connect(port, '127.0.0.1', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })
  expect(alive).toBe(true)
}, 600_000)

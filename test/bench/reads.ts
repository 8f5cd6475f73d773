/**
 * P1–P3 and W1–W4, W6: what a second of reading holds, cached and not, next to the limits of this machine in the same run: a bare
 * `node:http` that sends the same bytes, and the driver that reads the same rows. Rounds are interleaved; bodies are checked.
 */
import type { Feed } from '../../shared/contract/reading/site'
import { plainPaths } from '../../server/platform/config/publicAddresses'
import { type Child, startChild } from '../support/bench/child'
import type { LimitsAnswer, LimitsOrder } from '../support/bench/limits'
import { type Measured, keepReport, median, spread, versions } from '../support/bench/report'
import { type Contestant, type Rounds, orderFor, ordersFor, ratiosOf, runRounds, tableOf } from '../support/bench/rounds' // prettier-ignore
import { type Stage, fillTo, openStage, readyToPublish, storyAt } from '../support/bench/stage'

const NOTICES = 1_000
/** What comes from memory: short rounds close together, so that what else the machine does falls upon all alike. */
const [MANY, QUICK_ROUNDS, QUICK_MS] = [256, 15, 600]
/** What the database has to be asked for: more connections would only queue there. */
const [FEW, SLOW_ROUNDS, SLOW_MS] = [8, 5, 1_500]
/** Requests are counted as in use, but nobody is refused. */
const COUNTED = { RATE_READ: '1000000' }
const feedOf = (orgCode: string) => `/api/v1/orgs/${orgCode}/notices?limit=20`
const FEED = feedOf('V1')
/** One for each of the few connections: what readers of one page share must not count where the database is measured. */
const PLACES = ['V1', ...Array.from({ length: FEW - 1 }, (_, nth) => `G0000${nth}`)]
const searchIn = (orgCode: string) => `/api/v1/search?org=${orgCode}&q=${encodeURIComponent('财务收支')}`

/** Address of the newest notice of a village. */
async function detailIn(url: string, orgCode: string): Promise<string> {
  const { items } = (await (await fetch(url + feedOf(orgCode))).json()) as Feed
  return `/api/v1/notices/${items[0]!.id}`
}

async function contestantsOf(stage: Stage, limits: Child<LimitsOrder, LimitsAnswer>) {
  const db = await stage.store('reads')
  const kept = await stage.serve('reads', { PAGES_MB: '64', ...COUNTED })
  const bare = await stage.serve('reads', { PAGES_MB: '0', ...COUNTED })
  const story = storyAt(kept.url)
  const page = await story.publish('head', await readyToPublish(story, 0))
  await fillTo(db, page.notice.id, NOTICES)
  const answer = await fetch(kept.url + FEED, { headers: { 'Accept-Encoding': 'identity' } })
  const body = await answer.text()
  const { uri, options } = stage.engine
  const database = { uri, options: { ...options, dbName: 'reads' } }
  const headers = Object.fromEntries([...answer.headers].filter(([name]) => !/^(connection|keep-alive|date|content-length)$/.test(name))) // prettier-ignore
  const ports = await limits.ask({ body, headers, database })
  const etag = { 'If-None-Match': answer.headers.get('etag')! }
  const detail = `/api/v1/notices/${page.notice.id}`
  const plain = plainPaths.notice(page.notice.id)
  const details = await Promise.all(PLACES.map(orgCode => detailIn(bare.url, orgCode)))
  const quick: Contestant[] = [
    { name: '现成字节', connections: MANY, order: orderFor(ports.ready, '/'), body },
    { name: '现成字节，同样的头', connections: MANY, order: orderFor(ports.bare, '/'), body },
    { name: '列表，有缓存', connections: MANY, order: orderFor(kept.url, FEED), body },
    { name: '304', connections: MANY, order: orderFor(kept.url, FEED, 304, etag), body: '' },
    { name: '详情，有缓存', connections: MANY, order: orderFor(kept.url, detail), body: null },
    { name: '无脚本网页，有缓存', connections: MANY, order: orderFor(kept.url, plain), body: null },
  ]
  const slow: Contestant[] = [
    { name: '驱动 + JSON', connections: FEW, order: ordersFor(ports.driver, PLACES.map(code => `/${code}`)), body: null }, // prettier-ignore
    { name: '列表，无缓存', connections: FEW, order: ordersFor(bare.url, PLACES.map(feedOf)), body: null }, // prettier-ignore
    { name: '详情，无缓存', connections: FEW, order: ordersFor(bare.url, details), body: null },
    { name: '搜索', connections: FEW, order: ordersFor(kept.url, PLACES.map(searchIn)), body: null },
  ]
  return { quick, slow }
}

const judged = (id: string, what: string, all: number[], bar: number, top: number): Measured => ({
  id,
  what,
  value: spread(all, 2),
  bar: `要求 ≥ ${bar}，最好 ${top}`,
  met: median(all) >= bar,
})

/** A figure without a bar, next to the first of its rounds. */
function told(id: string, rounds: Rounds, nth: number): Measured {
  const { contestants, rates, last } = rounds
  const { p50, p99 } = last[nth]!
  return {
    id,
    what: contestants[nth]!.name,
    value: `每秒 ${spread(rates[nth]!)}，÷ ${contestants[0]!.name} ${median(ratiosOf(rounds, nth, 0)).toFixed(2)}，p50 ${p50.toFixed(1)} 毫秒，p99 ${p99.toFixed(1)} 毫秒`,
    bar: '报数',
    met: null,
  }
}

function report(stage: Stage, quick: Rounds, slow: Rounds): void {
  keepReport({
    bench: 'reads',
    command: 'npm run bench reads',
    versions: versions(stage.engine.kind),
    rows: [
      judged('P1', '有缓存的列表页 ÷ node:http 发现成的字节', ratiosOf(quick, 2, 0), 0.45, 0.55),
      judged('P2', '304 ÷ node:http 发现成的字节', ratiosOf(quick, 3, 0), 0.65, 0.74),
      judged('P3', '无缓存的列表页 ÷（驱动读 20 行 + JSON）', ratiosOf(slow, 1, 0), 0.7, 0.85),
      told('W1', quick, 2),
      told('W2', slow, 1),
      told('W3', quick, 4),
      told('P17', quick, 5),
      told('W3', slow, 2),
      told('W4', quick, 3),
      told('W6', slow, 3),
    ],
    table: [...tableOf(quick), ...tableOf(slow)],
  })
}

async function main(): Promise<void> {
  const stage = await openStage('bench-reads')
  const limits = startChild<LimitsOrder, LimitsAnswer>('limits')
  try {
    const { quick, slow } = await contestantsOf(stage, limits)
    const fast = await runRounds(quick, QUICK_ROUNDS, QUICK_MS)
    report(stage, fast, await runRounds(slow, SLOW_ROUNDS, SLOW_MS))
  } finally {
    limits.stop()
    await stage.end()
  }
}

void main()
